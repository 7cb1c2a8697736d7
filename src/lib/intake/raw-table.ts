import type { CheckOptions } from './check.ts';
import { Collected } from './collect.ts';
import { findLayout } from './layout.ts';
import { textFrom } from './text-of-file.ts';
import { tokenize, type RawRow } from './tokenize.ts';

/** A file as cells, nothing of it interpreted: its headings and the rows below them. */
export type RawTable = { readonly headings: readonly string[]; readonly rows: readonly RawRow[] };

/**
 * The cells of a file as they were typed, laid out as the choices say (those of a reading give the rows
 * that it read). Undefined when there is no text to read.
 */
export function rawTable(bytes: Uint8Array, options: CheckOptions): RawTable | undefined {
	const read = textFrom(bytes, options, new Collected());
	if (!read) return undefined;
	const { choices = {}, datasets } = options;
	const { delimiter = choices.delimiter } = read;
	const layout = findLayout(read.text, datasets, { ...choices, delimiter });
	const { rows } = tokenize(read.text.slice(layout.start), layout.delimiter);
	return {
		headings: layout.headings,
		rows: rows.filter(({ line }) => line > layout.headerLine)
	};
}
