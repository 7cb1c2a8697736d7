import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fold } from '../domain/names.ts';
import type { Cells, CellValue, Row } from '../domain/record.ts';
import { contexto } from './contexto.ts';
import { municipios } from './municipios.ts';
import type { Column, Dataset } from './types.ts';

const folder = resolve('..', 'shared', 'data');
const absent = !existsSync(folder);

/** What the column stores of a cell of the file; undefined when it would refuse it. */
function read(column: Column, text: string): CellValue | undefined {
	if (text === '') return column.required ? undefined : null;
	if (column.type === 'code') {
		const typed = fold(text.replaceAll('_', ' '));
		const code = Object.entries(column.codes ?? {}).find(
			([known, label]) => fold(known.replaceAll('_', ' ')) === typed || fold(label) === typed
		);
		return code?.[0] ?? column.synonyms?.[typed];
	}
	if (!['count', 'decimal', 'percent', 'year'].includes(column.type)) return text;
	const value = Number(text);
	const whole = column.type === 'decimal' || Number.isInteger(value);
	return whole && value >= (column.min ?? 0) && value <= (column.max ?? Infinity)
		? value
		: undefined;
}

/** The cells of one line; these files quote cells with commas, never line breaks. */
function split(line: string): string[] {
	return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
		([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? ''
	);
}

/** The rows of a file under other headings, with what could not be read of them. */
function map(
	dataset: Dataset,
	file: string,
	columns: Record<string, string>,
	values: Record<string, string>
): { rows: Row[]; refused: string[] } {
	const text = readFileSync(resolve(folder, file), 'utf8').replace(/^\uFEFF/, '');
	const [headings = [], ...data] = text.trimEnd().split(/\r?\n/).map(split);
	const refused: string[] = [];
	const rows = data.map((line, index) => {
		const cellsTyped = Object.fromEntries(headings.map((heading, at) => [heading, line[at] ?? '']));
		const cells: Record<string, CellValue> = {};
		for (const [name, column] of Object.entries(dataset.columns)) {
			const typed = values[name] ?? cellsTyped[columns[name] ?? name] ?? '';
			const value = read(column, typed);
			if (value === undefined) refused.push(`${index + 2} ${name} ${typed}`);
			cells[name] = value ?? null;
		}
		return { line: index + 2, cells, blanks: {}, typed: cellsTyped };
	});
	return { rows, refused };
}

function errors(dataset: Dataset, rows: readonly Row[]): string[] {
	return dataset.rules.flatMap((rule) =>
		rows.flatMap(({ cells, line }: { cells: Cells; line: number }) =>
			rule.check(cells, { rows }) ? [`${line} ${rule.id}`] : []
		)
	);
}

describe.skipIf(absent)('real files of Peru, where the reference folder is at hand', () => {
	test('the 1,891 municipalities fit the declaration; equal names in a department are told', () => {
		const { rows, refused } = map(
			municipios,
			'municipalities-peru.csv',
			{
				municipio_id: 'ubigeo',
				nombre: 'distrito',
				tipo: 'nivel_municipalidad',
				macrorregion: 'macroregion_inei'
			},
			{ ambito_datos: 'distrito' }
		);
		expect(rows).toHaveLength(1891);
		expect(refused).toEqual([]);
		expect(errors(municipios, rows)).toEqual([]);
		// Twelve names stand for two districts of one department each.
		const told = municipios.fileRules.flatMap((rule) => [...rule.check(rows)]);
		expect(told).toHaveLength(12);
	});

	test('the 11,310 populations by year fit the declaration', () => {
		const { rows, refused } = map(
			contexto,
			'poblacion-distrital-2019-2025.csv',
			{ municipio_id: 'ubigeo' },
			{ fuente: 'proyeccion', ambito_datos: 'distrito' }
		);
		expect(rows).toHaveLength(11310);
		expect(refused).toEqual([]);
		expect(errors(contexto, rows)).toEqual([]);
	});
});
