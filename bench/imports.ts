import { join } from 'node:path';
import { sql } from 'kysely';
import type { Opened } from '#lib/server/db/open.ts';
import type { Originals } from '#lib/server/originals.ts';
import { startPostgres } from '../tests/postgres.ts';
import { checkOnly, parseOnly } from './check-only.ts';
import { Goals } from './goals.ts';
import {
	copyWithPsql,
	empty,
	importFile,
	megabytes,
	openCountry,
	storeFile,
	withFolder
} from './import.ts';
import { writeNational } from './national-file.ts';
import { medians } from './rounds.ts';
import { watched } from './watch.ts';

/** Rows of the national file: `BENCH_ROWS`, or a million. */
const nationalRows = Number(process.env.BENCH_ROWS ?? 1_000_000);
/** Rows beyond which indicators are computed for a national file only when `BENCH_WHOLE` asks for it. */
const mostComputed = process.env.BENCH_WHOLE ? Infinity : 10_000;
const go = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Files of a country, checked and stored on both engines, beside `psql \copy` of the same rows. */
export async function benchImports(): Promise<Goals> {
	const goals = new Goals();
	await withFolder(async (folder) => {
		for (const rows of [10_000, nationalRows]) {
			const path = join(folder, `${rows}.csv`);
			await writeNational(path, rows);
			console.log(
				`${rows.toLocaleString('en')} rows of servicios, ${(await megabytes(path)).toFixed(1)} MB`
			);
			await benchCheck(goals, path, rows);
			await benchEngines(goals, path, rows);
		}
	});
	return goals;
}

async function benchCheck(goals: Goals, path: string, rows: number): Promise<void> {
	const { peakMegabytes, delayP99 } = await watched(() => checkOnly(path, go));
	const times = await medians(
		[
			{ name: 'parse', run: () => parseOnly(path) },
			{ name: 'check', run: () => checkOnly(path, go) }
		],
		{ rounds: 3, warmUp: rows > 100_000 ? 0 : 1 }
	);
	const [parse = 1, check = 1] = times.values();
	console.log(`check only: ${Math.round(rows / (check / 1000)).toLocaleString('en')} rows/s`);
	goals.judge('check only', check / parse, 2, ' × Papa Parse, parsing only');
	goals.judge('memory of checking', peakMegabytes, 96, ' MB more');
	goals.judge('event loop while checking, p99 of its delay', delayP99, 20, ' ms');
}

async function benchEngines(goals: Goals, path: string, rows: number): Promise<void> {
	const server = await startPostgres();
	try {
		const anchors = await medians([{ name: 'copy', run: () => copyWithPsql(server.url, path) }], {
			rounds: 3,
			warmUp: 1
		});
		const [copy = 1] = anchors.values();
		console.log(`psql \\copy: ${Math.round(rows / (copy / 1000)).toLocaleString('en')} rows/s`);
		for (const engine of ['PostgreSQL', 'embedded'] as const) {
			await withFolder(async (dataDir, originals) => {
				const target = engine === 'PostgreSQL' ? { url: server.url, dataDir } : { dataDir };
				const opened = await openCountry(target);
				try {
					await benchStore(goals, { opened, originals, path, rows, engine, copy });
					if (rows <= mostComputed)
						await benchWhole(goals, { opened, originals, path, rows, engine, copy });
				} finally {
					await opened.close();
				}
			});
		}
	} finally {
		await server.stop();
	}
}

type Engine = {
	opened: Opened;
	originals: Originals;
	path: string;
	rows: number;
	engine: 'PostgreSQL' | 'embedded';
	/** Milliseconds of `psql \copy` of the same rows. */
	copy: number;
};

/** What the anchor does too, and what an import adds to it: checks and where each row comes from. */
async function benchStore(goals: Goals, { opened, originals, path, ...given }: Engine) {
	const { rows, engine, copy } = given;
	const { result, peakMegabytes, delayP99 } = await watched(() =>
		storeFile(opened, originals, path)
	);
	const rate = Math.round(rows / (result / 1000)).toLocaleString('en');
	console.log(`${engine}, read, check, store: ${rate} rows/s`);
	const atMost = engine === 'embedded' ? 5 : rows > 10_000 ? 2 : 1.5;
	const name = `${engine}: decode, parse, check every cell, store with provenance, commit`;
	goals.judge(name, result / copy, atMost, ' × \\copy');
	goals.judge(`${engine}: memory of it`, peakMegabytes, 96, ' MB more');
	goals.judge(`${engine}: event loop, p99 of its delay`, delayP99, 20, ' ms');
	await empty(opened.db);
}

/** The way a person's file goes, looked at before it is confirmed, and its indicators computed. */
async function benchWhole(goals: Goals, { opened, originals, path, ...given }: Engine) {
	const { engine, copy } = given;
	const { check, store, compute } = await importFile(opened, originals, path);
	const times = (part: number) => (part / copy).toFixed(1);
	const { count } = await opened.db
		.selectFrom('indicator_value')
		.select((eb) => eb.fn.countAll<number>().as('count'))
		.executeTakeFirstOrThrow();
	console.log(
		`${engine}: the look before confirming ${times(check)}, reading again and storing ${times(store)} × \\copy (no goal)`
	);
	const sum = await medians(
		[
			{
				name: 'sum',
				run: () => sql`select sum(value), count(state) from indicator_value`.execute(opened.db)
			}
		],
		{ rounds: 5, warmUp: 1 }
	);
	const name = `${engine}: recompute of what the file touches, ${count.toLocaleString('en')} values written back`;
	goals.judge(name, compute / (sum.get('sum') ?? 1), 15, ' × sequential sum of the values');
	await empty(opened.db);
}
