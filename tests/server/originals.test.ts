import { createHash } from 'node:crypto';
import { readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openOriginals, type Acknowledged } from '#lib/server/originals.ts';
import { compareOriginals, restoreLost } from '#lib/server/originals-recovery.ts';
import { describeEngines } from '../engines.ts';
import { temporaryFolder } from '../folders.ts';

const bytes = new TextEncoder().encode('municipio_id;anio\r\n180301;1993\r\n');
const sha256 = createHash('sha256').update(bytes).digest('hex');

test('a file is kept under the hash of its bytes, once, and read back', async () => {
	const folder = await temporaryFolder();
	const originals = await openOriginals(folder);
	const upload = join(folder, 'upload');
	await writeFile(upload, bytes);

	expect(await originals.keep(bytes)).toEqual({ sha256, bytes: bytes.length });
	const before = await stat(originals.pathOf(sha256));
	expect(await originals.keep({ path: upload })).toEqual({ sha256, bytes: bytes.length });

	expect((await stat(originals.pathOf(sha256))).ino).toBe(before.ino);
	expect(before.mode & 0o777).toBe(0o600);
	expect(await originals.read(sha256)).toEqual(bytes);
	expect(await originals.list()).toEqual(new Set([sha256]));
	expect((await readdir(join(folder, 'originals'))).sort()).toEqual([sha256, 'acuses'].sort());
});

test('a file that was altered on disk is not handed out', async () => {
	const originals = await openOriginals(await temporaryFolder());
	await originals.keep(bytes);
	await writeFile(originals.pathOf(sha256), 'other');
	await expect(originals.read(sha256)).rejects.toThrow('altered');
	await expect(originals.keep(bytes)).rejects.toThrow('altered');
});

test('a name from outside makes no path', async () => {
	const originals = await openOriginals(await temporaryFolder());
	await expect(originals.read('../lock')).rejects.toThrow('Not the name');
});

describeEngines('at start the database and the folder are compared', (engine) => {
	const acknowledged: Acknowledged = {
		id: 'abcdefghijklmn23',
		sha256,
		bytes: bytes.length,
		file_name: 'contexto.csv',
		dataset: 'contexto',
		account: null,
		choices: { delimiter: ';' },
		package: null,
		idempotency_key: null,
		received_at: '2026-11-21T19:05:00.123Z'
	};

	test('and what was acknowledged but is not there is offered again', async () => {
		const originals = await openOriginals(await temporaryFolder());
		await originals.keep(bytes);
		await originals.note(acknowledged);

		const { lost } = await compareOriginals(engine.db, originals);
		expect(lost).toEqual([acknowledged]);
		await restoreLost(engine.db, lost);

		const rows = await engine.db.selectFrom('submission').selectAll().execute();
		expect(rows).toMatchObject([{ ...acknowledged, state: 'recibida' }]);
		expect(await compareOriginals(engine.db, originals)).toEqual({ missing: [], lost: [] });

		await rm(originals.pathOf(sha256));
		expect((await compareOriginals(engine.db, originals)).missing).toEqual([acknowledged.id]);
	});
});
