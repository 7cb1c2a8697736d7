import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openOriginals, type Originals } from '#lib/server/originals.ts';

/** A folder of originals of its own, and how to remove it. */
export async function temporaryOriginals(): Promise<{
	originals: Originals;
	remove: () => Promise<void>;
}> {
	const folder = await mkdtemp(join(tmpdir(), 'observatorio-'));
	return {
		originals: await openOriginals(folder),
		remove: () => rm(folder, { recursive: true, force: true })
	};
}
