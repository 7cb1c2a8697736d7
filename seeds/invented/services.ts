import { categoryOrder, serviceTypes, type ServiceCategory } from '#lib/domain/codes.ts';
import type { Quarter } from '#lib/domain/quarter.ts';
import type { CsvRow } from '#lib/server/csv.ts';
import { quarters, reports, type InventedPlace } from './places.ts';
import { randomFrom, type Random } from './random.ts';

/** One service of one institution, and what becomes of it. */
type Offer = {
	category: ServiceCategory;
	type: string;
	institution: string;
	institutionType: string;
	/** Index of the quarter from which it serves; the one before it is being set up. */
	from: number;
	/** Index of the quarter from which it is suspended. */
	until: number;
	/** Microenterprises that it serves in an ordinary quarter; null when nobody counts them. */
	users: number | null;
	women: number;
	trained: number | null;
};

const payments: Record<ServiceCategory, string> = {
	FIN: 'costo_total',
	TEC: 'parcial',
	MER: 'parcial',
	CAP: 'gratis',
	ASI: 'gratis'
};

/** What a UMPE would type quarter after quarter: most rows stay, a few appear, stop or begin to serve. */
export function serviceRows(place: InventedPlace): CsvRow[] {
	const random = randomFrom(Number(place.ubigeo) * 7 + 1);
	const offers = categoryOrder.flatMap((category) => offersOf(place, category, random));

	return quarters.flatMap((quarter, index) =>
		reports(place, quarter)
			? categoryOrder
					.filter((category) => !isLeftOut(place, category, quarter))
					.flatMap((category) => rowsOf(place, { quarter, index, category, offers, random }))
			: []
	);
}

function offersOf(place: InventedPlace, category: ServiceCategory, random: Random): Offer[] {
	const inclination = { FIN: -0.1, TEC: -0.2, MER: 0, CAP: 0.15, ASI: 0.05 }[category];
	const start = Math.max(0, Math.round((place.level + inclination) * random.between(2.5, 5)));
	const types = random.shuffled(Object.keys(serviceTypes[category]));
	const institutions = random.shuffled(suppliers(place)[category]);

	const starts: number[] = Array.from({ length: start }, () => 0);
	for (let index = 1; index < quarters.length; index++) {
		if (place.pace > 0 && random.happens(place.pace * 0.45)) starts.push(index);
	}

	return starts.slice(0, 6).flatMap((from, order) => {
		// A second round pairs the institutions with other types.
		const type = types[(order + Math.floor(order / 4)) % types.length];
		const institution = institutions[order % institutions.length];
		if (type === undefined || institution === undefined) return [];

		const counted = !place.countsNoUsers && !random.happens(0.12);
		const stops = place.pace < 0 && order === starts.length - 1 && random.happens(0.8);
		return [
			{
				category,
				type,
				institution: institution[0],
				institutionType: institution[1],
				from,
				until: stops ? random.whole(2, 6) : Infinity,
				users: counted ? place.businesses * random.between(0.012, 0.07) : null,
				women: random.between(0.32, 0.64),
				trained: category === 'CAP' && random.happens(0.4) ? random.whole(15, 90) : null
			}
		];
	});
}

function rowsOf(
	place: InventedPlace,
	options: {
		quarter: Quarter;
		index: number;
		category: ServiceCategory;
		offers: readonly Offer[];
		random: Random;
	}
): CsvRow[] {
	const { quarter, index, category, offers, random } = options;
	const key = { municipio_id: place.ubigeo, periodo: quarter };
	const known = offers.filter((offer) => offer.category === category && offer.from <= index + 1);
	const taken = new Set<number>();

	if (known.length === 0) {
		return [{ ...key, categoria: category, tipo_servicio: 'ninguno', estado: 'sin_servicio' }];
	}
	return known.map((offer) => {
		const state = stateOf(offer, index);
		const serves = state === 'activo';
		const users =
			serves && offer.users !== null ? usersIn(offer.users, index, random, taken) : null;
		return {
			...key,
			institucion: offer.institution,
			tipo_institucion: offer.institutionType,
			categoria: category,
			tipo_servicio: offer.type,
			estado: state,
			usuarios: users,
			usuarias_mujeres: users === null ? null : Math.floor(users * offer.women),
			personas_formadas: serves ? offer.trained : null,
			pago_usuario: payments[category],
			operador_externo: offer.institutionType === 'municipal' ? false : null
		};
	});
}

function stateOf(offer: Offer, index: number): string {
	if (index < offer.from) return 'en_implementacion';
	return index < offer.until ? 'activo' : 'suspendido';
}

/** Grows a little each quarter; two services of a category never have the same number. */
function usersIn(usual: number, index: number, random: Random, taken: Set<number>): number {
	let users = Math.max(2, Math.round(usual * 1.025 ** index * random.between(0.86, 1.14)));
	while (taken.has(users)) users += 1;
	taken.add(users);
	return users;
}

function isLeftOut(place: InventedPlace, category: ServiceCategory, quarter: Quarter): boolean {
	const { leavesOut } = place;
	return leavesOut !== undefined && leavesOut.category === category && quarter <= leavesOut.until;
}

type Supplier = readonly [name: string, type: string];

function suppliers({ name, province }: InventedPlace): Record<ServiceCategory, Supplier[]> {
	const town: Supplier = [`Municipalidad de ${name}`, 'municipal'];
	const school: Supplier = [`Instituto Tecnológico de ${province}`, 'educativa'];
	const hands: Supplier = ['ONG Manos y Telares', 'ong'];
	const furrow: Supplier = ['ONG Surco Nuevo', 'ong'];

	return {
		FIN: [
			['Caja Rural Tres Quebradas', 'financiera'],
			['Cooperativa de Ahorro El Batán', 'financiera'],
			furrow,
			town
		],
		TEC: [[`Centro de Innovación de ${province}`, 'publica'], school, town, hands],
		MER: [
			town,
			[`Asociación de Productores de ${name}`, 'gremio'],
			[`Cámara PYME de ${province}`, 'gremio'],
			hands
		],
		CAP: [school, [`Centro Ocupacional de ${name}`, 'educativa'], town, hands],
		ASI: [
			[`Agencia Agraria de ${province}`, 'publica'],
			furrow,
			town,
			[`Módulo de Servicios de ${province}`, 'publica']
		]
	};
}
