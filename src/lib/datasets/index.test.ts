import { describe, expect, test } from 'vitest';
import { fold } from '../domain/names.ts';
import { isYear } from '../domain/period.ts';
import { isQuarter } from '../domain/quarter.ts';
import type { Cells, CellValue, Row } from '../domain/record.ts';
import { isUbigeo } from '../domain/ubigeo.ts';
import { datasets, findDataset } from './index.ts';
import { isRequired, keyColumns, type Column } from './types.ts';

/** Headings that name the place beside its code in any file, and so may not mean anything else. */
const placeNames = ['municipio', 'distrito', 'provincia', 'departamento'];

function read(column: Column, text: string): CellValue {
	if (['count', 'decimal', 'percent', 'year'].includes(column.type)) return Number(text);
	return column.type === 'flag' ? text === '1' : text;
}

function fits(column: Column, text: string, cells: Cells): boolean {
	const value = Number(text);
	const inRange = value >= (column.min ?? 0) && value <= (column.max ?? Infinity);
	if (column.type === 'count') return /^\d+$/.test(text) && inRange;
	if (column.type === 'decimal') return Number.isFinite(value) && inRange;
	if (column.type === 'percent') return value >= 0 && value <= 100;
	if (column.type === 'quarter') return isQuarter(text);
	if (column.type === 'year') return isYear(text) && inRange;
	if (column.type === 'flag') return text === '0' || text === '1';
	if (column.type === 'ubigeo' || column.type === 'municipality') return isUbigeo(text);
	if (column.type !== 'code') return text !== '';
	return Object.hasOwn(column.codesFor?.(cells) ?? column.codes ?? {}, text);
}

test('the registry is in loading order, and finds a dataset by its id', () => {
	expect(datasets.map((dataset) => dataset.id)).toEqual([
		'municipios',
		'membresias',
		'tipo_cambio',
		'contexto',
		'microempresas',
		'umpe',
		'servicios',
		'actividades',
		'fondos',
		'formalizacion',
		'proyectos',
		'concertacion',
		'miembros',
		'autoevaluacion'
	]);
	expect(findDataset('fondos')?.title).toBe('Fondos');
	expect(findDataset('constructor')).toBeUndefined();
});

describe.each(datasets.map((dataset) => [dataset.id, dataset] as const))('%s', (_, dataset) => {
	const columns = Object.entries(dataset.columns);

	test('has a key, and its municipality and period are columns of the right type', () => {
		expect(keyColumns(dataset)).not.toEqual([]);
		if (dataset.municipality)
			expect(['ubigeo', 'municipality']).toContain(dataset.columns[dataset.municipality]?.type);
		if (dataset.period)
			expect(['quarter', 'year']).toContain(dataset.columns[dataset.period]?.type);
	});

	test('no heading, folded, fits two columns or says the same twice', () => {
		const owners = new Map<string, string>();
		for (const [name, column] of columns) {
			const headings = new Set([fold(name.replaceAll('_', ' ')), fold(column.label)]);
			for (const alias of column.aliases ?? []) {
				expect(headings, `${name}: ${alias}`).not.toContain(fold(alias));
				headings.add(fold(alias));
			}
			for (const heading of headings) {
				expect(heading, name).not.toBe('');
				expect(owners.get(heading), `${heading} of ${name}`).toBeUndefined();
				owners.set(heading, name);
			}
		}
	});

	test('a heading that names the place beside its code means nothing else', () => {
		if (dataset.id === 'municipios') return;
		for (const [name, { label, aliases = [] }] of columns)
			for (const heading of [name, label, ...aliases])
				expect(placeNames, name).not.toContain(fold(heading));
	});

	test('a code column lists codes, folded-unique, and its synonyms stand for them', () => {
		for (const [name, column] of columns) {
			expect(column.type === 'code', name).toBe(column.codes !== undefined);
			const codes = Object.keys(column.codes ?? {});
			const folded = codes.map((code) => fold(code.replaceAll('_', ' ')));
			expect(new Set(folded).size).toBe(codes.length);
			for (const [synonym, code] of Object.entries(column.synonyms ?? {})) {
				expect(synonym, name).toBe(fold(synonym));
				expect(codes, name).toContain(code);
				expect(folded, name).not.toContain(synonym);
			}
		}
	});

	test('every column has an example that it would take', () => {
		for (const [name, column] of columns) {
			expect(column.example, name).toBeTypeOf('string');
			const first = dataset.examples.find((example) => example[name] === column.example);
			expect(fits(column, column.example ?? '', first ?? {}), name).toBe(true);
		}
	});

	test('its example rows are complete, of declared columns, and pass its own rules', () => {
		expect(dataset.examples).toHaveLength(2);
		const rows: Row[] = dataset.examples.map((example, index) => {
			const cells: Record<string, CellValue> = {};
			for (const [name, column] of columns) {
				const text = example[name];
				cells[name] = text === undefined ? null : read(column, text);
				if (isRequired(column)) expect(text, name).toBeDefined();
				if (text !== undefined) expect(fits(column, text, example), `${name}: ${text}`).toBe(true);
			}
			expect(Object.keys(example).every((name) => dataset.columns[name])).toBe(true);
			return { line: index + 2, cells, blanks: {}, typed: example };
		});

		for (const rule of dataset.rules)
			for (const row of rows) expect(rule.check(row.cells, { rows }), rule.id).toBeUndefined();
		for (const rule of dataset.fileRules) expect([...rule.check(rows)], rule.id).toEqual([]);
	});

	test('rules have ids of their own and say in Spanish what they ask', () => {
		const ids = [...dataset.rules, ...dataset.fileRules].map((rule) => rule.id);
		expect(new Set(ids).size).toBe(ids.length);
		for (const rule of [...dataset.rules, ...dataset.fileRules])
			expect(rule.says).toMatch(/^[«A-ZÁÉÍÓÚÑ].*\.$/);
	});
});
