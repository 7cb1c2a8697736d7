import type { Dataset } from '#lib/datasets/types.ts';
import type { Finding } from '#lib/domain/finding.ts';
import type { Choices, Reading } from '#lib/intake/check.ts';
import { tight } from '#lib/intake/headings.ts';
import { number } from '#lib/words/number.ts';
import { decimalsOf, isFigure } from '../cells.ts';

/** The encodings that can be chosen, in words. */
export const encodingWords: Readonly<Record<string, string>> = {
	'utf-8': 'UTF-8',
	'utf-8-bom': 'UTF-8 con marca (CSV UTF-8 de Excel)',
	'utf-16le': 'UTF-16 (texto Unicode de Excel)',
	'utf-16be': 'UTF-16 inverso',
	'windows-1252': 'Windows-1252 (CSV de Excel)',
	cp850: 'CP850 (MS-DOS)',
	'mac-roman': 'Mac Roman'
};

/** The separators that can be chosen: what a form calls each, and what it is. */
export const delimiters: readonly { id: string; sign: string; words: string }[] = [
	{ id: 'coma', sign: ',', words: 'coma' },
	{ id: 'punto-y-coma', sign: ';', words: 'punto y coma' },
	{ id: 'tabulacion', sign: '\t', words: 'tabulación' },
	{ id: 'barra', sign: '|', words: 'barra vertical' }
];

/** How numbers are written in a column, in words. */
export const styleWords = {
	point: 'punto decimal (1,234.5)',
	comma: 'coma decimal (1.234,5)'
} as const;

/** How a file was read, in words. */
export function readingWords(reading: Reading) {
	const delimiter = delimiters.find(({ sign }) => sign === reading.delimiter);
	return {
		encoding: encodingWords[reading.encoding] ?? reading.encoding,
		delimiter: delimiter?.words ?? reading.delimiter,
		headerLine: reading.headerLine,
		numbers: numberWords(Object.values(reading.numberStyles)),
		ignored: reading.ignored
	};
}

function numberWords(styles: readonly ('point' | 'comma')[]): string {
	if (styles.length === 0) return 'ninguna columna de números';
	const kinds = new Set(styles);
	if (kinds.size > 1) return 'unas columnas con punto decimal y otras con coma decimal';
	return kinds.has('comma') ? styleWords.comma : styleWords.point;
}

/** A column whose numbers can be read in two ways, with one of its cells read both ways. */
export type StyleQuestion = {
	name: string;
	label: string;
	found: string;
	options: { style: 'point' | 'comma'; reads: string; because: string }[];
};

/** One question for each column that the file itself does not settle. */
export function styleQuestions(dataset: Dataset, findings: readonly Finding[]): StyleQuestion[] {
	return findings
		.filter(({ code }) => code === 'ambiguous-number')
		.flatMap(({ column, found = '' }) => {
			const entry = Object.entries(dataset.columns).find(([, { label }]) => label === column);
			if (!entry) return [];
			const [name, { label }] = entry;
			const cell = found.slice(0, 40);
			return [{ name, label, found: cell, options: bothReadings(cell) }];
		});
}

// «1,234» is 1234 where the point marks decimals, and 1.234 where the comma does; «1.234» the other way.
function bothReadings(cell: string): StyleQuestion['options'] {
	const digits = cell.replace(/[^\d.,]/g, '');
	const sign = digits.includes(',') ? 'comma' : 'point';
	const name = sign === 'comma' ? 'La coma' : 'El punto';
	const asDecimal = Number(digits.replace(',', '.'));
	const asWhole = Number(digits.replace(/[.,]/g, ''));
	const read = (style: 'point' | 'comma') => {
		const value = style === sign ? asDecimal : asWhole;
		const because = `${name} separa ${style === sign ? 'decimales' : 'miles'}`;
		return { style, reads: number(value, decimalsOf(value)), because };
	};
	return [read('point'), read('comma')];
}

/** What may be overruled of a reading, each with what was chosen and what was read. */
export function settingsOf(dataset: Dataset | undefined, reading: Reading, choices: Choices) {
	const delimiter = delimiters.find(({ sign }) => sign === choices.delimiter);
	return {
		encoding: choices.encoding ?? '',
		delimiter: delimiter?.id ?? '',
		headerLine: choices.headerLine ? String(choices.headerLine) : '',
		numbers: Object.entries(dataset?.columns ?? {})
			.filter(([name, column]) => isFigure(column) && reading.columns[name] !== undefined)
			.map(([name, { label }]) => ({
				name,
				label,
				read: reading.numberStyles[name] ?? null,
				chosen: choices.numberStyles?.[name] ?? ''
			}))
	};
}

/** A required column that the file does not bring. */
export type MissingColumn = {
	readonly name: string;
	readonly label: string;
	readonly example: string;
	/** What was said to hold in every row. */
	readonly value: string;
	/** The closed list of what may be written, when it is short. */
	readonly codes: readonly { readonly id: string; readonly title: string }[];
};

const mostCodes = 40;

/** Required columns that the file does not bring, each with the value chosen for all its rows. */
export function missingColumns(
	dataset: Dataset,
	findings: readonly Finding[],
	{ values = {} }: Choices
): MissingColumn[] {
	const missing = new Set(
		findings.filter(({ code }) => code === 'missing-column').map(({ column }) => column)
	);
	return Object.entries(dataset.columns)
		.filter(([name, { label }]) => missing.has(label) || Object.hasOwn(values, name))
		.map(([name, { label, example = '', codes = {} }]) => {
			const list = Object.entries(codes).map(([id, title]) => ({ id, title }));
			const value = values[name] ?? '';
			return { name, label, example, value, codes: list.length > mostCodes ? [] : list };
		});
}

/** A column of ours that the file has more than once, with the headings it has there. */
export type Repeated = {
	readonly name: string;
	readonly label: string;
	readonly headings: string[];
};

/** Columns that come twice under headings that differ: somebody says which one counts. */
export function repeatedColumns(
	dataset: Dataset,
	findings: readonly Finding[],
	headings: readonly string[]
): Repeated[] {
	return findings
		.filter(({ code }) => code === 'duplicate-column')
		.flatMap(({ column, found = '' }) => {
			const entry = Object.entries(dataset.columns).find(([, { label }]) => label === column);
			const twice = headings.filter((heading) => found.split(', ').includes(heading));
			// Which of two that are read as one title nobody can say here: the file has to.
			const different = [...new Map(twice.map((heading) => [tight(heading), heading])).values()];
			if (!entry || different.length < 2) return [];
			return [{ name: entry[0], label: entry[1].label, headings: different }];
		});
}

const skipping = new Set([
	'double-header',
	'note-row',
	'repeated-header',
	'title-rows',
	'total-row',
	'units-row'
]);

/** What was left unread because it is no data: titles, totals, notes at the foot. */
export function skippedRows(findings: readonly Finding[]): string[] {
	return findings
		.filter(({ code }) => skipping.has(code))
		.map(({ message }) => message)
		.slice(0, 12);
}
