import { periodYear, type Period } from '../domain/period.ts';
import type { Fact } from '../domain/record.ts';
import { earlierRows, fromContext, sameKind } from './context-row.ts';
import { contextBasics, population } from './contexto.ts';
import { defineIndicator } from './define.ts';
import type { Facts } from './facts.ts';
import { measure } from './measure.ts';
import { hidden, ratioOfSums } from './members.ts';
import { plain, type Outcome } from './outcome.ts';
import { cell, known, unknown, type Quantity } from './quantity.ts';
import type { GroupResult, MemberValue } from './types.ts';

const years = { label: 'años', column: 'contexto.anio' };

/**
 * The row that a year is compared with: the newest earlier one of the same kind of source, else the
 * newest earlier one of another, which is told.
 */
function earlierRow(facts: Facts, year: Period, row: Fact): Fact | undefined {
	let newest: Fact | undefined;
	for (const other of earlierRows(facts, year, ['poblacion_total'])) {
		if (sameKind(row, other)) return other;
		newest ??= other;
	}
	return newest;
}

function readGrowth(facts: Facts, year: Period) {
	const now = fromContext(facts, year, { residents: population });
	const row = now?.residents.facts[0];
	if (!now || !row) return undefined;

	const before = earlierRow(facts, year, row);
	if (!before?.period) {
		const missing: Quantity = unknown('no_calculable', ['sin_cifra_anterior']);
		return { residents: { ...now.residents, flags: [] }, earlier: missing, years: missing };
	}
	const flags = sameKind(row, before) ? [] : ['fuentes_mixtas'];
	return {
		residents: { ...now.residents, flags },
		earlier: cell(before, 'poblacion_total'),
		years: known(periodYear(year) - Number(before.period), [row, before])
	};
}

function yearly(now: number, before: number, apart: number): Outcome {
	if (before <= 0 || apart <= 0) return plain(null);
	const value = 100 * ((now / before) ** (1 / apart) - 1);
	return { value, numerator: now, denominator: before };
}

/** Growth of the summed populations of the members that are the same number of years apart. */
function growthOfSums(
	[growth = [], apart = []]: readonly (readonly MemberValue[])[],
	size: number
): GroupResult {
	const spans = new Map(apart.map(({ municipality, value }) => [municipality, value]));
	const count = (span: number | null | undefined) =>
		apart.filter(({ value }) => value === span).length;
	const common = [...new Set(apart.flatMap(({ value }) => value ?? []))].sort(
		(a, b) => count(b) - count(a) || a - b
	)[0];
	if (common === undefined) return hidden({ covered: 0, size });

	const same = growth.filter(({ municipality }) => spans.get(municipality) === common);
	const sums = ratioOfSums(same, size, 1);
	if (sums.numerator === null || sums.denominator === null) return sums;
	return { ...sums, value: yearly(sums.numerator, sums.denominator, common).value };
}

export const CTX04 = defineIndicator({
	...contextBasics,
	id: 'CTX04',
	slug: 'crecimiento-poblacional',
	title: 'Crecimiento anual de la población',
	shortTitle: 'Crecimiento',
	question: '¿Cuánto crece la población cada año?',
	unit: '% al año',
	decimals: 1,
	direction: 'neutral',
	group: 'pooled',
	measures: [
		measure({
			formula: '100 × ((población ÷ población anterior) ^ (1 ÷ años) − 1)',
			inputs: {
				residents: population,
				earlier: { label: 'población anterior', column: 'contexto.poblacion_total' },
				years
			},
			read: readGrowth,
			compute: (values) => yearly(values.residents, values.earlier, values.years),
			pool: {
				parts: [
					['CTX04', ''],
					['CTX04', 'anios']
				],
				combine: growthOfSums
			}
		}),
		measure({
			dimension: 'anios',
			label: 'Años entre las dos cifras',
			formula: 'años',
			unit: 'años',
			decimals: 0,
			group: 'none',
			inputs: { years },
			read: (facts, year) => {
				const read = readGrowth(facts, year);
				return read && { years: read.years };
			},
			compute: (values) => plain(values.years)
		})
	],
	note: 'Entre dos años con dato. Si las dos cifras vienen de fuentes distintas, el valor lo avisa.'
});
