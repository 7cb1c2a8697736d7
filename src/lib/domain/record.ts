/** A typed cell. Money and rates are plain numbers with a unit of their own; a blank is null, never 0. */
export type CellValue = string | number | boolean | null;

/** Typed cells by column name. */
export type Cells = { readonly [column: string]: CellValue };

/**
 * Why a cell is blank: nothing was typed (`vacio`), it cannot exist here (`no_aplica`), it is not yet
 * known (`pendiente`), or there is nothing to report (`nada`).
 */
export type Blank = 'vacio' | 'no_aplica' | 'pendiente' | 'nada';

/** Kinds of blank by column; a column with a value is absent. */
export type Blanks = { readonly [column: string]: Blank };

/** One row read from a file, with every declared column present. */
export type Row = {
	/** Line of the file as a spreadsheet numbers it. */
	readonly line: number;
	readonly cells: Cells;
	readonly blanks: Blanks;
	/** What each cell held as typed, by column. */
	readonly typed: { readonly [column: string]: string };
};

/** A row that was accepted and is stored, as the indicators read it. */
export type Fact = {
	readonly dataset: string;
	/** Ubigeo, or a network's code; null where the dataset has no municipality. */
	readonly municipality: string | null;
	/** Quarter or year; null where the dataset has none. */
	readonly period: string | null;
	/** All columns, keys included. */
	readonly cells: Cells;
	readonly blanks: Blanks;
	/** True until somebody other than the sender approved it. */
	readonly provisional: boolean;
};
