import type { Kysely } from 'kysely';
import type { Database } from '#lib/server/db/schema.ts';
import { pageOfValues } from '#lib/server/queries/values.ts';
import type { Viewer } from '#lib/server/visibility.ts';
import type { Stored } from './figure-at.ts';
import { withoutHeadline } from './measures.ts';

/** What each municipality has of a measure, oldest first. */
export type Shelf = (municipality: string, indicator: string, dimension: string) => Stored[];

/** Six municipalities have a few thousand rows; the queries end somewhere all the same. */
const limit = 50_000;

/** Everything that is compared of some municipalities, read at once. */
export async function readStored(
	db: Kysely<Database>,
	options: { viewer: Viewer; members: readonly string[] }
): Promise<Shelf> {
	const answers = await Promise.all([
		pageOfValues(db, { ...options, dimension: '', limit }).execute(),
		...withoutHeadline.map(({ id }) =>
			pageOfValues(db, { ...options, indicator: id, limit }).execute()
		)
	]);

	const shelves = new Map<string, Stored[]>();
	for (const row of answers.flat()) {
		const name = `${row.municipality}|${row.indicator}|${row.dimension}`;
		const shelf = shelves.get(name);
		if (shelf) shelf.push(row);
		else shelves.set(name, [row]);
	}
	return (...parts) => shelves.get(parts.join('|')) ?? [];
}
