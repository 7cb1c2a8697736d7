import type { Kysely } from 'kysely';
import { isQuarter, type Quarter } from '#lib/domain/quarter.ts';
import type { Database } from '#lib/server/db/schema.ts';
import { quartersWithData } from '#lib/server/queries/quarters.ts';
import type { Viewer } from '#lib/server/visibility.ts';
import { lastReportSentence } from '#lib/words/municipality.ts';
import type { Order } from './asked.ts';
import type { Chosen } from './chosen.ts';
import { gapOf, sortDifferences, type Difference } from './differences.ts';
import { figuresAt } from './figures.ts';
import { everyCompared } from './measures.ts';
import type { FigureAt } from './figure-at.ts';
import { readStored, type Shelf } from './stored.ts';

/** Places beside each other at a quarter. */
export type Comparison = {
	readonly chosen: readonly Chosen[];
	readonly shelf: Shelf;
	readonly quarter: Quarter;
	/** Quarters that may be chosen, newest first; none where there are only yearly figures. */
	readonly quarters: readonly Quarter[];
	/** Only what at least one of them has a figure of. */
	readonly differences: readonly Difference[];
};

/**
 * What the places have and how far apart they are, at the quarter asked for or the newest in which
 * one of them reported. Undefined when none of them ever reported anything.
 */
export async function compare(
	db: Kysely<Database>,
	options: { viewer: Viewer; chosen: readonly Chosen[]; quarter: Quarter | null; order: Order }
): Promise<Comparison | undefined> {
	const { viewer, chosen, order } = options;
	const members = chosen.map(({ ubigeo }) => ubigeo);
	const [shelf, rows] = await Promise.all([
		readStored(db, { viewer, members }),
		quartersWithData(db, { viewer, members }).execute()
	]);
	const known = rows.map((row) => row.quarter);
	const quarter = options.quarter ?? known[0] ?? newestYearEnd(shelf, members);
	if (!quarter) return undefined;

	const quarters = known.length === 0 || known.includes(quarter) ? known : [quarter, ...known];
	const differences = everyCompared
		.map((compared) => {
			const figures = figuresAt(compared, { chosen, shelf, quarter });
			return { compared, figures, gap: gapOf(figures) };
		})
		.filter(({ figures }) => figures.some(({ value }) => value !== null));

	return { chosen, shelf, quarter, quarters, differences: sortDifferences(differences, order) };
}

/** Of those that have nothing at the quarter shown: when they last reported. */
export function lastReports({ chosen, shelf, quarter, differences }: Comparison): string[] {
	return chosen
		.filter((_, place) => differences.every(({ figures }) => !hasFigure(figures[place])))
		.map(({ ubigeo, name }) =>
			lastReportSentence({ name, quarter, last: lastQuarter(shelf, ubigeo) ?? null })
		);
}

function hasFigure(figure: FigureAt | undefined): boolean {
	return figure !== undefined && figure.value !== null;
}

function lastQuarter(shelf: Shelf, member: string): Quarter | undefined {
	return everyCompared
		.flatMap(({ id, dimension }) => shelf(member, id, dimension).map(({ period }) => period))
		.filter((period) => isQuarter(period))
		.toSorted()
		.at(-1);
}

// Places without a quarter are compared as of the end of the newest year they have figures of.
function newestYearEnd(shelf: Shelf, members: readonly string[]): Quarter | undefined {
	const years = members.flatMap((member) =>
		everyCompared.flatMap(({ id, dimension }) =>
			shelf(member, id, dimension)
				.map(({ period }) => period)
				.filter((period) => !isQuarter(period))
		)
	);
	const newest = years.toSorted().at(-1);
	return newest === undefined ? undefined : `${Number(newest)}-T4`;
}
