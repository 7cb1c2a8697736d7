import { sql, type Kysely } from 'kysely';
import { standings } from '#lib/comparison/rank.ts';
import { migrate } from '#lib/server/db/migrate.ts';
import { openDatabase } from '#lib/server/db/open.ts';
import type { Database } from '#lib/server/db/schema.ts';
import { findGroup } from '#lib/server/queries/groups.ts';
import { namesOf } from '#lib/server/queries/names.ts';
import { valuesOfGroup } from '#lib/server/queries/values-of-group.ts';
import { publicViewer as viewer } from '#lib/server/visibility.ts';
import { startPostgres } from '../tests/postgres.ts';
import { fillCountry } from './country.ts';
import { medians, type Job } from './rounds.ts';

const atMost = 15;
const period = '2025-T3';

/**
 * What the page of an indicator asks of a whole country, on PostgreSQL with a country of values,
 * against the cheapest question there is.
 */
export async function benchValues(): Promise<{ reached: number; missed: number }> {
	const server = await startPostgres();
	const { db, close } = await openDatabase({ url: server.url, dataDir: '' });
	try {
		await migrate(db);
		const values = await fillCountry(db);
		console.log(`${values.toLocaleString('en')} values of 1,891 municipalities on PostgreSQL`);
		return await judge(await jobsOver(db));
	} finally {
		await close();
		await server.stop();
	}
}

async function jobsOver(db: Kysely<Database>): Promise<Job[]> {
	const country = await findGroup(db, { viewer, id: 'pais' });
	if (!country) throw new Error('Nobody is in the country.');
	const { members } = country;
	const figures = (indicator: string) =>
		valuesOfGroup(db, { viewer, indicator, period, members, detail: 'value' });

	return [
		{ name: 'select 1', run: () => sql`select 1`.execute(db) },
		{
			name: 'list of 1,891 districts by population, the 50 largest named',
			run: async () => {
				const sorted = (await figures('CTX01')).sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
				await namesOf(db, { viewer, members: sorted.slice(0, 50).map(({ ubigeo }) => ubigeo) });
			}
		},
		{
			name: 'one indicator and quarter of 1,891 with rank, quartile, percentile',
			run: async () => {
				const all = await figures('SRV30');
				standings(
					all.map(({ ubigeo, value, state }) => ({ key: ubigeo, value, complete: state === 'ok' })),
					'higher'
				);
			}
		}
	];
}

async function judge(jobs: readonly Job[]): Promise<{ reached: number; missed: number }> {
	const times = await medians(jobs, { rounds: 100, warmUp: 20 });
	const [anchor = 1, ...rest] = times.values();
	const ratios = rest.map((time) => time / anchor);

	for (const [index, ratio] of ratios.entries()) {
		const verdict = ratio <= atMost ? 'reached' : 'MISSED';
		console.log(
			`${jobs[index + 1]?.name}: ${ratio.toFixed(1)} × select 1 (goal ≤ ${atMost}) ${verdict}`
		);
	}
	const reached = ratios.filter((ratio) => ratio <= atMost).length;
	return { reached, missed: ratios.length - reached };
}
