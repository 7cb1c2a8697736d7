import { canonicalJson } from '#lib/domain/canonical.ts';
import { fold } from '#lib/domain/names.ts';
import type { Finding } from '#lib/domain/finding.ts';
import type { Row } from '#lib/domain/record.ts';
import { isRequired, keyColumns, type Dataset } from '#lib/datasets/types.ts';
import { numberFindings } from './findings/numbers.ts';
import { rowFindings } from './findings/rows.ts';
import { keyOf } from './records.ts';
import type { ReadRow } from './rows.ts';

/** The second of two rows with one key is at fault; the message points back at the first. */
export function* duplicateKeys(dataset: Dataset, rows: readonly ReadRow[]): Generator<Finding> {
	const keys = keyColumns(dataset);
	const needed = keys.filter((name) =>
		isRequired(dataset.columns[name] ?? { label: '', type: 'text' })
	);
	const exact = new Map<string, Row>();
	const folded = new Map<string, Row>();

	for (const { row, unread } of rows) {
		const whole =
			keys.every((name) => !unread.has(name)) && needed.every((name) => row.cells[name] !== null);
		if (!whole) continue;

		const key = keyOf(dataset, row.cells);
		const words = keys.map((name) => String(row.cells[name] ?? '')).filter(Boolean);
		const first = exact.get(key);
		if (first) {
			const identical = canonicalJson({ ...first.cells }) === canonicalJson({ ...row.cells });
			yield rowFindings.duplicateKey(row.line, first.line, words.join(', '), identical);
			continue;
		}
		exact.set(key, row);

		const near = words.map((word) => fold(word).replaceAll(' ', '')).join('|');
		const like = folded.get(near);
		if (like) yield rowFindings.nearKey(row.line, like.line, words.join(', '));
		else folded.set(near, row);
	}
}

/** Percentages that all lie between 0 and 1 were probably typed as fractions. */
export function* percentScales(dataset: Dataset, rows: readonly ReadRow[]): Generator<Finding> {
	for (const [name, column] of Object.entries(dataset.columns)) {
		if (column.type !== 'percent') continue;
		let first: { line: number; found: string } | undefined;
		let count = 0;
		let fractions = 0;
		let above = false;
		for (const { row } of rows) {
			const value = row.cells[name];
			if (typeof value !== 'number') continue;
			count++;
			if (value > 1) above = true;
			if (!Number.isInteger(value)) fractions++;
			if (value > 0) first ??= { line: row.line, found: row.typed[name] ?? '' };
		}
		if (above || count < 3 || fractions < 2 || !first) continue;
		yield numberFindings.percentScale({ ...first, label: column.label }, count);
	}
}
