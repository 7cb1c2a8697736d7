import { basename } from 'node:path';
import { datasets, findDataset } from '#lib/datasets/index.ts';
import { limaDate } from '#lib/domain/lima.ts';
import { checkFile, type Checked } from '#lib/intake/check.ts';
import { flatRecord } from '#lib/intake/records.ts';
import { placesFor } from '#lib/server/queries/places.ts';
import { readArguments } from './choices.ts';
import type { Context } from './context.ts';
import { readNamed } from './files.ts';
import { describeCheck } from './report.ts';

/** Checks files against the instance and changes nothing. Answers 1 when one would be rejected. */
export async function revisar(args: readonly string[], context: Context): Promise<number> {
	const given = readArguments(args);
	if ('problem' in given) {
		context.error(given.problem);
		return 2;
	}

	const places = await placesFor(context.db);
	let rejected = false;
	const answers: ReturnType<typeof forMachines>[] = [];
	for (const file of given.files) {
		const fileName = basename(file);
		const checked = checkFile(await readNamed(file, context), {
			datasets,
			places,
			today: limaDate(new Date()),
			choices: given.choices,
			fileName
		});
		rejected ||= checked.verdict === 'rejected';
		if (given.json) answers.push(forMachines(checked));
		else for (const line of describeCheck(fileName, checked)) context.print(line);
	}
	// One text whatever is asked: an object for a file, a list in the order typed for several.
	if (given.json)
		context.print(JSON.stringify(answers.length === 1 ? answers[0] : answers, null, 2));
	return rejected ? 1 : 0;
}

function forMachines(checked: Checked) {
	const dataset = checked.dataset === null ? undefined : findDataset(checked.dataset);
	return {
		verdict: checked.verdict,
		dataset: checked.dataset,
		reading: checked.reading,
		rows: checked.rows.length,
		findings: checked.findings,
		records: dataset ? checked.rows.map((row) => flatRecord(dataset, row)) : []
	};
}
