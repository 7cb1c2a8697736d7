import type { Kysely } from 'kysely';
import { isQuarter } from '#lib/domain/quarter.ts';
import type { Period } from '#lib/domain/period.ts';
import { findIndicator } from '#lib/indicators/index.ts';
import type { Indicator, Measure, MemberValue } from '#lib/indicators/types.ts';
import type { Database } from '../db/schema.ts';
import type { Viewer } from '../visibility.ts';
import { isAnswer, spanFor } from './as-of.ts';
import { countedMembers } from './counted-members.ts';
import { groupValueOf, memberValue, type GroupValue } from './group-values.ts';
import { figuresUntil, unpacked, type MemberFigure } from './packed-figures.ts';

/** Members' figures of one measure by period, oldest first. */
type Series = ReadonlyMap<Period, ReadonlyMap<string, MemberFigure>>;

/**
 * What a group was, period by period, for one measure; oldest first, and only the periods of which a
 * member has a value. Each series is read once, however many periods there are.
 */
export async function groupSeries(
	db: Kysely<Database>,
	options: {
		viewer: Viewer;
		indicator: Indicator;
		measure: Measure;
		members: readonly string[];
		from?: Period;
		to?: Period;
	}
): Promise<(GroupValue & { period: Period })[]> {
	const { viewer, indicator, measure, from, to } = options;
	const { members } = await countedMembers(db, options);
	const known = new Map<string, Promise<Series>>();

	const series = (id: string, dimension: string): Promise<Series> => {
		const name = `${id}|${dimension}`;
		const found =
			known.get(name) ?? readSeries(db, { viewer, indicator: id, dimension, to, members });
		known.set(name, found);
		return found;
	};

	const own = await series(indicator.id, measure.dimension);
	const periods = [...own.keys()].filter((period) => (from ?? '') <= period);

	return Promise.all(
		periods.map(async (period) => {
			const read = async (id: string, dimension: string) =>
				valuesAt(await series(id, dimension), { indicator: id, period, members });
			return { period, ...(await groupValueOf(indicator, measure, members.length, read)) };
		})
	);
}

async function readSeries(
	db: Kysely<Database>,
	asked: {
		viewer: Viewer;
		indicator: string;
		dimension: string;
		to?: Period;
		members: readonly string[];
	}
): Promise<Series> {
	const rows = await figuresUntil(db, { ...asked, detail: 'ratio' }).execute();
	const members = new Set(asked.members);
	const periods = rows.map((row): [Period, Map<string, MemberFigure>] => [
		row.period,
		new Map([...unpacked(row)].filter(([ubigeo]) => members.has(ubigeo)))
	]);
	return new Map(periods.filter(([, figures]) => figures.size > 0));
}

/**
 * The value of each member that answers for a period: its own, or the newest year that is valid. A
 * year is read as its last quarter, so that who reports later than others does not look like a loss.
 */
function valuesAt(
	series: Series,
	asked: { indicator: string; period: Period; members: readonly string[] }
): MemberValue[] {
	const indicator = findIndicator(asked.indicator);
	const isYear = indicator?.frequency === 'year' && !isQuarter(asked.period);
	const span = spanFor(indicator, isYear ? `${Number(asked.period)}-T4` : asked.period);
	const newestFirst = [...series]
		.filter(([period]) => span.from <= period && period <= span.to)
		.map(([, figures]) => figures)
		.reverse();

	return asked.members.flatMap((municipality) => {
		const told = newestFirst.map((figures) => figures.get(municipality));
		const figure = told.find((one) => one && isAnswer(one)) ?? told.find((one) => one);
		return figure ? [memberValue(figure)] : [];
	});
}
