import { writeSync } from 'node:fs';
import { openDatabase } from '#lib/server/db/open.ts';
import { acquireLock } from '#lib/server/lock.ts';
import { openOriginals } from '#lib/server/originals.ts';
import { check } from '#lib/server/submissions/check.ts';
import { confirm } from '#lib/server/submissions/confirm.ts';
import { confirmPackage } from '#lib/server/submissions/confirm-package.ts';
import { checkPackage, receivePackage } from '#lib/server/submissions/package.ts';
import { receive } from '#lib/server/submissions/receive.ts';
import { undo } from '#lib/server/submissions/undo.ts';
import { fileNumber, filesOfRun, packageOfRun } from './files.ts';

/**
 * A process to be killed: `importer.ts DATA_DIR URL RUN` imports the files of a run, takes every third
 * back and sends a package of two, and says each thing that it acknowledges, at once and before the next.
 * An empty URL is the embedded database.
 */
const [dataDir = '', url = '', run = '0'] = process.argv.slice(2);
const say = (line: string) => writeSync(1, `${line}\n`);

// The lock of the one killed before is still there: it must not need a hand to remove it.
const lock = await acquireLock(dataDir, { port: 0 });
const { db, close } = await openDatabase({ url: url || undefined, dataDir });
const originals = await openOriginals(dataDir);
say('ready');
for (const number of filesOfRun(Number(run))) {
	const bytes = new TextEncoder().encode(fileNumber(number));
	const arrival = { originals, bytes, fileName: `${number}.csv`, account: null };
	const { id } = await receive(db, arrival);
	say(`received ${id} ${number}`);
	await check(db, id, arrival);
	await confirm(db, id, arrival);
	say(`confirmed ${id} ${number}`);
	if (number % 3 === 0) {
		say(`undoing ${id} ${number}`);
		await undo(db, id, { account: null });
		say(`undone ${id} ${number}`);
	}
}
const together = packageOfRun(Number(run)).map((number) => ({
	originals,
	bytes: new TextEncoder().encode(fileNumber(number)),
	fileName: `${number}.csv`,
	account: null
}));
const { package: label, ids } = await receivePackage(db, together);
for (const [place, id] of ids.entries()) say(`received ${id} ${packageOfRun(Number(run))[place]}`);
if (label === null) throw new Error('Two files are a package.');
await checkPackage(db, label, { originals });
await confirmPackage(db, label, { originals, account: null });
for (const id of ids) say(`confirmed ${id} 0`);
await close();
await lock.release();
say('done');
