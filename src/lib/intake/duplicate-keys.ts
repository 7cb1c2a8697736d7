import { canonicalJson } from '#lib/domain/canonical.ts';
import { fold } from '#lib/domain/names.ts';
import type { Finding } from '#lib/domain/finding.ts';
import type { CellValue, Row } from '#lib/domain/record.ts';
import { isRequired, keyColumns, type Dataset } from '#lib/datasets/types.ts';
import { rowFindings } from './findings/rows.ts';
import type { ReadRow } from './rows.ts';

/** The second of two rows with one key is at fault; the message points back at the first. */
export function duplicateKeys(dataset: Dataset, rows: readonly ReadRow[]): Finding[] {
	const findings: Finding[] = [];
	const keys = keyColumns(dataset);
	const needed = keys.filter((name) =>
		isRequired(dataset.columns[name] ?? { label: '', type: 'text' })
	);
	// Rows with one key are also alike when folded, so only among those is there anything to compare.
	const alike = new Map<string, Row | Row[]>();
	const folded = new Map<CellValue, string>();

	for (const { row, unread } of rows) {
		if (unread.size > 0 && keys.some((name) => unread.has(name))) continue;
		if (needed.some((name) => row.cells[name] === null)) continue;

		const near = nearKey(row, keys, folded);
		const before = alike.get(near);
		if (before === undefined) {
			alike.set(near, row);
			continue;
		}
		const others = Array.isArray(before) ? before : [before];
		const words = keys.map((name) => String(row.cells[name] ?? '')).filter(Boolean);
		const same = others.find((other) => keys.every((name) => isSame(row, other, name)));
		if (same) {
			const identical = canonicalJson({ ...same.cells }) === canonicalJson({ ...row.cells });
			findings.push(rowFindings.duplicateKey(row.line, same.line, words.join(', '), identical));
			continue;
		}
		const [first] = others;
		if (first) findings.push(rowFindings.nearKey(row.line, first.line, words.join(', ')));
		others.push(row);
		alike.set(near, others);
	}
	return findings;
}

/** The key as a person who looks quickly sees it; blank parts left out. */
function nearKey({ cells }: Row, keys: readonly string[], folded: Map<CellValue, string>): string {
	let near = '';
	for (const name of keys) {
		const value = cells[name] ?? null;
		if (value === null || value === '') continue;
		let part = folded.get(value);
		if (part === undefined) folded.set(value, (part = letters(value)));
		near += near === '' ? part : `|${part}`;
	}
	return near;
}

// Codes, quarters and numbers of small letters are as folded as they get.
function letters(value: CellValue): string {
	const text = String(value);
	return /^[a-z0-9]*$/.test(text) ? text : fold(text).replaceAll(' ', '');
}

function isSame(row: Row, other: Row, name: string): boolean {
	return (row.cells[name] ?? null) === (other.cells[name] ?? null);
}
