import { execFile } from 'node:child_process';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { sql, type Kysely } from 'kysely';
import { insertRows } from '#lib/server/db/bulk.ts';
import { migrate } from '#lib/server/db/migrate.ts';
import { openDatabase, type Opened } from '#lib/server/db/open.ts';
import type { Database } from '#lib/server/db/schema.ts';
import { openOriginals, type Originals } from '#lib/server/originals.ts';
import { checkInBackground } from '#lib/server/submissions/large-check.ts';
import { confirmInBackground } from '#lib/server/submissions/large-commit.ts';
import { readLarge } from '#lib/server/submissions/large-file.ts';
import { receive } from '#lib/server/submissions/receive.ts';
import { Staging } from '#lib/server/submissions/staging.ts';
import { submissionById } from '#lib/server/submissions/state.ts';
import { installedBinaries } from '../tests/postgres-binaries.ts';
import { heading, places } from './national-file.ts';

const run = promisify(execFile);

/** `psql \copy` of the file into a table of texts with the same key: what every import is held against. */
export async function copyWithPsql(url: string, path: string): Promise<void> {
	const columns = heading.split(',');
	const key = ['municipio_id', 'periodo', 'institucion', 'categoria', 'tipo_servicio'];
	const table = `create table ancla (${columns.map((name) => `${name} text`).join(', ')}, primary key (${key.join(', ')}))`;
	const psql = join(installedBinaries() ?? '', 'psql');
	const copy = `\\copy ancla from '${path}' with (format csv, header)`;
	const commands = ['drop table if exists ancla', table, copy].flatMap((line) => ['-c', line]);
	await run(psql, ['-X', '-q', '-v', 'ON_ERROR_STOP=1', url, ...commands], {
		env: { ...process.env, PGOPTIONS: '--client-min-messages=error' }
	});
}

/** A database with the tables and the registry of the country; `close` ends it. */
export async function openCountry(target: { url?: string; dataDir: string }): Promise<Opened> {
	const opened = await openDatabase(target);
	await migrate(opened.db);
	await empty(opened.db);
	await opened.db.deleteFrom('municipality').execute();
	await insertRows(
		opened.db,
		'municipality',
		{
			ubigeo: 'text',
			scope: 'text',
			name: 'text',
			kind: 'text',
			department: 'text',
			sort_key: 'text',
			search_key: 'text',
			fictional: 'boolean'
		},
		[...places.byUbigeo.values()].map(({ ubigeo, name, scope, department }) => ({
			ubigeo,
			scope,
			name,
			kind: 'distrital',
			department,
			sort_key: name,
			search_key: name,
			fictional: false
		}))
	);
	return opened;
}

/** Takes every record away, as if nothing had ever been sent. */
export async function empty(db: Kysely<Database>): Promise<void> {
	await sql`alter table record disable trigger user`.execute(db);
	await sql`alter table revision disable trigger user`.execute(db);
	await sql`truncate record, indicator_value, finding, job`.execute(db);
	await sql`update submission set revision = null`.execute(db);
	await sql`delete from revision`.execute(db);
	await sql`alter table record enable trigger user`.execute(db);
	await sql`alter table revision enable trigger user`.execute(db);
}

export type Imported = {
	/** Milliseconds of each part. */
	readonly check: number;
	readonly store: number;
	readonly compute: number;
};

const go = () => new Promise<void>((resolve) => setImmediate(resolve));

/** The whole way of a file that is on disk already: checked, read again, stored, computed, committed. */
export async function importFile(
	opened: Opened,
	originals: Originals,
	path: string,
	pause = go
): Promise<Imported> {
	const { id } = await receive(opened.db, {
		originals,
		bytes: { path },
		fileName: 'servicios.csv',
		account: null
	});
	const start = performance.now();
	await checkInBackground(opened.db, id, { originals, pause });
	const checked = performance.now();
	let computing = 0;
	await confirmInBackground(opened, id, {
		originals,
		pause,
		account: null,
		step: (step) => {
			if (step === 'calculando') computing ||= performance.now();
		}
	});
	const end = performance.now();
	return {
		check: checked - start,
		store: (computing || end) - checked,
		compute: end - (computing || end)
	};
}

/** Reading, checking and storing alone: what `\copy` of the same rows is held against. */
export async function storeFile(
	opened: Opened,
	originals: Originals,
	path: string,
	pause = go
): Promise<number> {
	const { id } = await receive(opened.db, {
		originals,
		bytes: { path },
		fileName: 'servicios.csv',
		account: null
	});
	const submission = await submissionById(opened.db, id);
	const start = performance.now();
	const staging = await Staging.create(opened, id);
	try {
		const { verdict } = await readLarge(opened.db, submission, {
			originals,
			choices: {},
			pause,
			sink: staging
		});
		if (verdict === 'rejected') throw new Error('The invented file has errors.');
		await staging.finish();
		await opened.db.transaction().execute(async (trx) => {
			await sql`set local statement_timeout = 0`.execute(trx);
			const { id: revision } = await trx
				.insertInto('revision')
				.values({ submission: id, reason: 'Banco de pruebas' })
				.returning('id')
				.executeTakeFirstOrThrow();
			await staging.store(trx, { revision, pause });
		});
	} finally {
		await staging.drop();
	}
	return performance.now() - start;
}

/** A folder for files and originals, removed at the end. */
export async function withFolder<T>(
	work: (folder: string, originals: Originals) => Promise<T>
): Promise<T> {
	const folder = await mkdtemp(join(tmpdir(), 'observatorio-bench-'));
	try {
		return await work(folder, await openOriginals(folder));
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

export async function megabytes(path: string): Promise<number> {
	return (await stat(path)).size / 1e6;
}
