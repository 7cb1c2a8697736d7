import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { datasets } from '#lib/datasets/index.ts';
import { catalogue } from '#lib/intake/catalogue/index.ts';
import { catalogue as qualityRules } from '#lib/quality/catalogue.ts';

/** Every code that can be said has its entry, with all its parts: no message is met without its help. */

const root = join(import.meta.dirname, '../..');

function sourcesIn(folder: string): string[] {
	return readdirSync(join(root, folder))
		.filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
		.map((name) => readFileSync(join(root, folder, name), 'utf8'));
}

function codesIn(folder: string): Set<string> {
	const made = /(?:\bcode: |\baboutCell\(\s*\w+,\s*|\brefuse\(\s*)'([\w-]+)'/g;
	const listed = /'((?:is|excel)-[a-z0-9]+)':/g;
	return new Set(
		sourcesIn(folder).flatMap((source) =>
			[...source.matchAll(made), ...source.matchAll(listed)].map(([, code = '']) => code)
		)
	);
}

const entries = catalogue();
const known = new Set(entries.map(({ code }) => code));
const missing = (codes: Iterable<string>) => [...codes].filter((code) => !known.has(code));

describe('the catalogue of findings', () => {
	test('has every code that the reader makes', () => {
		const codes = codesIn('src/lib/intake/findings');
		expect(codes.size).toBeGreaterThan(100);
		expect(missing(codes)).toEqual([]);
	});

	test('has every rule of the datasets and of quality', () => {
		const declared = datasets.flatMap(({ rules, fileRules }) =>
			[...rules, ...fileRules].map(({ id }) => id)
		);
		expect(missing(declared)).toEqual([]);
		expect(
			missing(qualityRules.filter(({ looks }) => looks !== 'lectura').map(({ id }) => id))
		).toEqual([]);
	});

	test('has every code that is said against what is stored', () => {
		const codes = [...codesIn('src/lib/server/submissions')].filter((code) =>
			/^[a-z]+(-[a-z]+)+$/.test(code)
		);
		expect(codes.length).toBeGreaterThan(3);
		expect(missing(codes)).toEqual([]);
	});

	test('says each code once', () => {
		expect(entries.length).toBe(known.size);
	});

	test.each(entries)('$code has a title, when it appears, what to do and an example', (entry) => {
		const { code, stage, title, when, mend, example } = entry;
		expect(title.length).toBeGreaterThan(3);
		expect(when).toMatch(/^[A-ZÁÉÍÓÚ¿«].{8,}\.$/);
		expect(mend).toMatch(/^[A-ZÁÉÍÓÚ¿«].{6,}\.$/);
		if (stage === 'guardado') return;

		expect(example, code).toBeDefined();
		expect(example?.code).toBe(code);
		expect(example?.message).not.toMatch(/undefined|\bnull\b|\[object/);
	});
});

/** The words by which a message says what to do. */
const doing =
	/(?<!\p{L})(Agregue|agréguelo|Abra|Ábralo|Borre|Bórrela|Busque|Cierre|Compare|Complete|Compruebe|Corrija|Cambie|Copie|Deje|deje|Dé|Déjelas|déjelas|Descargue|Diga|Divídalo|Elija|Elíjala|elija|Ensanche|Escriba|escriba|Escríbala|Escríbalo|Explique|explíquelo|Guárdelo|Indique|indique|Infórmelo|infórmelo|Junte|Ponga|Quite|Quítela|quite|quítela|Revise|revise|Revíselo|Separe|Sepárelos|Súbala|Súbalo|Use|use|Vuelva|Cópielo|pida|cambie|corríjala|continúe|ninguna lo es|¿Quiso decir|la quitamos|No hay que hacer nada|no cambie nada)(?!\p{L})/u;

describe('every message that stops or doubts', () => {
	const doubts = entries.flatMap(({ example }) =>
		example && example.severity !== 'notice' ? [example] : []
	);

	test.each(doubts)('$code: place, what was found, what is expected, how to mend', (finding) => {
		const { line, column, found, expected, message } = finding;
		if (line !== undefined) expect(message).toMatch(new RegExp(`\\b[Ff]ila ${line}\\b`));
		if (column !== undefined && message.includes('columna «')) expect(message).toContain(column);
		if (found !== undefined && found !== '' && column !== undefined)
			expect(message).toContain((found.split(',')[0] ?? '').trim().slice(0, 5).trim());
		expect(expected, message).toBeTruthy();
		expect(message).toMatch(doing);
		expect(message.length).toBeLessThan(520);
	});
});
