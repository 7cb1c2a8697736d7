import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { datasets } from '#lib/datasets/index.ts';
import type { Finding } from '#lib/domain/finding.ts';
import type { Database } from '#lib/server/db/schema.ts';
import type { Originals } from '#lib/server/originals.ts';
import { realRecordsOf } from '#lib/server/queries/records.ts';
import { check } from '#lib/server/submissions/check.ts';
import { confirm } from '#lib/server/submissions/confirm.ts';
import { explainAll } from '#lib/server/submissions/reasons.ts';
import { receive } from '#lib/server/submissions/receive.ts';
import { submissionById } from '#lib/server/submissions/state.ts';
import { publicViewer } from '#lib/server/visibility.ts';

/** Two parts that never mix: what the two documents say of real places, and an invented network. */
const parts = [
	{ folder: 'documentado', package: 'documentado', fictional: false },
	{ folder: 'inventado', package: 'demostracion', fictional: true }
] as const;

type Part = (typeof parts)[number];

/** Why a figure of the demonstration may leap: nobody counted it. */
const invented = 'Dato inventado para la demostración.';

/** One file of the demonstration, as it went in. */
export type Loaded = {
	readonly id: string;
	readonly part: Part['folder'];
	readonly dataset: string;
	/** Whether it was in already. */
	readonly repeated: boolean;
	readonly rows: number;
	/** Warnings and notices; an error would have stopped the load. */
	readonly findings: readonly Finding[];
};

/**
 * Loads the demonstration through the door that everybody's files use, dataset by dataset in loading
 * order. Files that are in already stay as they are.
 *
 * @param options.folder where the files are; found beside this module or in the working folder
 * @throws Error when a file of ours has errors
 */
export async function loadDemonstration(
	db: Kysely<Database>,
	{ originals, folder = findFolder() }: { originals: Originals; folder?: string }
): Promise<Loaded[]> {
	const loaded: Loaded[] = [];

	for (const { id: dataset } of datasets) {
		for (const part of parts) {
			const path = join(folder, part.folder, `${dataset}.csv`);
			if (!existsSync(path) || (await isTakenByOthers(db, dataset, part))) continue;
			loaded.push(await send(db, { originals, path, dataset, part }));
		}
	}

	return loaded;
}

async function send(
	db: Kysely<Database>,
	options: { originals: Originals; path: string; dataset: string; part: Part }
): Promise<Loaded> {
	const { originals, path, dataset, part } = options;
	const bytes = await readFile(path);
	const digest = createHash('sha256').update(bytes).digest('hex');

	const { id } = await receive(db, {
		originals,
		bytes,
		fileName: `${part.folder}-${dataset}.csv`,
		choices: { dataset },
		account: null,
		fictional: part.fictional,
		package: part.package,
		idempotencyKey: `${part.package}:${dataset}:${digest}`
	});
	const { state, rows } = await submissionById(db, id);
	const known = { id, part: part.folder, dataset };
	if (state === 'confirmada') return { ...known, repeated: true, rows: rows ?? 0, findings: [] };

	const outcome = await check(db, id, { originals });
	if (outcome.state === 'rechazada') {
		const errors = outcome.findings.filter(({ severity }) => severity === 'error');
		throw new Error(
			`${path}: ${errors.map(({ line, message }) => `${line} ${message}`).join('; ')}`
		);
	}
	const text = part.fictional ? invented : 'Así lo dice el documento.';
	await explainAll(db, id, { text, account: null });
	await confirm(db, id, { originals, account: null });
	return { ...known, repeated: false, rows: outcome.rows, findings: outcome.findings };
}

/** An invented exchange rate never takes the place of a true one. */
async function isTakenByOthers(
	db: Kysely<Database>,
	dataset: string,
	part: Part
): Promise<boolean> {
	if (!part.fictional || datasets.find(({ id }) => id === dataset)?.municipality) return false;

	const real = await realRecordsOf(db, { viewer: publicViewer, dataset })
		.limit(1)
		.executeTakeFirst();
	return real !== undefined;
}

/** The built server is bundled elsewhere: then the files are in the folder from which it is started. */
function findFolder(): string {
	const folders = [import.meta.dirname, join(process.cwd(), 'seeds')];
	const found = folders.find((folder) => existsSync(join(folder, 'documentado', 'municipios.csv')));
	if (!found)
		throw new Error(`The files of the demonstration are in none of: ${folders.join(', ')}`);
	return found;
}
