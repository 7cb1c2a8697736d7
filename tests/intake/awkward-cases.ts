import { datasets } from '#lib/datasets/index.ts';
import { checkFile, type Checked, type Choices } from '#lib/intake/check.ts';
import { codeCases } from '../fixtures/intake/awkward/codes.ts';
import { sheetCases } from '../fixtures/intake/awkward/combined.ts';
import { fileCases } from '../fixtures/intake/awkward/files.ts';
import { numberCases } from '../fixtures/intake/awkward/numbers.ts';
import { periodCases } from '../fixtures/intake/awkward/periods.ts';
import { meetings, sheets, type SheetName } from '../fixtures/intake/awkward/sheets.ts';
import { rowsAbove, write, type StyleName } from '../fixtures/intake/awkward/styles.ts';
import type { CellCase, Place, Verdict } from '../fixtures/intake/awkward/types.ts';
import { places, today } from './given.ts';

export type Case = {
	name: string;
	faults: readonly number[];
	bytes: Uint8Array;
	dataset?: string;
	verdict: Verdict;
	places: readonly Place[];
};

function rowsOf(sheet: SheetName): string[][] {
	return sheets[sheet].map((line) => line.split(','));
}

/** The bytes of a sheet with some cells written over. */
export function edited(
	sheet: SheetName,
	style: StyleName,
	edits: readonly (readonly [line: number, field: string, typed: string])[]
): Uint8Array {
	const rows = rowsOf(sheet);
	const fields = [...(rows[0] ?? [])];
	for (const [line, field, typed] of edits) {
		const cells = rows[line - 1];
		const index = fields.indexOf(field);
		if (!cells || index < 0) throw new Error(`${sheet}: no ${field} in row ${line}`);
		cells[index] = typed;
	}
	return write(rows, style);
}

function moved(places: readonly Place[], style: StyleName): Place[] {
	return places.map(([code, line, column]) => [
		code,
		line === null ? null : line + rowsAbove(style),
		column
	]);
}

const ofCell = (one: CellCase): Case => {
	const [fault, sheet, line, field, typed, verdict, code, column, style = 'plain'] = one;
	const place: Place[] =
		code === null ? [] : [[code, code === 'several-quarters' ? null : line, column]];
	return {
		name: `${fault}: ${sheet}, ${style}, ${field} = ${JSON.stringify(typed.slice(0, 40))}`,
		faults: [fault],
		bytes: edited(sheet, style, [[line, field, typed]]),
		verdict,
		places: moved(place, style)
	};
};

/** Every awkward file of the tables, as bytes. */
export const cases: readonly Case[] = [
	...[...numberCases, ...periodCases, ...codeCases].map(ofCell),
	...sheetCases.map(({ faults, sheet, style, edits, verdict, places }): Case => ({
		name: `${faults.join(' + ')}: ${sheet}, ${style}, ${edits.map(([, field, typed]) => `${field} = ${JSON.stringify(typed)}`).join(', ')}`,
		faults,
		bytes: edited(sheet, style, edits),
		verdict,
		places: moved(places, style)
	})),
	...fileCases.map(({ content, ...one }): Case => ({
		...one,
		name: `${one.faults.join(' + ')}: ${one.name}`,
		bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content
	}))
];

/** Reads one of them, with what a person chose for it. */
export function read(
	{ bytes, dataset }: Pick<Case, 'bytes' | 'dataset'>,
	chosen: Choices = {}
): Checked {
	const choices: Choices = dataset === undefined ? chosen : { ...chosen, dataset };
	return checkFile(bytes, { datasets: [...datasets, meetings], places, today, choices });
}

/** Whether a fault is told with its code, row and column. */
export function isFound([code, line, column]: Place, { findings }: Checked): boolean {
	return findings.some(
		(one) => one.code === code && (one.line ?? null) === line && (one.column ?? null) === column
	);
}
