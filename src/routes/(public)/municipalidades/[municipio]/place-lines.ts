import {
	addQuarters,
	isQuarter,
	quartersBetween,
	yearOf,
	type Quarter
} from '#lib/domain/quarter.ts';
import type { Period } from '#lib/domain/period.ts';
import { currencies } from '#lib/domain/codes.ts';
import { indicators } from '#lib/indicators/index.ts';
import type { Indicator, Measure } from '#lib/indicators/types.ts';
import { database } from '#lib/server/database.ts';
import { groupFigures } from '#lib/server/views/group-figures.ts';
import { tell, type Told } from '#lib/server/views/indicator-line.ts';
import { placeInGroup, type Place } from '#lib/words/place.ts';
import type { Figure, StoredFigure } from '#lib/server/views/figures-at.ts';
import type { Asked, Lookup } from './profile.ts';

/** One indicator of one municipality: figure, the way there, place in the group in words. */
export type PlaceLine = Told &
	Figure & {
		readonly measure: string;
		readonly place: Place;
		readonly median: number | null;
		readonly series: readonly (number | null)[];
	};

/** The indicators shown first, in the order of the page. */
const order = ['IDX02', 'IDX03', 'SRV07', 'UMP05', 'FON01', 'FON02', 'MIC01', 'MIC02', 'CTX01'];

/** A place is a position: the index has none until its robustness is known. */
const nowhere: Place = { word: null, judgement: null, note: '' };

/** The indicators shown first, each beside the median of the group. */
export async function placeLines(
	{ viewer, choice, series }: Asked,
	{ at, quarter }: { at: Lookup; quarter: Quarter }
): Promise<PlaceLine[]> {
	const shown = indicators
		.filter(({ id, featured }) => featured && order.includes(id))
		.sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id));

	return Promise.all(
		shown.flatMap((indicator) =>
			measuresOf(indicator, at).map(async (measure) => {
				const told = tell(indicator, measure);
				const own = at(indicator.id, measure.dimension);
				const group =
					choice &&
					(await groupFigures(database(), {
						viewer,
						indicator,
						measure,
						period: quarter,
						members: choice.group.members
					}));
				return {
					...told,
					...own,
					measure: measure.dimension,
					place:
						indicator.family === 'IDX' || !group
							? nowhere
							: placeInGroup(own, group.members, told.direction),
					median: group?.median ?? null,
					series: wayOf(
						series.filter(
							(row) => row.indicator === indicator.id && row.dimension === measure.dimension
						),
						quarter
					)
				};
			})
		)
	);
}

// The headline; where it cannot be computed, the currencies in which something was reported.
function measuresOf({ id, measures }: Indicator, at: Lookup): readonly Measure[] {
	const [first] = measures;
	if (!first || at(id, first.dimension).value !== null) return measures.slice(0, 1);
	const monies = measures.filter(
		({ dimension }) => dimension in currencies && at(id, dimension).value !== null
	);
	return monies.length > 0 ? monies : [first];
}

// Eight quarters, or the years as they come, up to the quarter shown.
function wayOf(rows: readonly StoredFigure[], quarter: Quarter): (number | null)[] {
	const values = new Map<Period, number | null>(rows.map(({ period, value }) => [period, value]));
	const periods: Period[] = rows.some(({ period }) => isQuarter(period))
		? quartersBetween(addQuarters(quarter, -7), quarter)
		: Array.from({ length: 8 }, (_, step): Period => `${yearOf(quarter) - 7 + step}`);
	const way = periods.map((period) => values.get(period) ?? null);
	return way.filter((value) => value !== null).length > 1 ? way : [];
}
