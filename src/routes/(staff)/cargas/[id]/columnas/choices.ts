import { findDataset } from '#lib/datasets/index.ts';
import type { Choices } from '#lib/intake/check.ts';
import { textOf } from '#lib/server/forms/form.ts';
import { delimiters, encodingWords } from './reading-view.ts';

/**
 * What the person decided in the forms of the review. A form says only what it asks, so each part that
 * it does not mention stays as it was decided before; an empty answer undoes a decision.
 */
export function choicesFrom(form: FormData, before: Choices): Choices {
	const chosen = decided(form, 'conjunto', before.dataset, (id) => findDataset(id)?.id);
	// What was said of another dataset's columns says nothing of this one's, nor of its cells.
	const sheet = decided(form, 'hoja', before.sheet, (name) => name.slice(0, 100) || undefined);
	// Another sheet is another table, unless somebody says which in the same breath.
	const dataset = sheet !== before.sheet && chosen === before.dataset ? undefined : chosen;
	const kept = dataset === before.dataset && sheet === before.sheet ? before : {};
	const choices: Choices = {
		...kept,
		dataset,
		sheet,
		encoding: decided(form, 'codificacion', before.encoding, (name) =>
			Object.hasOwn(encodingWords, name) ? name : undefined
		),
		delimiter: decided(
			form,
			'separador',
			before.delimiter,
			(id) => delimiters.find((delimiter) => delimiter.id === id)?.sign
		),
		headerLine: decided(form, 'titulos', before.headerLine, lineNumber),
		numberStyles: merged(kept.numberStyles, styles(form)),
		columns: { ...kept.columns, ...columns(form), ...onlyOneOf(form), ...found(form) },
		values: merged(kept.values, named(form, 'valor:'))
	};
	return JSON.parse(JSON.stringify(choices));
}

function decided<T>(
	form: FormData,
	name: string,
	before: T | undefined,
	read: (text: string) => T | undefined
): T | undefined {
	return form.has(name) ? read(textOf(form, name)) : before;
}

function lineNumber(text: string): number | undefined {
	return /^[1-9]\d{0,5}$/.test(text.trim()) ? Number(text) : undefined;
}

function styles(form: FormData): Record<string, 'point' | 'comma' | ''> {
	return Object.fromEntries(
		Object.entries(named(form, 'numeros:')).map(([name, style]) => [
			name,
			style === 'point' || style === 'comma' ? style : ''
		])
	);
}

/** Fields `columna:0`, `columna:1`… say what is done with the headings `titulo:0`, `titulo:1`… */
function columns(form: FormData): Record<string, string> {
	const headings = named(form, 'titulo:');
	const answers = named(form, 'columna:');
	const changed = Object.entries(answers).filter(
		([index, column]) => column !== textOf(form, `antes:${index}`)
	);
	return Object.fromEntries(changed.map(([index, column]) => [headings[index] ?? '', column]));
}

/** Fields `falta:anio` say which of their headings is the column that was not found. */
function found(form: FormData): Record<string, string> {
	const answers = Object.entries(named(form, 'falta:')).filter(([, heading]) => heading !== '');
	return Object.fromEntries(answers.map(([column, heading]) => [heading, column]));
}

/** Fields `repetida:anio` say which of the headings `entre:anio` counts; the others are not used. */
function onlyOneOf(form: FormData): Record<string, string> {
	return Object.fromEntries(
		Object.entries(named(form, 'repetida:')).flatMap(([column, chosen]) =>
			form
				.getAll(`entre:${column}`)
				.filter((heading) => typeof heading === 'string')
				.map((heading) => [heading, heading.trim() === chosen ? column : ''])
		)
	);
}

function named(form: FormData, prefix: string): Record<string, string> {
	const fields = [...form.keys()].filter((name) => name.startsWith(prefix));
	return Object.fromEntries(
		fields.map((name) => [name.slice(prefix.length), textOf(form, name).trim().slice(0, 300)])
	);
}

// An empty answer takes a decision back.
function merged<T extends string>(
	before: Readonly<Record<string, T>> = {},
	answers: Readonly<Record<string, T | ''>>
): Record<string, T> {
	const all = Object.entries({ ...before, ...answers });
	return Object.fromEntries(all.filter((entry): entry is [string, T] => entry[1] !== ''));
}
