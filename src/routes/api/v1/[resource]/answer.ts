import type { Kysely } from 'kysely';
import type { Json } from '#lib/domain/canonical.ts';
import type { CsvRow } from '#lib/server/csv.ts';
import type { Database } from '#lib/server/db/schema.ts';
import type { Viewer } from '#lib/server/visibility.ts';

/** What was asked, with its parameters as typed. */
export type Question = {
	viewer: Viewer;
	parameters: ReadonlyMap<string, string>;
	/** Scheme and name under which the observatory is asked: for addresses inside an answer. */
	site: string;
};

export type JsonRow = { [column: string]: Json };

/** What is answered, before it becomes JSON or CSV. */
export type Answer = {
	rows: JsonRow[];
	/** Columns of the CSV, in their order. */
	columns: readonly string[];
	/** For answers whose rows hold lists: the same as plain cells. */
	csv?: CsvRow[];
	/** Mark of the last row, when there are more. */
	next?: string;
	meta?: JsonRow;
	/** Whether any figure in it is invented. */
	invented: boolean;
};

export type Resource = {
	/** Names of the parameters it takes. */
	parameters: readonly string[];
	read: (db: Kysely<Database>, question: Question) => Promise<Answer>;
};

/** Rows of JSON as cells: lists become text with a separator that no code has. */
export function flat(row: JsonRow): CsvRow {
	return Object.fromEntries(Object.entries(row).map(([column, value]) => [column, plain(value)]));
}

function plain(value: Json | undefined): CsvRow[string] {
	if (Array.isArray(value)) return value.map((part) => plain(part) ?? '').join('; ');
	if (value !== null && typeof value === 'object') {
		return Object.entries(value)
			.map(([name, part]) => `${name}: ${String(plain(part) ?? '')}`)
			.join('; ');
	}
	return value;
}
