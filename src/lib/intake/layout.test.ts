import { describe, expect, test } from 'vitest';
import { datasets } from '#lib/datasets/index.ts';
import type { Places } from '#lib/domain/place.ts';
import { checkFile, type Choices } from './check.ts';
import { findLayout } from './layout.ts';
import { vocabularyOf } from './vocabulary.ts';
import { wideGroup } from './wide.ts';

const ilo = {
	ubigeo: '180301',
	name: 'Ilo',
	province: 'Ilo',
	department: 'Moquegua',
	scope: 'provincia',
	areaKm2: null,
	aliases: [],
	fictional: false
} as const;
const places: Places = { byUbigeo: new Map([[ilo.ubigeo, ilo]]), networks: new Set() };
const known = vocabularyOf(datasets, places);

const layout = (text: string, choices: Choices = {}) => findLayout(text, datasets, choices, known);
const check = (text: string, choices: Choices = {}) =>
	checkFile(new TextEncoder().encode(text), { datasets, places, today: '2026-11-21', choices });

const header = 'Ubigeo;Ámbito;Año;Fuente;Población';
const row = '180301;provincia;1993;censo;51481';

describe('separator and heading row are found together', () => {
	test.each([1, 21, 60, 99])('headings below %i rows of titles', (titles) => {
		const text = `${'Reporte anual, cuadro 1\n'.repeat(titles)}${header}\n${row}\n`;
		expect(layout(text)).toMatchObject({ delimiter: ';', headerLine: titles + 1, known: 5 });
		expect(check(text)).toMatchObject({ verdict: 'accepted', reading: { headerLine: titles + 1 } });
	});

	test('headings below row 100 are told from a file without headings by their row, when it is chosen', () => {
		const text = `${'Reporte\n'.repeat(120)}${header}\n${row}\n`;
		expect(check(text).findings).toMatchObject([{ code: 'no-header' }]);
		expect(check(text, { headerLine: 121 })).toMatchObject({ verdict: 'accepted' });
	});

	test('a title that lists columns between commas is no row of headings', () => {
		const text = `Población, viviendas, hombres, mujeres\n\nUbigeo;Año;Cifra\n180301;2025;5\n`;
		expect(layout(text)).toMatchObject({ delimiter: ';', headerLine: 3 });
	});

	test('headings that nobody knows are found by the codes and places below them', () => {
		const text = 'Cuadro\n\nlugar|donde|cuando|gente\n180301|Ilo|2025-T3|5\n180301|Ilo|2025-T2|7\n';
		expect(layout(text)).toMatchObject({ delimiter: '|', headerLine: 3, known: 0, values: 3 });
		expect(check(text).findings.map(({ code }) => code)).toEqual(['no-dataset', 'title-rows']);
		const asked = check(text, { dataset: 'servicios' });
		expect(asked.findings.map(({ code }) => code)).toContain('missing-column');
	});

	test('a file without headings has none, whatever its rows say', () => {
		expect(check(`${row}\n${row}\n`).findings).toMatchObject([{ code: 'no-header', line: 1 }]);
	});
});

describe('one column a year', () => {
	test.each([
		[['Ubigeo', 'Población 2019', 'Población 2020'], ['Población 2019', 'Población 2020'], 'year'],
		[['2019', '2020', '2021'], ['2019', '2020', '2021'], 'year'],
		[['usuarios 2025-T1', 'usuarios 2025-T2'], ['usuarios 2025-T1', 'usuarios 2025-T2'], 'quarter'],
		[['Población 2019', 'Viviendas 2020'], undefined, undefined],
		[['Población 2019'], undefined, undefined],
		[['cod 12019', 'cod 12020'], undefined, undefined]
	])('%j', (headings, found, kind) => {
		const group = wideGroup(headings);
		expect(group?.headings).toEqual(found);
		expect(group?.kind).toBe(kind);
	});

	test('is refused by name with what to do, until a person says what those columns are', () => {
		const text = `Ubigeo;Ámbito;Fuente;Población 2019;Población 2020\n180301;provincia;censo;51481;55892\n`;
		const { verdict, findings } = check(text);
		expect(verdict).toBe('rejected');
		expect(findings).toMatchObject([{ code: 'wide-format', line: 1, column: 'Población 2019' }]);
		expect(findings[0]?.message).toContain('«Población 2019» y «Población 2020»');
		expect(findings[0]?.message).toContain('una columna «Año»');
		const chosen = check(text, {
			columns: { 'Población 2019': '', 'Población 2020': 'poblacion_total' },
			values: { anio: '2020' }
		});
		expect(chosen.rows[0]?.cells).toMatchObject({ anio: 2020, poblacion_total: 55892 });
	});

	test('years alone as headings are told from a file without headings', () => {
		const text = 'Ubigeo;Distrito;2019;2020\n180301;Ilo;51481;55892\n';
		expect(check(text).findings).toMatchObject([{ code: 'wide-format', line: 1 }]);
	});
});
