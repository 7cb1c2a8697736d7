import type { Kysely } from 'kysely';
import { periodName, type Period } from '#lib/domain/period.ts';
import type { Indicator, Measure } from '#lib/indicators/types.ts';
import type { Database } from '#lib/server/db/schema.ts';
import type { Originals } from '#lib/server/originals.ts';
import { seriesOf } from '#lib/server/queries/values.ts';
import { figuresAt } from '#lib/server/views/figures-at.ts';
import { valueOrigin } from '#lib/server/views/value-origin.ts';
import type { Viewer } from '#lib/server/visibility.ts';
import { valueAddress } from '#lib/words/origin.ts';

/** A stored figure with everything that it was computed from; undefined where there is none. */
export async function ownFigure(
	db: Kysely<Database>,
	options: {
		viewer: Viewer;
		originals: Originals;
		indicator: Indicator;
		measure: Measure;
		municipality: string;
		period: Period;
	}
) {
	const { viewer, indicator, measure, municipality } = options;
	const all = await seriesOf(db, {
		viewer,
		municipality,
		indicators: [indicator.id]
	}).execute();
	const series = all.filter(({ dimension }) => dimension === measure.dimension);
	// An address with a quarter may ask for what a year answers.
	const answer = figuresAt(series, options.period)(indicator.id, measure.dimension);
	const figure = series.find(({ period }) => period === answer.period);
	if (!figure) return undefined;

	return {
		period: figure.period,
		value: answer.value,
		state: answer.state,
		flags: answer.flags,
		provisional: figure.provisional,
		origin: await valueOrigin(db, { ...options, period: figure.period }),
		others: series
			.filter(({ period }) => period !== figure.period)
			.map((row) => ({
				name: periodName(row.period),
				value: row.value,
				state: row.state,
				flags: row.flags,
				address: valueAddress({
					slug: indicator.slug,
					of: municipality,
					period: row.period,
					measure: measure.dimension
				})
			}))
			.reverse()
	};
}
