import { expect, test } from 'vitest';
import { check } from '../../../tests/intake/given.ts';
import { datasets } from '../datasets/index.ts';
import { catalogue, findRule, readerRule } from './catalogue.ts';

test('all 23 rules, each once, with the level of the method', () => {
	expect(catalogue.map(({ id }) => id)).toEqual(
		Array.from({ length: 23 }, (_, index) => `DQ${String(index + 1).padStart(2, '0')}`)
	);
	const of = (severity: string) =>
		catalogue.filter((rule) => rule.severity === severity).map(({ id }) => id);
	expect(of('error')).toEqual(['DQ01', 'DQ02', 'DQ04', 'DQ05', 'DQ07', 'DQ17', 'DQ23']);
	expect(of('notice')).toEqual(['DQ03', 'DQ08', 'DQ10', 'DQ15', 'DQ16']);
	expect(of('warning')).toHaveLength(11);
});

test('each says in Spanish what it asks, of datasets that there are', () => {
	const known = datasets.map(({ id }) => id);
	for (const { says, datasets: watched } of catalogue) {
		expect(says.length).toBeGreaterThan(0);
		for (const text of says) expect(text).toMatch(/^[«A-ZÁÉÍÓÚ].*\.$/);
		for (const id of watched) expect(known).toContain(id);
	}
	expect(findRule('DQ11')?.datasets).toEqual(['microempresas', 'actividades']);
	expect(findRule('constructor')).toBeUndefined();
});

test('what the reader says is known by its rule: 2025-3 is refused, 2025-T3 is not', () => {
	const file = (municipality: string, quarter: string, users: string) =>
		check(
			`municipio_id;periodo;institucion;categoria;tipo_servicio;estado;usuarios\r\n${municipality};${quarter};CEOP;FIN;ahorro;activo;${users}\r\n`
		);
	const rulesOf = (checked: ReturnType<typeof file>) =>
		checked.findings.map(({ code }) => readerRule(code)?.id);

	expect(file('180301', '2025-T3', '12').findings).toEqual([]);
	expect(rulesOf(file('180301', '2025-3', '12'))).toEqual(['DQ23']);
	expect(rulesOf(file('180309', '2025-T3', '12'))).toEqual(['DQ23']);
	expect(rulesOf(file('180301', '2025-T3', '12.5'))).toEqual(['DQ04']);
	expect(rulesOf(file('180301', '2025-T3', '13.467'))).toEqual(['DQ22']);
	expect(readerRule('missing-column')).toBeUndefined();
});

test('the reader gives its findings the level that the rule declares', () => {
	const csv =
		'municipio_id;periodo;institucion;categoria;tipo_servicio;estado;usuarios\r\n180301;2025-3;CEOP;FIN;ahorro;activo;13.467\r\n';
	const told = check(csv).findings.flatMap(({ code, severity }) => {
		const rule = readerRule(code);
		return rule ? [[rule.id, severity === rule.severity]] : [];
	});
	expect(told).toEqual([
		['DQ23', true],
		['DQ22', true]
	]);
});
