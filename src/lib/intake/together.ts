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

/**
 * Percentages that all lie between 0 and 1 were probably typed as fractions: three of a column, or
 * fewer when no other column of the file has a larger one either. With its sign, `0.5%` is what it says.
 */
export function* percentScales(dataset: Dataset, rows: readonly ReadRow[]): Generator<Finding> {
	const columns = Object.entries(dataset.columns)
		.filter(([, { type }]) => type === 'percent')
		.map(([field, { label }]) => ({ field, label, ...fractionsOf(field, rows) }));
	const nowhereLarger = columns.every(({ above }) => !above);

	for (const { field, label, first, count, fractions, above } of columns) {
		if (above || !first || (!(fractions >= 2 && count >= 3) && !(fractions >= 1 && nowhereLarger)))
			continue;
		yield numberFindings.percentScale({ ...first, label, field }, count);
	}
}

/** How many values of a column lie between 0 and 1, and the first of them. */
function fractionsOf(name: string, rows: readonly ReadRow[]) {
	let first: { line: number; found: string } | undefined;
	let count = 0;
	let fractions = 0;
	let above = false;
	for (const { row } of rows) {
		const value = row.cells[name];
		if (typeof value !== 'number') continue;
		const found = row.typed[name] ?? '';
		count++;
		if (value > 1 || found.includes('%')) above = true;
		if (!Number.isInteger(value)) {
			fractions++;
			first ??= { line: row.line, found };
		}
	}
	return { first, count, fractions, above };
}

/**
 * A clerk reports one quarter at a time: two or three in a file may be cells that were not brought up
 * to date. More are a series that somebody meant to send.
 */
export function* severalQuarters(dataset: Dataset, rows: readonly ReadRow[]): Generator<Finding> {
	const { period } = dataset;
	if (period === undefined || dataset.columns[period]?.type !== 'quarter') return;
	const counts = new Map<string, number>();
	for (const { row } of rows) {
		const quarter = row.cells[period];
		if (typeof quarter === 'string') counts.set(quarter, (counts.get(quarter) ?? 0) + 1);
	}
	if (counts.size > 1 && counts.size < 4) yield rowFindings.severalQuarters([...counts].sort());
}

/** Figures that must be there before their being all zero says something. */
const enoughFigures = 3;

/**
 * A place that counted nothing at all in a period more likely left the zeros of a form, or wrote them
 * for what it does not know. The first row of each such place and period is named.
 */
export function* allZeros(dataset: Dataset, rows: readonly ReadRow[]): Generator<Finding> {
	const { municipality, period } = dataset;
	if (municipality === undefined || period === undefined) return;
	const names = Object.entries(dataset.columns)
		.filter(([, { type, key }]) => !key && (type === 'count' || type === 'decimal'))
		.map(([name]) => name);
	const groups = new Map<string, { line: number; zeros: number; others: boolean }>();

	for (const { row } of rows) {
		const key = JSON.stringify([row.cells[municipality], row.cells[period]]);
		let group = groups.get(key);
		if (!group) groups.set(key, (group = { line: row.line, zeros: 0, others: false }));
		for (const name of names) {
			const value = row.cells[name];
			if (value === 0) group.zeros++;
			else if (typeof value === 'number') group.others = true;
		}
	}
	for (const [key, { line, zeros, others }] of groups) {
		const [place, when] = JSON.parse(key) as unknown[];
		if (others || zeros < enoughFigures) continue;
		yield rowFindings.allZeros(line, zeros, `${String(place)}, ${String(when)}`);
	}
}
