import { open, readFile } from 'node:fs/promises';
import Papa from 'papaparse';
import { datasets } from '#lib/datasets/index.ts';
import { checkLarge } from '#lib/intake/check-large.ts';
import { places } from './national-file.ts';

/** Papa Parse as a step stream over the text of the file: parsing, and nothing else. */
export async function parseOnly(path: string): Promise<number> {
	const text = await readFile(path, 'utf8');
	let rows = 0;
	new Papa.Parser({ delimiter: ',', newline: '\n', step: () => rows++ }).parse(text, 0, false);
	return rows;
}

/** Reads a file and checks every cell and key, without a database. */
export async function checkOnly(path: string, pause: () => Promise<void>): Promise<number> {
	const { rows, verdict } = await checkLarge({
		datasets,
		places,
		today: '2026-11-21',
		decode: (bytes, encoding) => new TextDecoder(encoding).decode(bytes),
		pause,
		async *read() {
			const file = await open(path);
			const buffer = Buffer.allocUnsafe(512 * 1024);
			try {
				for (;;) {
					const { bytesRead } = await file.read(buffer, 0, buffer.length);
					if (bytesRead === 0) return;
					yield buffer.subarray(0, bytesRead);
				}
			} finally {
				await file.close();
			}
		}
	});
	if (verdict === 'rejected') throw new Error('The invented file has errors.');
	return rows;
}
