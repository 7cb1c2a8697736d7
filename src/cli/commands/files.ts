import { readFile, stat } from 'node:fs/promises';
import type { Context } from './context.ts';

/** The bytes of a file that the person named. What cannot be read fails with its path, folders too. */
export async function readNamed(name: string, context: Pick<Context, 'path'>): Promise<Buffer> {
	const path = context.path(name);
	const isFolder = (await stat(path)).isDirectory();
	if (isFolder) throw Object.assign(new Error(`EISDIR: ${path}`), { code: 'EISDIR', path });
	return readFile(path);
}
