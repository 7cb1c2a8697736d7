import { basename } from 'node:path';
import { datasets } from '#lib/datasets/index.ts';
import { limaDate } from '#lib/domain/lima.ts';
import { checkFile, type Choices } from '#lib/intake/check.ts';
import { placesFor } from '#lib/server/queries/places.ts';
import { deliver } from '#lib/server/submissions/deliver.ts';
import { Refusal } from '#lib/server/submissions/refusal.ts';
import { readArguments } from './choices.ts';
import type { Context } from './context.ts';
import { readNamed } from './files.ts';
import { describeCheck, describeCounts } from './report.ts';

/**
 * Sends files through the door that everybody uses, in the order in which one refers to another, and
 * confirms those without errors. Answers 1 when one was rejected.
 */
export async function importar(args: readonly string[], context: Context): Promise<number> {
	const given = readArguments(args);
	if ('problem' in given) {
		context.error(given.problem);
		return 2;
	}

	let rejected = false;
	for (const file of await inLoadingOrder(given.files, given.choices, context)) {
		if (!(await importFile(file, given.choices, context))) rejected = true;
	}
	return rejected ? 1 : 0;
}

async function importFile(file: string, choices: Choices, context: Context): Promise<boolean> {
	const { db, originals, uploadLimit: limit } = context;
	const bytes = await readNamed(file, context);
	const fileName = basename(file);
	try {
		const { outcome, receipt } = await deliver(db, {
			originals,
			bytes,
			fileName,
			choices,
			account: null,
			limit
		});
		const rows = { length: outcome.rows };
		for (const line of describeCheck(fileName, { ...outcome, rows })) context.print(line);
		if (!receipt) return false;
		const counted = receipt.unchanged ? 'Ya estaba cargado.' : describeCounts(receipt.counts);
		context.print(`  Constancia ${receipt.id}. ${counted}`);
		return true;
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		context.error(`${fileName}: ${error.message}`);
		return false;
	}
}

/** The files by dataset as the registry of datasets orders them; those nobody recognises come last. */
async function inLoadingOrder(
	files: readonly string[],
	choices: Choices,
	context: Context
): Promise<readonly string[]> {
	if (files.length < 2 || choices.dataset) return files;
	const order = datasets.map(({ id }) => id);
	const places = await placesFor(context.db);
	const today = limaDate(new Date());

	const ranked: { file: string; rank: number }[] = [];
	for (const file of files) {
		const bytes = await readNamed(file, context);
		const { dataset } = checkFile(bytes, { datasets, places, today, choices, fileName: file });
		const rank = dataset === null ? -1 : order.indexOf(dataset);
		ranked.push({ file, rank: rank < 0 ? order.length : rank });
	}
	return ranked.sort((a, b) => a.rank - b.rank).map(({ file }) => file);
}
