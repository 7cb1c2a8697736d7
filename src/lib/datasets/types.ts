import type { Codes } from '../domain/codes.ts';
import type { Blanks, Cells, Row } from '../domain/record.ts';
import type { Place, Places } from '../domain/place.ts';
import type { Severity } from '../domain/finding.ts';

/**
 * What a cell may hold. `count` is a whole number from 0; `percent` runs from 0 to 100; `flag` is
 * 0 or 1; `decimal` is from 0 unless `min` is lower; `ubigeo` is a code that this very file
 * defines, `municipality` one that must exist.
 */
export type ColumnType =
	| 'text'
	| 'code'
	| 'count'
	| 'decimal'
	| 'percent'
	| 'quarter'
	| 'year'
	| 'date'
	| 'flag'
	| 'ubigeo'
	| 'municipality';

/** One column of a dataset, in the words that municipalities use. */
export type Column = {
	readonly label: string;
	readonly type: ColumnType;
	/** One sentence for the template's guide and the dataset's page. */
	readonly description?: string;
	/** Part of what makes a row this row and no other. */
	readonly key?: boolean;
	/** A blank here keeps the row out. Key columns are required unless `optional`. */
	readonly required?: boolean;
	/** A key column that may be blank (the institution of an explicit «sin servicio»). */
	readonly optional?: boolean;
	readonly codes?: Codes;
	/** Other spellings of the codes, folded, by the code each stands for: `{ '18': 'Moquegua' }`. */
	readonly synonyms?: Readonly<Record<string, string>>;
	/** Codes that depend on another column of the row; `codes` then lists all of them. */
	readonly codesFor?: (cells: Cells) => Codes | undefined;
	/** Also takes a network's code (`PROMDE`), for what a network declares about itself. */
	readonly networks?: boolean;
	/** For people: `personas`, `km²`, `S/`. */
	readonly unit?: string;
	readonly min?: number;
	readonly max?: number;
	/** Other headings under which the column arrives. Matched without case, accents or signs. */
	readonly aliases?: readonly string[];
	readonly example?: string;
};

/** What a rule says of a row: placed by column name; the reader adds line, label and cell. */
export type RuleFinding = {
	/** Name of the column at fault, as declared. */
	readonly column?: string;
	readonly expected?: string;
	readonly suggestion?: string;
	/** What may be written in the cell as it stands. */
	readonly replacement?: string;
	/** A warning that is kept only with a word of explanation. */
	readonly asksReason?: true;
	/** Overrules the rule's own severity, for a rule whose weight depends on the case. */
	readonly severity?: Severity;
	/** What is wrong, with the figures, and what to do. Spanish. */
	readonly message: string;
};

/** What a rule may know besides the row. */
export type RuleContext = {
	/** The row's municipality, when the registry knows it. */
	readonly place?: Place;
	/** Every row of the file, for rules over rows together. */
	readonly rows: readonly Row[];
	/** Date in Lima, ISO, when the file is read. */
	readonly today?: string;
	/** What codes and names are checked against. */
	readonly places?: Places;
	/** Why the row's empty cells are empty. */
	readonly blanks?: Blanks;
};

/** A rule over one row. Runs when its cells could be read; a blank never breaks a rule by itself. */
export type RowRule = {
	readonly id: string;
	readonly severity: Severity;
	/** What the rule asks, for the dataset's page. */
	readonly says: string;
	readonly check: (cells: Cells, context: RuleContext) => RuleFinding | undefined;
	/** Whether the row has what the rule looks at: a row that passes without it has proved nothing. */
	readonly applies?: (cells: Cells, context: RuleContext) => boolean;
};

/** A rule over the rows of a file together (sums over categories, one fund over its quarters). */
export type FileRule = {
	readonly id: string;
	readonly severity: Severity;
	readonly says: string;
	readonly check: (rows: readonly Row[]) => Iterable<RuleFinding & { readonly line: number }>;
	/** Whether the rows have what the rule looks at. */
	readonly applies?: (rows: readonly Row[]) => boolean;
};

/** One kind of CSV, whole: template, check, storage, page and tests read it. */
export type Dataset = {
	readonly id: string;
	readonly title: string;
	readonly description: string;
	readonly source: string;
	/** Who fills it, and how often, in words. */
	readonly filledBy: string;
	readonly columns: { readonly [name: string]: Column };
	/** The column with the municipality, absent in a national dataset. */
	readonly municipality?: string;
	/** The column with the quarter or year, absent in a registry. */
	readonly period?: string;
	readonly rules: readonly RowRule[];
	readonly fileRules: readonly FileRule[];
	/**
	 * What a row of a file contradicts in one that is stored of the same place and period, and that the
	 * file does not replace: a warning before confirming. Both with all their columns.
	 */
	readonly againstStored?: (row: Cells, stored: Cells) => RuleFinding | undefined;
	/** Two rows that make a good example: typed cells by column name. */
	readonly examples: readonly { readonly [column: string]: string }[];
};

/** Declares a dataset; the wrapper exists so that a wrong column is an error where it is written. */
export function defineDataset(
	dataset: Omit<Dataset, 'rules' | 'fileRules'> & Partial<Pick<Dataset, 'rules' | 'fileRules'>>
): Dataset {
	const columns = Object.entries(dataset.columns);
	for (const name of [dataset.municipality, dataset.period]) {
		if (name && !dataset.columns[name]) throw new Error(`${dataset.id}: no column ${name}`);
	}
	if (!columns.some(([, column]) => column.key)) throw new Error(`${dataset.id}: no key column`);
	return { rules: [], fileRules: [], ...dataset };
}

/** Names of the key columns, in the order declared. */
export function keyColumns(dataset: Dataset): string[] {
	return Object.keys(dataset.columns).filter((name) => dataset.columns[name]?.key);
}

/** Whether a column must have a value in every row. */
export function isRequired(column: Column): boolean {
	return column.required === true || (column.key === true && column.optional !== true);
}
