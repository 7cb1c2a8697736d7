import type { CsvRow } from '#lib/server/csv.ts';
import { quarters, type InventedPlace } from './places.ts';
import { randomFrom } from './random.ts';

const urbanShares = { urbano: 0.93, mixto: 0.58, rural: 0.21 };

/** A census in 2017 with dwellings and labour, then a projection of the population each year. */
export function contextRows(place: InventedPlace): CsvRow[] {
	const random = randomFrom(Number(place.ubigeo) * 7 + 2);
	const growth = random.between(-0.6, 1.9);
	const urban = urbanShares[place.setting] + random.between(-0.05, 0.05);
	const key = { municipio_id: place.ubigeo, ambito_datos: 'distrito' };

	const residents = (year: number) => {
		const total = Math.round(place.people * (1 + growth / 100) ** (year - 2024));
		const inTown = Math.round(total * urban);
		return { poblacion_total: total, poblacion_urbana: inTown, poblacion_rural: total - inTown };
	};

	const census = residents(2017);
	const total = census.poblacion_total;
	const men = Math.round(total * random.between(0.49, 0.515));
	const dwellings = Math.round(total / random.between(3.2, 4));
	const light = random.between(0.62, 0.95);
	const water = light * random.between(0.75, 0.97);
	const drain = water * random.between(0.55, 0.95);
	const adults = Math.round(total * random.between(0.66, 0.76));
	const activity = oneDecimal(random.between(48, 68));
	// Counted from 14 years, so it is a little more than the active people of 15 and more.
	const workers = Math.ceil((adults * activity) / 100) + Math.round(total * 0.006);
	const women = Math.round(workers * random.between(0.34, 0.45));
	const farming = oneDecimal(Math.min(70, (1 - urban) * 100 * random.between(0.6, 0.9)));

	return [
		{
			...key,
			anio: 2017,
			fuente: 'censo',
			...census,
			poblacion_hombres: men,
			poblacion_mujeres: total - men,
			poblacion_15mas: adults,
			porc_15mas: oneDecimal((100 * adults) / total),
			tasa_analfabetismo: oneDecimal(random.between(2, 17)),
			viviendas: dwellings,
			viviendas_agua: Math.round(dwellings * water),
			viviendas_desague: Math.round(dwellings * drain),
			viviendas_alumbrado: Math.round(dwellings * light),
			porc_hogares_sin_servicios: oneDecimal((1 - light) * 100 * random.between(0.3, 0.8)),
			porc_hogares_artefacto: oneDecimal(random.between(55, 92)),
			pea: workers,
			pea_hombres: workers - women,
			pea_mujeres: women,
			pea_edad_min: 14,
			tasa_actividad_15mas: activity,
			porc_ocup_agricultura: farming,
			porc_ocup_servicios: oneDecimal((100 - farming) * random.between(0.55, 0.8)),
			porc_asalariados: oneDecimal(random.between(22, 48))
		},
		...[2024, 2025, 2026].map((year) => ({
			...key,
			anio: year,
			fuente: 'proyeccion',
			...residents(year)
		}))
	];
}

const sectors = {
	costa: { comercio: 46, servicios: 24, produccion: 13, pesca: 8, turismo: 6, otro: 3 },
	sierra: { comercio: 38, servicios: 19, produccion: 17, agropecuario: 18, turismo: 5, otro: 3 },
	selva: { comercio: 41, servicios: 20, produccion: 11, agropecuario: 17, pesca: 6, otro: 5 }
};
const education = { sin: 5, primaria: 24, secundaria: 45, superior: 24, otra: 2 };

/** The register of microenterprises, by year; not everybody has this year's. */
export function businessRows(place: InventedPlace): CsvRow[] {
	const random = randomFrom(Number(place.ubigeo) * 7 + 3);
	const growth = random.between(0.005, 0.045);
	const years = random.happens(0.7) ? [2024, 2025, 2026] : [2024, 2025];
	const mix = varied(sectors[place.region], random.between);
	const schooling = varied(education, random.between);
	const young = random.between(48, 68);
	const women = random.between(38, 58);

	return years.flatMap((year) => {
		const total = Math.round(place.businesses * (1 + growth) ** (year - 2024));
		const rows = (dimension: string, weights: Readonly<Record<string, number>>) =>
			Object.entries(parts(total, weights)).map(([category, count]) => ({
				municipio_id: place.ubigeo,
				ambito_datos: 'distrito',
				anio: year,
				dimension,
				categoria: category,
				cantidad: count
			}));

		return [
			...rows('total', { total: 1 }),
			...rows('sector', mix),
			...rows('titular_edad', { menor_40: young, '40_mas': 100 - young }),
			...rows('titular_educacion', schooling),
			...rows('titular_sexo', { mujer: women, hombre: 100 - women })
		];
	});
}

/** Soles for a dollar, quarter by quarter: invented as well. */
export function rateRows(): CsvRow[] {
	const rates = [3.76, 3.71, 3.66, 3.54, 3.41, 3.38, 3.43, 3.47];
	return quarters.map((quarter, index) => ({
		periodo: quarter,
		moneda: 'USD',
		soles_por_unidad: rates[index] ?? 3.5,
		ipc: oneDecimal(114.6 * 1.005 ** index)
	}));
}

function oneDecimal(value: number): number {
	return Math.round(value * 10) / 10;
}

function varied(
	weights: Readonly<Record<string, number>>,
	between: (low: number, high: number) => number
): Record<string, number> {
	return Object.fromEntries(
		Object.entries(weights).map(([name, weight]) => [name, weight * between(0.8, 1.25)])
	);
}

/** A whole in whole parts by weight; what rounding leaves over goes to the first. */
function parts(total: number, weights: Readonly<Record<string, number>>): Record<string, number> {
	const sum = Object.values(weights).reduce((all, weight) => all + weight, 0);
	const counts = Object.entries(weights).map(([name, weight]): [string, number] => [
		name,
		Math.floor((total * weight) / sum)
	]);
	const left = total - counts.reduce((all, [, count]) => all + count, 0);
	return Object.fromEntries(
		counts.map(([name, count], index) => [name, index === 0 ? count + left : count])
	);
}
