import type { Period } from '#lib/domain/period.ts';
import type { State } from '#lib/indicators/types.ts';
import type { Span } from '#lib/server/queries/as-of.ts';

/** One stored value of one municipality, as the query hands it over. */
export type Stored = {
	readonly period: Period;
	readonly value: number | null;
	readonly state: State;
	readonly flags: readonly string[];
	readonly provisional: boolean;
};

/** What a municipality has of one measure at the period shown; `period` is null when it has nothing. */
export type FigureAt = Omit<Stored, 'period'> & { readonly period: Period | null };

const nothing: FigureAt = {
	period: null,
	value: null,
	state: 'no_reporto',
	flags: [],
	provisional: false
};

/**
 * The value that answers for a span of periods: the newest with a figure, else the newest with a
 * reason; an older one has expired. `series` is oldest first.
 */
export function figureAt(series: readonly Stored[], span: Span): FigureAt {
	const last = series.filter(({ period }) => (span.exact ? period === span.to : period <= span.to));
	const fresh = last.filter(({ period }) => period >= span.from);
	const found = fresh.findLast(({ value }) => value !== null) ?? fresh.at(-1);
	if (found) return found;

	const old = last.at(-1);
	return old ? { ...nothing, period: old.period, state: 'vencido', flags: old.flags } : nothing;
}
