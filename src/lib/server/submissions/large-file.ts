import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import type { Kysely } from 'kysely';
import { datasets } from '#lib/datasets/index.ts';
import { limaDate } from '#lib/domain/lima.ts';
import type { Choices } from '#lib/intake/check.ts';
import { checkLarge, type LargeChecked, type RowSink } from '#lib/intake/check-large.ts';
import { decode } from '#lib/intake/decode.ts';
import type { Database } from '#lib/server/db/schema.ts';
import type { Originals } from '#lib/server/originals.ts';
import { placesFor } from '#lib/server/queries/places.ts';

const pieceBytes = 512 * 1024;

export type LargeReading = {
	readonly originals: Originals;
	readonly today?: string;
	readonly choices: Choices;
	readonly pause: () => Promise<void>;
	readonly progress?: (done: number, total: number) => void;
	readonly sink?: RowSink;
};

/**
 * Reads an original in pieces, by the same rules as `readOriginal`.
 *
 * @throws NotInParts for a file that has to be read whole
 */
export async function readLarge(
	db: Kysely<Database>,
	submission: { sha256: string; file_name: string },
	{ originals, today, ...options }: LargeReading
): Promise<LargeChecked> {
	const path = originals.pathOf(submission.sha256);
	let isChecked = false;
	return checkLarge({
		...options,
		datasets,
		places: await placesFor(db),
		today: today ?? limaDate(new Date()),
		fileName: submission.file_name,
		decode: decoded,
		async *read() {
			const hash = isChecked ? undefined : createHash('sha256');
			for await (const piece of piecesOf(path)) {
				hash?.update(piece);
				yield piece;
			}
			if (hash && hash.digest('hex') !== submission.sha256)
				throw new Error(`The original ${submission.sha256} was altered on disk.`);
			isChecked = true;
		}
	});
}

/** One buffer for the whole file: whoever keeps a piece copies it. */
async function* piecesOf(path: string): AsyncGenerator<Uint8Array> {
	const file = await open(path);
	const buffer = Buffer.allocUnsafe(pieceBytes);
	try {
		for (;;) {
			const { bytesRead } = await file.read(buffer, 0, pieceBytes);
			if (bytesRead === 0) return;
			yield buffer.subarray(0, bytesRead);
		}
	} finally {
		await file.close();
	}
}

// Every letter was checked before by our own code; for the usual encoding the host is faster.
function decoded(bytes: Uint8Array, encoding: string): string {
	if (encoding.startsWith('utf-8')) return new TextDecoder().decode(bytes);
	const read = decode(bytes, encoding);
	if ('refusal' in read) throw new Error(`A piece of the file is not ${encoding}.`);
	return read.text;
}
