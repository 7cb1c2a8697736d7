import { quartersBetween, type Quarter } from '#lib/domain/quarter.ts';

/** One invented municipality and the story that its figures tell. */
export type InventedPlace = {
	readonly ubigeo: string;
	readonly name: string;
	readonly province: string;
	readonly kind: 'provincial' | 'distrital';
	readonly region: 'costa' | 'sierra' | 'selva';
	readonly setting: 'urbano' | 'rural' | 'mixto';
	readonly areaKm2: number;
	/** People in 2024, and microenterprises in 2024. */
	readonly people: number;
	readonly businesses: number;
	/** How many services there are at the start, 0-1, and the chance of a new one each quarter. */
	readonly level: number;
	readonly pace: number;
	/** Quarters for which nothing was sent; all of them for the one that never reports. */
	readonly silent?: readonly Quarter[];
	/** A category that it leaves out of its files, up to the quarter given. */
	readonly leavesOut?: { category: 'FIN' | 'TEC' | 'MER' | 'CAP' | 'ASI'; until: Quarter };
	/** It does not count who uses the services. */
	readonly countsNoUsers?: boolean;
	readonly fund?: 'sound' | 'unlent' | 'arrears' | 'dollars' | 'young';
	readonly joined?: Quarter;
};

/** The quarters of the demonstration, as far as the last one that has closed. */
export const quarters = quartersBetween('2024-T4', '2026-T3');

type Short = readonly [
	name: string,
	province: string,
	region: InventedPlace['region'],
	setting: InventedPlace['setting'],
	areaKm2: number,
	people: number,
	businesses: number,
	level: number,
	pace: number,
	rest?: Partial<InventedPlace>
];

const provincial = { kind: 'provincial' } as const;

// One line a municipality: easier to compare than to read.
// prettier-ignore
const list: readonly Short[] = [
	['Villa Alborada', 'Alborada', 'costa', 'urbano', 412.5, 64200, 3100, 0.62, 0.5, { ...provincial, fund: 'sound', joined: '1999-T3' }],
	['Puerto Lucero', 'Alborada', 'costa', 'urbano', 188.3, 41800, 2450, 0.55, 0.35, { fund: 'arrears' }],
	['Caleta Marisol', 'Alborada', 'costa', 'mixto', 96.7, 8900, 410, 0.3, 0.45],
	['Pampa Dorada', 'Alborada', 'costa', 'mixto', 534.1, 15300, 720, 0.42, 0.2],
	['Valle Sereno', 'Alborada', 'costa', 'rural', 273.9, 6100, 240, 0.2, 0.6, { fund: 'young' }],
	['Santa Inés del Molle', 'Alborada', 'costa', 'mixto', 151.2, 12750, 655, 0.5, -0.15],
	['Arenal de la Cruz', 'Alborada', 'costa', 'rural', 622.8, 3400, 118, 0.18, 0.3, { silent: ['2026-T3'] }],
	['Molinos del Alba', 'Alborada', 'costa', 'urbano', 77.4, 27600, 1540, 0.58, 0.25, { countsNoUsers: true }],
	['Ccorimarca', 'Ccorimarca', 'sierra', 'mixto', 341.6, 32500, 1680, 0.52, 0.4, { ...provincial, fund: 'sound' }],
	['Yanaquilla', 'Ccorimarca', 'sierra', 'rural', 488.2, 5200, 165, 0.15, 0.55],
	['Sumacllacta', 'Ccorimarca', 'sierra', 'rural', 215.7, 7450, 290, 0.28, 0.5, { leavesOut: { category: 'TEC', until: '2025-T3' } }],
	['Allintambo', 'Ccorimarca', 'sierra', 'rural', 309.4, 4150, 132, 0.22, 0.15],
	['Quillarumi', 'Ccorimarca', 'sierra', 'rural', 264.8, 2900, 96, 0.12, 0.35, { fund: 'unlent' }],
	['Mayupata Alta', 'Ccorimarca', 'sierra', 'mixto', 178.5, 11200, 530, 0.4, 0.3],
	['Ccoyllurpata', 'Ccorimarca', 'sierra', 'rural', 392.3, 3750, 124, 0.25, -0.1, { silent: ['2025-T2', '2025-T3'] }],
	['Apuchaca', 'Ccorimarca', 'sierra', 'rural', 447.1, 6800, 255, 0.33, 0.4],
	['Ñahuirumi', 'Ccorimarca', 'sierra', 'rural', 199.6, 2300, 88, 0.1, 0.25, { silent: quarters }],
	['San Telmo de Orcca', 'Ccorimarca', 'sierra', 'mixto', 286.9, 14600, 690, 0.45, 0.35, { fund: 'dollars' }],
	['Alto Shimayo', 'Shimayo', 'selva', 'mixto', 1240.5, 18900, 840, 0.38, 0.5, { ...provincial, fund: 'sound' }],
	['Bajo Sacharuna', 'Shimayo', 'selva', 'rural', 2105.3, 7900, 275, 0.2, 0.4],
	['Puerto Lupunilla', 'Shimayo', 'selva', 'rural', 1688.7, 5600, 198, 0.24, 0.3, { joined: '2025-T2', silent: ['2024-T4', '2025-T1'] }],
	['Boca del Yuruma', 'Shimayo', 'selva', 'rural', 3012.4, 3100, 105, 0.14, 0.2, { leavesOut: { category: 'FIN', until: '2026-T3' } }],
	['Tinguillo del Sol', 'Shimayo', 'selva', 'mixto', 865.2, 12300, 560, 0.36, 0.45, { countsNoUsers: true }],
	['Nueva Achirana', 'Shimayo', 'selva', 'rural', 1433.8, 9400, 345, 0.3, 0.35, { silent: ['2026-T3'] }]
];

/** The 24 municipalities of the demonstration. No district of Peru bears any of these names. */
export const places: readonly InventedPlace[] = list.map(
	([name, province, region, setting, areaKm2, people, businesses, level, pace, rest], index) => ({
		ubigeo: `9900${String(index + 1).padStart(2, '0')}`,
		name,
		province,
		kind: 'distrital',
		region,
		setting,
		areaKm2,
		people,
		businesses,
		level,
		pace,
		...rest
	})
);

/** Whether a municipality sent its files for a quarter. */
export function reports(place: InventedPlace, quarter: Quarter): boolean {
	return !place.silent?.includes(quarter);
}
