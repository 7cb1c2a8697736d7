import type { Dataset } from '#lib/datasets/types.ts';
import type { Choices, Reading } from '#lib/intake/check.ts';
import { shown } from '#lib/intake/findings/words.ts';
import { tight } from '#lib/intake/headings.ts';
import type { RawTable } from '#lib/intake/raw-table.ts';

/** A heading of the file with the first values below it. */
export type FileHeading = { readonly heading: string; readonly samples: readonly string[] };

const rowsRead = 40;
const sampled = 3;
const listed = 200;

/** The headings of a file in their order, each with its first values. */
export function headingsOfTable({ headings, rows }: RawTable): FileHeading[] {
	const first = rows.slice(0, rowsRead);
	return headings.slice(0, listed).map((heading, index) => ({
		heading: heading.trim(),
		samples: firstValues(first.map(({ cells }) => cells[index] ?? ''))
	}));
}

/** The first different values of a column, cut to what fits in a list. */
function firstValues(cells: readonly string[]): string[] {
	const texts = cells.map((cell) => shown(cell)).filter((cell) => cell !== '');
	return [...new Set(texts)].slice(0, sampled);
}

/** A heading as the list asks of it. */
export type Mapped = FileHeading & {
	/** Our column; empty for none. */
	readonly column: string;
	/** A column that it may be, which somebody has to say. */
	readonly proposal?: { readonly name: string; readonly label: string };
};

type Read = { dataset: Dataset; reading: Reading; choices: Choices };

/** Every heading with the column it is read as, or the one it may be. */
export function mappingOf(headings: readonly FileHeading[], read: Read): Mapped[] {
	const ours = new Map(
		Object.entries(read.reading.columns).map(([name, heading]) => [tight(heading), name])
	);
	const decided = new Set(Object.keys(read.choices.columns ?? {}).map(tight));
	const proposals = proposalsOf(read);
	return headings
		.filter(({ heading, samples }) => heading !== '' || samples.length > 0)
		.map((one) => {
			const key = tight(one.heading);
			const column = ours.get(key) ?? '';
			const proposal = column || decided.has(key) ? undefined : proposals.get(key);
			return { ...one, column, ...(proposal && { proposal }) };
		});
}

/** Their heading, as compared → the column that the reader thinks it may be. */
function proposalsOf({ dataset, reading }: Read) {
	return new Map(
		(reading.proposals ?? []).flatMap(({ heading, field }) => {
			const label = dataset.columns[field]?.label;
			return label === undefined ? [] : [[tight(heading), { name: field, label }] as const];
		})
	);
}
