import type { Kysely } from 'kysely';
import type { Quarter } from '#lib/domain/quarter.ts';
import type { Database } from '#lib/server/db/schema.ts';
import { networkSeries } from '#lib/server/queries/values.ts';
import type { Viewer } from '#lib/server/visibility.ts';

type Row = { ubigeo: string; last: Quarter | null };

/** In how many of the five categories there are services, at the newest quarter of each municipality. */
export async function coverageOf(
	db: Kysely<Database>,
	{ viewer, rows }: { viewer: Viewer; rows: readonly Row[] }
): Promise<Map<string, number>> {
	const reporting = rows.filter(({ last }) => last !== null);
	if (reporting.length === 0) return new Map();

	const series = await networkSeries(db, {
		viewer,
		indicator: 'SRV07',
		members: reporting.map(({ ubigeo }) => ubigeo)
	}).execute();
	const last = new Map(reporting.map((row) => [row.ubigeo, row.last]));
	return new Map(
		series.flatMap(({ ubigeo, period, value }) =>
			value !== null && period === last.get(ubigeo) ? [[ubigeo, value]] : []
		)
	);
}
