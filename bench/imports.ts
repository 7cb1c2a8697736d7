import { join } from 'node:path';
import { startPostgres } from '../tests/postgres.ts';
import { checkOnly, parseOnly } from './check-only.ts';
import { Goals } from './goals.ts';
import { copyWithPsql, empty, importFile, megabytes, openCountry, withFolder } from './import.ts';
import { writeNational } from './national-file.ts';
import { medians } from './rounds.ts';
import { watched } from './watch.ts';

/** Rows of the national file: `BENCH_ROWS`, or a million. */
const nationalRows = Number(process.env.BENCH_ROWS ?? 1_000_000);
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
	const isLarge = rows > 10_000;
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
					const { result, peakMegabytes, delayP99 } = await watched(() =>
						importFile(opened, originals, path)
					);
					const rate = Math.round(rows / (result.store / 1000)).toLocaleString('en');
					console.log(`${engine}, check and commit: ${rate} rows/s`);
					const atMost = engine === 'embedded' ? 5 : isLarge ? 2 : 1.5;
					goals.judge(
						`${engine}: read, check every cell, store`,
						result.store / copy,
						atMost,
						' × \\copy'
					);
					console.log(
						`${engine}: the look before confirming ${(result.check / copy).toFixed(1)}, indicators ${(result.compute / copy).toFixed(1)} × \\copy (no goal)`
					);
					goals.judge(`${engine}: memory of the whole import`, peakMegabytes, 96, ' MB more');
					goals.judge(`${engine}: event loop, p99 of its delay`, delayP99, 20, ' ms');
					await empty(opened.db);
				} finally {
					await opened.close();
				}
			});
		}
	} finally {
		await server.stop();
	}
}
