import type { Period } from '#lib/domain/period.ts';
import { findIndicator } from '#lib/indicators/index.ts';
import type { State } from '#lib/indicators/types.ts';
import { isAnswer, spanFor } from '../queries/as-of.ts';

/** A stored figure of one municipality. */
export type StoredFigure = {
	readonly indicator: string;
	readonly dimension: string;
	readonly period: Period;
	readonly value: number | null;
	readonly state: State;
	readonly flags: readonly string[];
	readonly provisional: boolean;
};

/** A figure as it answers for a period: `no_reporto` where there is none, `vencido` where it is too old. */
export type Figure = Pick<StoredFigure, 'value' | 'state' | 'flags' | 'provisional'> & {
	readonly period: Period | null;
};

const silence: Figure = {
	period: null,
	value: null,
	state: 'no_reporto',
	flags: [],
	provisional: false
};

/** Looks up figures of one municipality at a period, by the same rules as lists of many do. */
export function figuresAt(rows: readonly StoredFigure[], period: Period) {
	const byMeasure = new Map<string, StoredFigure[]>();
	for (const row of rows) {
		const same = byMeasure.get(keyOf(row));
		if (same) same.push(row);
		else byMeasure.set(keyOf(row), [row]);
	}

	return (indicator: string, dimension = ''): Figure => {
		const span = spanFor(findIndicator(indicator), period);
		const past = (byMeasure.get(keyOf({ indicator, dimension })) ?? []).filter((row) =>
			span.exact ? row.period === span.to : row.period <= span.to
		);
		const fresh = past.filter((row) => row.period >= span.from);
		const newest = fresh.findLast(isAnswer) ?? fresh.at(-1);
		if (newest) return newest;
		const old = past.at(-1);
		return old ? { ...silence, period: old.period, state: 'vencido' } : silence;
	};
}

function keyOf({ indicator, dimension }: { indicator: string; dimension: string }): string {
	return `${indicator}|${dimension}`;
}
