import type { Dataset } from '#lib/datasets/types.ts';
import type { Finding } from '#lib/domain/finding.ts';
import { tight } from '#lib/intake/headings.ts';
import type { Correction } from '#lib/server/submissions/corrections.ts';

type Raw = { headings: readonly string[]; cells: readonly string[] };
type Known = {
	line: number;
	dataset: Dataset | undefined;
	/** Our column → their heading. */
	columns: Readonly<Record<string, string>>;
	corrections: readonly Correction[];
	findings: readonly Finding[];
};

/** The cells of a row beside their headings, what was written over them, and what was found there. */
export function rowView({ headings, cells }: Raw, known: Known) {
	const { line, dataset, columns, corrections, findings } = known;
	const ours = new Map(Object.entries(columns).map(([name, theirs]) => [tight(theirs), name]));
	const here = findings.filter((finding) => finding.line === line);
	const width = Math.max(headings.length, cells.length);
	return {
		messages: here.map(({ message }) => message),
		cells: Array.from({ length: width }, (_, index) => {
			const heading = headings[index]?.trim() ?? '';
			const field = ours.get(tight(heading));
			const corrected = corrections.find((one) => one.line === line && one.field === field);
			return {
				heading,
				label: field === undefined ? '' : (dataset?.columns[field]?.label ?? field),
				text: cells[index] ?? '',
				corrected: corrected?.text ?? null,
				wrong: here.some((finding) => finding.field !== undefined && finding.field === field)
			};
		})
	};
}
