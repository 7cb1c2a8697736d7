import type { Kysely } from 'kysely';
import { findDataset } from '#lib/datasets/index.ts';
import type { Dataset } from '#lib/datasets/types.ts';
import { tight } from '#lib/intake/headings.ts';
import { insertRows, textList } from '#lib/server/db/bulk.ts';
import type { Database } from '#lib/server/db/schema.ts';
import type { Submission } from './state.ts';

/** Dataset → `tight` of a heading → our column; an empty one means «do not use». */
type HeadingMemory = Record<string, Record<string, string>>;

/**
 * What the headings of a municipality mean, for the reader. Where the dataset is not known, a heading
 * that means one thing in one dataset and another elsewhere is left out.
 */
export async function memoryFor(
	db: Kysely<Database>,
	{ municipality, dataset }: Pick<Submission, 'municipality' | 'dataset'>
): Promise<Record<string, string> | undefined> {
	if (municipality === null) return undefined;
	const memory = await memoryOf(db, municipality);
	if (dataset !== null) return memory[dataset];
	const fields = new Map<string, Set<string>>();
	for (const said of Object.values(memory))
		for (const [heading, field] of Object.entries(said))
			fields.set(heading, (fields.get(heading) ?? new Set()).add(field));
	const sure = [...fields].flatMap(([heading, [field = '', ...others]]) =>
		others.length === 0 ? [[heading, field] as const] : []
	);
	return Object.fromEntries(sure);
}

/** What the people of a municipality said of their headings, in files that were confirmed. */
async function memoryOf(db: Kysely<Database>, municipality: string): Promise<HeadingMemory> {
	const rows = await db
		.selectFrom('heading_memory')
		.where('municipality', '=', municipality)
		.select(['dataset', 'heading', 'field'])
		.orderBy('dataset')
		.orderBy('heading')
		.execute();
	const memory: HeadingMemory = {};
	for (const { dataset, heading, field } of rows) (memory[dataset] ??= {})[heading] = field;
	return memory;
}

/**
 * Keeps what a person said of the headings of a file that is confirmed, for the next of its municipality.
 * That one of our own columns is not used, or is another, was said of that file alone: remembered, the
 * figures of every later one would be left out without a word.
 */
export async function rememberHeadings(
	trx: Kysely<Database>,
	{ municipality, dataset, choices }: Pick<Submission, 'municipality' | 'dataset' | 'choices'>,
	account: string | null
): Promise<void> {
	const own = ownHeadings(findDataset(dataset ?? ''));
	const said = new Map(
		Object.entries(choices.columns ?? {})
			.map(([heading, field]) => [tight(heading), field] as const)
			.filter(([heading, field]) => heading !== '' && !own(heading, field))
	);
	if (municipality === null || dataset === null || said.size === 0) return;
	await trx
		.deleteFrom('heading_memory')
		.where('municipality', '=', municipality)
		.where('dataset', '=', dataset)
		.where('heading', 'in', textList([...said.keys()]))
		.execute();
	const columns = {
		municipality: 'text',
		dataset: 'text',
		heading: 'text',
		field: 'text',
		account: 'text'
	};
	const rows = [...said].map(([heading, field]) => ({
		municipality,
		dataset,
		heading,
		field,
		account
	}));
	await insertRows(trx, 'heading_memory', columns, rows);
}

/** Whether a heading is a column's name or label; with «do not use», also another word for it. */
function ownHeadings(dataset: Dataset | undefined) {
	const columns = Object.entries(dataset?.columns ?? {});
	const ours = new Set(columns.flatMap(([name, { label }]) => [tight(name), tight(label)]));
	const others = new Set(columns.flatMap(([, { aliases = [] }]) => aliases.map(tight)));
	return (heading: string, field: string) =>
		ours.has(heading) || (field === '' && others.has(heading));
}
