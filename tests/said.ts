import type { Cells, Row } from '#lib/domain/record.ts';
import type { Dataset } from '#lib/datasets/types.ts';

/** Runs the rules of a dataset on rows written by hand. */

/** Typed cells as the rows of a file whose first line is its heading. */
export function rows(...all: Cells[]): Row[] {
	return all.map((cells, index) => ({ line: index + 2, cells, blanks: {}, typed: {} }));
}

/** What its rules say: `rule severity column`, and `rule severity fila N` for rows together. */
export function said(dataset: Dataset, ...all: Cells[]): string[] {
	const read = rows(...all);
	const single = dataset.rules.flatMap((rule) =>
		read.flatMap((row) => {
			const finding = rule.check(row.cells, { rows: read });
			return finding ? [`${rule.id} ${finding.severity ?? rule.severity} ${finding.column}`] : [];
		})
	);
	const together = dataset.fileRules.flatMap((rule) =>
		[...rule.check(read)].map((finding) => `${rule.id} ${rule.severity} fila ${finding.line}`)
	);
	return [...single, ...together];
}

/** The messages of the same, one a line. */
export function messages(dataset: Dataset, ...all: Cells[]): string {
	const read = rows(...all);
	const single = dataset.rules.flatMap((rule) =>
		read.flatMap((row) => rule.check(row.cells, { rows: read })?.message ?? [])
	);
	const together = dataset.fileRules.flatMap((rule) =>
		[...rule.check(read)].map((finding) => finding.message)
	);
	return [...single, ...together].join('\n');
}
