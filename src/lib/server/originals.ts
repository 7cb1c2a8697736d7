import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** What is known of a file when «recibido» is said, enough to offer it again should its row be lost. */
export type Acknowledged = {
	readonly id: string;
	readonly sha256: string;
	readonly bytes: number;
	readonly file_name: string;
	readonly dataset: string | null;
	readonly account: string | null;
	readonly choices: unknown;
	readonly package: string | null;
	readonly idempotency_key: string | null;
	readonly received_at: string;
};

/** The files as they were sent, by the SHA-256 of their bytes. Nothing here is ever overwritten. */
export type Originals = {
	/** Stores and flushes to disk, file and folder; the same bytes again are stored once. */
	keep(source: Uint8Array | { readonly path: string }): Promise<{ sha256: string; bytes: number }>;
	/** Throws when the file is missing or its bytes are no longer those of its name. */
	read(sha256: string): Promise<Uint8Array>;
	/** Where the file is, for a download. */
	pathOf(sha256: string): string;
	/** The names (SHA-256) of all files. */
	list(): Promise<Set<string>>;
	/** Writes down, flushed, that a file was acknowledged. Call it before saying so. */
	note(acknowledged: Acknowledged): Promise<void>;
	/** Takes a note back: the same file was acknowledged before, or was invented and is removed. */
	forget(id: string): Promise<void>;
	notes(): Promise<Acknowledged[]>;
};

/** Opens `originals` inside the data folder, creating it. */
export async function openOriginals(dataDir: string): Promise<Originals> {
	const folder = join(dataDir, 'originals');
	const notes = join(folder, 'acuses');
	await mkdir(notes, { recursive: true, mode: 0o700 });
	const pathOf = (sha256: string) => join(folder, checkedName(sha256, /^[0-9a-f]{64}$/));
	const noteOf = (id: string) => join(notes, `${checkedName(id, /^[0-9A-Za-z]{16}$/)}.json`);

	return {
		pathOf,
		async keep(source) {
			const temporary = join(folder, `.${randomBytes(8).toString('hex')}.parte`);
			try {
				const written = await writeFlushed(temporary, chunksOf(source));
				if (await exists(pathOf(written.sha256))) await readChecked(pathOf, written.sha256);
				else await rename(temporary, pathOf(written.sha256));
				// Also when it was there: whoever wrote it may not have flushed the folder yet.
				await flushFolder(folder);
				return written;
			} finally {
				await rm(temporary, { force: true });
			}
		},
		read: (sha256) => readChecked(pathOf, sha256),
		async list() {
			const names = await readdir(folder);
			return new Set(names.filter((name) => /^[0-9a-f]{64}$/.test(name)));
		},
		async note(acknowledged) {
			const text = Buffer.from(JSON.stringify(acknowledged));
			// A name of its own: the same file may be noted twice at once, or again after a crash.
			const temporary = join(notes, `.${randomBytes(8).toString('hex')}.parte`);
			await writeFlushed(temporary, [text]);
			await rename(temporary, noteOf(acknowledged.id));
			await flushFolder(notes);
		},
		forget: (id) => rm(noteOf(id), { force: true }),
		async notes() {
			const names = (await readdir(notes)).filter((name) => name.endsWith('.json'));
			return Promise.all(
				names.map(async (name): Promise<Acknowledged> => {
					return JSON.parse(await readFile(join(notes, name), 'utf8'));
				})
			);
		}
	};
}

function chunksOf(source: Uint8Array | { readonly path: string }) {
	return source instanceof Uint8Array ? [source] : createReadStream(source.path);
}

async function writeFlushed(
	path: string,
	chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>
) {
	const hash = createHash('sha256');
	let bytes = 0;
	const file = await open(path, 'wx', 0o600);
	try {
		for await (const chunk of chunks) {
			hash.update(chunk);
			bytes += chunk.length;
			await file.writeFile(chunk);
		}
		await file.sync();
	} finally {
		await file.close();
	}
	return { sha256: hash.digest('hex'), bytes };
}

async function readChecked(pathOf: (sha256: string) => string, sha256: string) {
	const bytes = await readFile(pathOf(sha256));
	if (createHash('sha256').update(bytes).digest('hex') !== sha256) {
		throw new Error(`The original ${sha256} was altered on disk.`);
	}
	return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** A new name is only safe once its folder is on disk too. Windows cannot open a folder. */
async function flushFolder(path: string): Promise<void> {
	if (process.platform === 'win32') return;
	const folder = await open(path, 'r');
	try {
		await folder.sync();
	} finally {
		await folder.close();
	}
}

async function exists(path: string): Promise<boolean> {
	return stat(path).then(
		() => true,
		() => false
	);
}

function checkedName(name: string, form: RegExp): string {
	if (!form.test(name)) throw new Error('Not the name of an original.');
	return name;
}
