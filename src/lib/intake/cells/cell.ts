import { quarterOfDate } from '#lib/domain/quarter.ts';
import type { Cells } from '#lib/domain/record.ts';
import { isRequired } from '#lib/datasets/types.ts';
import { cellFindings } from '../findings/cells.ts';
import { numberFindings } from '../findings/numbers.ts';
import { blankOf } from './blank.ts';
import { wholeYear } from './calendar.ts';
import { codeIn, readCode } from './code.ts';
import { readDate } from './date.ts';
import { excelTrace } from './excel.ts';
import { readFlag, saysNo } from './flag.ts';
import { readNumber } from './number.ts';
import { isNumber, type ColumnStyle } from './number-style.ts';
import { readPlace, type PlaceIndex } from './place.ts';
import { readQuarter } from './quarter.ts';
import { quarterIn, quarterOfMonth } from './quarter-words.ts';
import { exampleOf, expectedOf, type Cell, type Read } from './read.ts';
import { readText } from './text.ts';
import { readYear } from './year.ts';

/** Letters that a cell which is no text may have. */
const longest = 200;

/** What a cell may need to know besides itself. */
export type Around = {
	readonly today: string;
	readonly places: PlaceIndex;
	/** How the numbers of its column are written. */
	readonly style: ColumnStyle | undefined;
	/** Whether its column says which period is reported. */
	readonly isPeriod: boolean;
	/** Cells of the row that were read before. */
	readonly cells: Cells;
	/** Whether unknown codes of the column are only counted by now. */
	readonly isToldEnough?: boolean;
	/** The name of the municipality beside its code. */
	readonly name: string | undefined;
};

/** Reads one cell: traces of Excel first, then blanks, then what its type asks. */
export function readCell(cell: Cell, around: Around): Read {
	const { text, spot, column } = cell;
	const isText = column.type === 'text';
	if (!isText && text.length > longest) {
		const finding = cellFindings.tooLong(
			spot,
			text.length,
			longest,
			expectedOf(column),
			exampleOf(column)
		);
		return { value: null, finding };
	}

	// A declared code may be a word that elsewhere means blank.
	if (column.type === 'code' && codeIn(column, text) !== undefined) {
		return readCode(cell, around.cells, !around.isToldEnough);
	}
	const trace = traceIn(cell);
	if (trace) {
		const mended = mendedTrace(cell, around.today);
		const example = mended ?? exampleOf(column);
		const finding = cellFindings.excelTrace(spot, trace, expectedOf(column), example, mended);
		return { value: null, finding };
	}
	// «No tiene» answers a question of yes or no.
	const blank = column.type === 'flag' && saysNo(text) ? undefined : blankOf(text);
	if (blank !== undefined) {
		if (!isRequired(column)) {
			const read = { value: null, blank };
			if (!isNumber(column)) return read;
			if (blank === 'nada') {
				return { ...read, finding: numberFindings.nothingOrZero(spot), once: text };
			}
			// The format of thousands and that of accounts pad the dash by which they show a zero.
			return /^\s+-\s*$|^-\s{2,}$/.test(spot.found)
				? { ...read, finding: numberFindings.dashOrZero(spot), once: 'dash' }
				: read;
		}
		const finding = cellFindings.required(
			spot,
			expectedOf(column),
			exampleOf(column),
			column.key === true
		);
		return { value: null, blank, finding };
	}
	return readFilled(cell, around);
}

/** What a cell held before Excel took it for something else, where only one thing can be meant. */
function mendedTrace({ text, column }: Cell, today: string): string | undefined {
	if (column.type !== 'quarter') return undefined;
	const year = Number(today.slice(0, 4));
	const quarter = quarterOfMonth(text, (digits) => wholeYear(digits, year));
	return quarter !== undefined && quarter <= quarterOfDate(today) ? quarter : undefined;
}

function traceIn({ text, column }: Cell) {
	if (text.length > 60) return undefined;
	const trace = excelTrace(text);
	if (trace === undefined) return undefined;
	switch (column.type) {
		case 'text':
			return trace === 'excel-hashes' || trace === 'excel-error' ? trace : undefined;
		case 'flag':
			return trace === 'excel-logical' ? undefined : trace;
		case 'ubigeo':
		case 'municipality':
			return /^="?\d{5,6}"?$/.test(text) ? undefined : trace;
		case 'quarter':
			return quarterIn(text) === undefined ? trace : undefined;
		case 'date':
			return trace === 'excel-date' ? undefined : trace;
		default:
			return trace;
	}
}

function readFilled(cell: Cell, around: Around): Read {
	switch (cell.column.type) {
		case 'count':
		case 'decimal':
		case 'percent':
			return readNumber(cell, around.style ?? { style: 'point' });
		case 'quarter':
			return readQuarter(cell, around);
		case 'year':
			return readYear(cell, around);
		case 'date':
			return readDate(cell, around);
		case 'flag':
			return readFlag(cell);
		case 'code':
			return readCode(cell, around.cells, !around.isToldEnough);
		case 'ubigeo':
		case 'municipality':
			return readPlace(cell, around.places, around.name);
		case 'text':
			return readText(cell.spot.found, cell);
	}
}
