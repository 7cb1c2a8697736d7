import { sql } from 'kysely';
import { openDatabase } from '#lib/server/db/open.ts';
import { migrate } from '#lib/server/db/migrate.ts';
import { valuesOfGroup } from '#lib/server/queries/values-of-group.ts';
import { publicViewer } from '#lib/server/visibility.ts';
import { startPostgres } from '../tests/postgres.ts';
import { fillCountry } from './country.ts';
import { benchPages } from './pages.ts';
import { medians } from './rounds.ts';

/** One line of the report: a job, what it is measured against, and the most it may be of that. */
type Goal = { job: string; anchor: string; atMost: number };

const goals: Goal[] = [
	{ job: 'list of 1,891 districts by population', anchor: 'select 1', atMost: 15 },
	{ job: 'one indicator and quarter of 1,891', anchor: 'select 1', atMost: 15 }
];

const server = await startPostgres();
const opened = await openDatabase({ url: server.url, dataDir: '' });

try {
	const { db } = opened;
	await migrate(db);
	const values = await fillCountry(db);
	console.log(`${values.toLocaleString('en')} values of 1,891 municipalities on PostgreSQL`);

	const members = (await db.selectFrom('municipality').select('ubigeo').execute()).map(
		(row) => row.ubigeo
	);
	const ask = (indicator: string) =>
		valuesOfGroup(db, { viewer: publicViewer, indicator, period: '2025-T3', members });

	const times = await medians(
		[
			{ name: 'select 1', run: () => sql`select 1`.execute(db) },
			{ name: 'list of 1,891 districts by population', run: () => ask('CTX01') },
			{ name: 'one indicator and quarter of 1,891', run: () => ask('SRV30') }
		],
		{ rounds: 60, warmUp: 10 }
	);

	let missed = 0;
	for (const { job, anchor, atMost } of goals) {
		const ratio = (times.get(job) ?? 0) / (times.get(anchor) ?? 1);
		if (ratio > atMost) missed++;
		const verdict = ratio <= atMost ? 'reached' : 'MISSED';
		console.log(`${job}: ${ratio.toFixed(1)} × ${anchor} (goal ≤ ${atMost}) ${verdict}`);
	}
	const pages = await benchPages();
	const all = goals.length + pages.reached + pages.missed;
	missed += pages.missed;
	console.log(`${all - missed} of ${all} goals reached`);
	process.exitCode = missed === 0 ? 0 : 1;
} finally {
	await opened.close();
	await server.stop();
}
