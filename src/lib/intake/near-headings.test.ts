import { describe, expect, test } from 'vitest';
import { datasets } from '#lib/datasets/index.ts';
import { defineDataset } from '#lib/datasets/types.ts';
import { checkFile, type CheckOptions } from './check.ts';
import { translated } from './english.ts';
import { headingsOf, tight } from './headings.ts';
import { proposalsFor } from './near-headings.ts';

const cursos = defineDataset({
	id: 'cursos',
	title: 'Cursos',
	description: 'Cursos por año',
	source: 'prueba',
	filledBy: 'nadie',
	columns: {
		curso: { label: 'Curso', type: 'text', key: true },
		anio: { label: 'Año', type: 'year', key: true },
		usuarios: { label: 'Microempresas atendidas', type: 'count', unit: 'microempresas' },
		mujeres: { label: 'Mujeres', type: 'count', unit: 'personas' },
		monto: { label: 'Monto colocado', type: 'decimal', unit: 'S/' }
	},
	examples: []
});

const open = new Set(Object.keys(cursos.columns));
const propose = (...headings: string[]) => proposalsFor(cursos, headings, open);

function check(text: string, more: Partial<CheckOptions> = {}) {
	return checkFile(new TextEncoder().encode(text), {
		datasets: [cursos],
		places: { byUbigeo: new Map(), networks: new Set() },
		today: '2026-11-21',
		...more
	});
}

describe('what a heading may be is proposed', () => {
	test.each([
		['usuarioz', 'usuarios', 0.85],
		['usarioz', 'usuarios', 0.75],
		// Two words of two and three: 2·2 ÷ (2+3) = 0.8, and 0.35 + 0.45 · 0.8 = 0.71.
		['Microempresas atendidas 2025', 'usuarios', 0.71],
		// Both words, in singular.
		['Microempresa atendida', 'usuarios', 0.8],
		['Mujeres (%)', 'mujeres', 0.6],
		['Monto (US$)', 'monto', 0.6]
	])('%s', (heading, field, confidence) => {
		const [first] = propose(heading);
		expect(first).toMatchObject({ heading, field });
		expect(first?.confidence).toBeCloseTo(confidence, 2);
	});

	test.each(['color', 'Departamento', '__proto__', 'constructor', 'Mujеres', 'xx', '2019', ''])(
		'«%s» is no column of ours',
		(heading) => {
			expect(propose(heading)).toEqual([]);
		}
	);

	test('a column is proposed once, to the heading most like it', () => {
		expect(propose('usarioz', 'usuarioz')).toEqual([
			{ heading: 'usuarioz', field: 'usuarios', confidence: 0.85 }
		]);
	});

	test('and no proposal is ever sure', () => {
		for (const { id, columns } of datasets) {
			const dataset = datasets.find((one) => one.id === id);
			if (!dataset) continue;
			for (const { label } of Object.values(columns)) {
				const all = proposalsFor(dataset, [`${label}x`], new Set(Object.keys(columns)));
				for (const { confidence } of all) expect(confidence).toBeLessThan(0.9);
			}
		}
	});
});

describe('the reading carries them', () => {
	const text = 'curso,año,usuarioz,color\nA,2024,5,azul\n';

	test('and a finding asks, while the column stays unused', () => {
		const { verdict, rows, reading, findings } = check(text);
		expect(verdict).toBe('warnings');
		expect(rows[0]?.cells['usuarios']).toBeNull();
		expect(reading?.proposals).toEqual([
			{ heading: 'usuarioz', field: 'usuarios', confidence: 0.85 }
		]);
		expect(findings).toMatchObject([
			{ code: 'near-heading', severity: 'warning', line: 1, column: 'usuarioz', field: 'usuarios' },
			{ code: 'unknown-column', severity: 'warning', line: 1, column: 'color' }
		]);
	});

	test('what was said before is used as if it were said now', () => {
		const { verdict, rows, reading, findings } = check(text, {
			memory: { usuarioz: 'usuarios', color: '' }
		});
		expect({ verdict, findings }).toEqual({ verdict: 'accepted', findings: [] });
		expect(rows[0]?.cells['usuarios']).toBe(5);
		expect(reading).toMatchObject({
			columns: { usuarios: 'usuarioz' },
			ignored: ['color'],
			proposals: []
		});
	});

	test('what is said now comes before', () => {
		const { reading } = check(text, {
			memory: { usuarioz: 'usuarios' },
			choices: { columns: { usuarioz: '', color: 'usuarios' } }
		});
		expect(reading).toMatchObject({ columns: { usuarios: 'color' }, ignored: ['usuarioz'] });
	});

	test('what was said before never takes a column that another heading is by name, nor one twice', () => {
		const both = check('curso,año,gente,usuarios\nA,2024,5,7\n', { memory: { gente: 'usuarios' } });
		expect(both.rows[0]?.cells['usuarios']).toBe(7);
		expect(both.findings).toMatchObject([{ code: 'unknown-column', column: 'gente' }]);

		const two = check('curso,año,gente,personas\nA,2024,5,7\n', {
			memory: { gente: 'usuarios', personas: 'usuarios' }
		});
		expect(two.rows[0]?.cells['usuarios']).toBe(5);
		expect(two.findings).toMatchObject([{ code: 'unknown-column', column: 'personas' }]);
	});

	test('columns that are gone, and names of objects, are not remembered', () => {
		const { findings } = check('curso,año,gente,constructor\nA,2024,5,7\n', {
			memory: { gente: 'personal' }
		});
		expect(findings.map(({ code }) => code)).toEqual(['unknown-column', 'unknown-column']);
	});
});

test('every missing column is told by name, with the heading that may be it', () => {
	const { verdict, findings } = check('cursoz,anno,usuarios\nA,2024,5\n', {
		choices: { dataset: 'cursos' }
	});
	expect(verdict).toBe('rejected');
	expect(findings.filter(({ severity }) => severity === 'error')).toMatchObject([
		{ code: 'missing-column', column: 'Curso', suggestion: 'cursoz' },
		{ code: 'missing-column', column: 'Año', suggestion: 'anno' }
	]);
});

test('every heading in English is one of some dataset', () => {
	const names = new Set(datasets.flatMap((dataset) => [...headingsOf(dataset).exact.keys()]));
	const dead = translated.filter(([, ours]) => !ours.some((one) => names.has(tight(one))));
	expect(dead).toEqual([]);
});
