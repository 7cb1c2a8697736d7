import { readdir } from 'node:fs/promises';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { migrations } from '#db/migrations/index.ts';
import { migrate, NewerDatabase, pendingMigrations } from '#lib/server/db/migrate.ts';
import { openDatabase } from '#lib/server/db/open.ts';
import { forEachEngine, openFresh, newServerDatabase } from '../engines.ts';

test('every file is in the list, in order', async () => {
	const files = await readdir(new URL('../../db/migrations', import.meta.url));
	const names = files.filter((name) => name !== 'index.ts').map((name) => name.replace('.ts', ''));
	expect(Object.keys(migrations)).toEqual(names.sort());
});

forEachEngine((engine) => {
	test(`they run once, and a second time change nothing (${engine})`, async () => {
		const opened = await openFresh(engine, { empty: true });
		try {
			expect(await pendingMigrations(opened.db)).toEqual(Object.keys(migrations));
			expect(await migrate(opened.db)).toEqual(Object.keys(migrations));
			expect(await migrate(opened.db)).toEqual([]);
			expect(await pendingMigrations(opened.db)).toEqual([]);
		} finally {
			await opened.close();
		}
	});

	test(`a database of a later program is refused and left alone (${engine})`, async () => {
		const opened = await openFresh(engine);
		try {
			await sql`insert into kysely_migration values ('9999_later', now()::text)`.execute(opened.db);
			await expect(migrate(opened.db)).rejects.toThrow(NewerDatabase);
		} finally {
			await opened.close();
		}
	});
});

test('two programs that start together migrate once', async () => {
	const { url, drop } = await newServerDatabase();
	const programs = await Promise.all([1, 2].map(() => openDatabase({ url, dataDir: '' })));
	const ran = await Promise.all(programs.map(({ db }) => migrate(db)));
	expect(ran.flat().sort()).toEqual(Object.keys(migrations));
	await Promise.all(programs.map((program) => program.close()));
	await drop();
});
