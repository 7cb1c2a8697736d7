import { businessCategories } from '../datasets/microempresas-codes.ts';
import type { Period } from '../domain/period.ts';
import { categoriesWithData, shareMeasure, shareOf } from './business-shares.ts';
import { defineIndicator } from './define.ts';
import type { Facts } from './facts.ts';
import { measure } from './measure.ts';
import { businessBasics } from './microempresas.ts';
import { hidden, ratioOfSums } from './members.ts';
import { plain, ratio, type Outcome } from './outcome.ts';
import { known, unknown, type Quantity } from './quantity.ts';
import type { GroupResult, MemberValue } from './types.ts';

const sectors = Object.entries(businessCategories['sector'] ?? {});

export const MIC03 = defineIndicator({
	...businessBasics,
	id: 'MIC03',
	slug: 'estructura-por-sector',
	title: 'Estructura por sector',
	shortTitle: 'Sectores',
	question: '¿A qué se dedican las microempresas?',
	unit: '%',
	decimals: 1,
	direction: 'neutral',
	group: 'ratio-of-sums',
	featured: true,
	measures: sectors.map(([code, label]) =>
		shareMeasure('sector', code, { dimension: code, label })
	),
	note: 'Un sector sin fila no se informó; no quiere decir que no exista.'
});

/** Declared shares may miss 100 by rounding, and no more. */
const roundingError = 0.5;

function readShares(facts: Facts, year: Period) {
	const categories = categoriesWithData(facts, year, 'sector');
	const parts = categories.flatMap((category) => shareOf(facts, year, 'sector', category) ?? []);
	if (parts.length === 0) return undefined;

	const rows = [...new Set(parts.flatMap(({ inputs }) => inputs.flatMap((i) => i.quantity.facts)))];
	const flags = parts.flatMap((part) => part.flags);
	const shares = parts.flatMap(({ value }) => (value === null ? [] : value / 100));
	const count = known(parts.length, rows, flags);
	const whole = shares.reduce((sum, share) => sum + 100 * share, 0);
	const missing = (flag: string): Quantity => unknown('no_calculable', [...flags, flag], rows);

	if (shares.length < parts.length) return { squares: missing('falta_un_sector'), count };
	if (Math.abs(whole - 100) > roundingError + 1e-9)
		return { squares: missing('no_suma_100'), count };
	return { squares: known(sumOfSquares(shares), rows, flags), count };
}

function sumOfSquares(shares: readonly number[]): number {
	return shares.reduce((sum, share) => sum + share * share, 0);
}

function diversity(squares: number, count: number): Outcome {
	return count < 2 ? plain(null, ['un_solo_sector']) : ratio(1 - squares, 1 - 1 / count);
}

/** Diversity of the group's microenterprises taken together, sector by sector. */
function pooledDiversity(parts: readonly (readonly MemberValue[])[], size: number): GroupResult {
	const counts = parts.map((members) =>
		members.flatMap(({ numerator }) => (numerator === null ? [] : [numerator]))
	);
	const totals = counts.flatMap((sector) =>
		sector.length === 0 ? [] : [sector.reduce((sum, count) => sum + count, 0)]
	);
	const whole = totals.reduce((sum, count) => sum + count, 0);
	const told = parts.flatMap((members) => members.filter(({ numerator }) => numerator !== null));
	const covered = new Set(told.map(({ municipality }) => municipality));
	if (whole === 0 || totals.length < 2) return hidden({ covered: covered.size, size });

	const shares = totals.map((count) => count / whole);
	const { value } = diversity(sumOfSquares(shares), shares.length);
	const one = [...covered].map((municipality) => ({
		municipality,
		value: 1,
		numerator: 1,
		denominator: 1,
		state: 'ok' as const
	}));
	const coverage = ratioOfSums(one, size, 1);
	if (coverage.value === null) return coverage;
	return { ...coverage, value, numerator: null, denominator: null };
}

export const MIC04 = defineIndicator({
	...businessBasics,
	id: 'MIC04',
	slug: 'diversificacion-sectorial',
	title: 'Diversificación sectorial',
	shortTitle: 'Diversificación',
	question: '¿Las microempresas están repartidas entre sectores o en uno solo?',
	unit: 'de 0 a 1',
	decimals: 2,
	direction: 'higher',
	group: 'pooled',
	measures: [
		measure({
			formula: '(1 − suma de los cuadrados de las partes) ÷ (1 − 1 ÷ número de sectores)',
			inputs: {
				squares: {
					label: 'suma de los cuadrados de las partes',
					column: 'microempresas.porcentaje'
				},
				count: { label: 'número de sectores', column: 'microempresas.categoria' }
			},
			read: readShares,
			compute: ({ squares, count }) => diversity(squares, count),
			pool: {
				parts: sectors.map(([code]) => ['MIC03', code] as const),
				combine: pooledDiversity
			}
		})
	],
	note: '0 si todas están en un sector y 1 si están repartidas por igual entre los que se informan. Depende de cuántos sectores se informan.'
});
