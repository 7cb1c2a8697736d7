import type { CsvRow } from '#lib/server/csv.ts';
import { quarters, reports, type InventedPlace } from './places.ts';
import { randomFrom, type Random } from './random.ts';

/** How often a UMPE does each thing in a quarter, and how many come to one. */
const habits = [
	{ type: 'capacitacion', chance: 0.95, most: 7, people: [14, 34] },
	{ type: 'informacion', chance: 0.6, most: 5, people: [10, 40] },
	{ type: 'simplificacion', chance: 0.4, most: 3, people: [0, 12] },
	{ type: 'concertacion', chance: 0.55, most: 2, people: [9, 22] },
	{ type: 'diagnostico', chance: 0.15, most: 1, people: [8, 20] },
	{ type: 'infraestructura', chance: 0.12, most: 1, people: [0, 0] },
	{ type: 'rueda_negocios', chance: 0.12, most: 1, people: [15, 45] }
] as const;

/** What the UMPE of an invented municipality did, with the fairs of the second half of the year. */
export function activityRows(place: InventedPlace): CsvRow[] {
	const random = randomFrom(Number(place.ubigeo) * 7 + 4);
	const women = random.between(0.42, 0.68);

	return quarters.flatMap((quarter, index) => {
		const rows = habits
			.filter(({ chance }) => random.happens(chance * (0.55 + place.level)))
			.map((habit) => row(habit, { women, random, index }));
		const season = quarter.endsWith('T3') || quarter.endsWith('T4');
		const fair = random.happens(season ? 0.65 : 0.1) ? [fairRow(place, random)] : [];

		return reports(place, quarter)
			? [...rows, ...fair].map((part) => ({
					municipio_id: place.ubigeo,
					periodo: quarter,
					...part
				}))
			: [];
	});
}

function row(
	{ type, most, people: [fewest, many] }: (typeof habits)[number],
	{ women, random, index }: { women: number; random: Random; index: number }
): CsvRow {
	const count = Math.min(most, random.whole(1, most) + (index > 4 ? 1 : 0));
	const participants = many === 0 ? null : count * random.whole(fewest, many);
	return {
		tipo: type,
		cantidad: count,
		participantes: participants,
		mujeres: participants === null ? null : Math.floor(participants * women),
		cofinanciadas: random.happens(0.35) ? random.whole(0, count) : null,
		horas: type === 'capacitacion' ? count * random.whole(4, 16) : null,
		costo: count * random.whole(4, 22) * 100,
		moneda: 'PEN'
	};
}

function fairRow(place: InventedPlace, random: Random): CsvRow {
	const stalls = Math.max(8, Math.round(place.businesses * random.between(0.02, 0.06)));
	return {
		tipo: 'feria',
		cantidad: 1,
		participantes: stalls,
		mujeres: Math.floor(stalls * random.between(0.45, 0.7)),
		costo: random.whole(15, 90) * 100,
		moneda: 'PEN',
		ventas_feria: stalls * random.whole(5, 24) * 50
	};
}
