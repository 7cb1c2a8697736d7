import { describe, expect, test } from 'vitest';
import { municipality, rows, valueIn } from '../../../tests/given.ts';

const header = 'periodo | tipo | cantidad | porcentaje | total_declarado | participantes | mujeres';
const done = (...lines: string[]) =>
	municipality(rows('actividades', [header, ...lines].join('\n')));

const quarter = '2025-T1';

describe('activities', () => {
	const data = done(
		`${quarter} | capacitacion | 4 | - | - | 80 | 60`,
		`${quarter} | feria | 1 | - | - | 20 | 10`,
		`${quarter} | diagnostico | 3 | - | - | 10 | -`
	);

	test('and participants are summed, and divided', () => {
		expect(valueIn(data, 'UMP05', quarter)?.value).toBe(8);
		expect(valueIn(data, 'UMP05', quarter, 'participantes')?.value).toBe(110);
		expect(valueIn(data, 'UMP05', quarter, 'participantes_por_actividad')?.value).toBe(13.75);
	});

	test('are grouped, and a group without activities is 0 of those there were', () => {
		const share = (group: string) => valueIn(data, 'UMP06', quarter, group)?.value;
		expect(share('promocion_empresarial')).toBe(62.5);
		expect(share('otras')).toBe(37.5);
		expect(share('infraestructura')).toBe(0);
		expect(share('sin explicar')).toBeUndefined();
	});

	test('the women are those of the rows that tell both figures', () => {
		expect(valueIn(data, 'UMP07', quarter)).toMatchObject({
			value: 70,
			numerator: 70,
			denominator: 100,
			state: 'parcial'
		});
	});

	test('with a blank count have no sum', () => {
		const blank = done(
			`${quarter} | capacitacion | 4 | - | - | - | -`,
			`${quarter} | feria | - | - | - | 20 | 10`
		);
		expect(valueIn(blank, 'UMP05', quarter)).toMatchObject({ value: null });
		expect(valueIn(blank, 'UMP05', quarter, 'participantes')?.value).toBeNull();
		expect(valueIn(blank, 'UMP06', quarter, 'otras')?.value).toBeNull();
	});

	test('in which nobody took part have no share of women', () => {
		const nobody = done(`${quarter} | infraestructura | 2 | - | - | 0 | 0`);
		expect(valueIn(nobody, 'UMP07', quarter)).toMatchObject({
			value: null,
			flags: ['denominador_cero']
		});
		const untold = done(`${quarter} | infraestructura | 2 | - | - | - | -`);
		expect(valueIn(untold, 'UMP07', quarter)).toBeUndefined();
	});

	test('given as a group and in detail are not counted twice', () => {
		const twice = done(
			`${quarter} | promocion_empresarial | 5 | - | - | - | -`,
			`${quarter} | feria | 1 | - | - | - | -`
		);
		expect(valueIn(twice, 'UMP05', quarter)).toMatchObject({
			value: null,
			flags: ['grupo_y_detalle']
		});
	});
});

describe('shares as declared', () => {
	const declared = done(
		`${quarter} | promocion_empresarial | - | 62 | 67 | - | -`,
		`${quarter} | simplificacion | - | 14 | 67 | - | -`,
		`${quarter} | infraestructura | - | 14 | 67 | - | -`
	);

	test('are never scaled up to 100: what is missing is left unexplained', () => {
		expect(valueIn(declared, 'UMP06', quarter, 'promocion_empresarial')?.value).toBe(62);
		expect(valueIn(declared, 'UMP06', quarter, 'sin explicar')?.value).toBe(10);
		expect(valueIn(declared, 'UMP06', quarter, 'otras')).toBeUndefined();
	});

	test('keep the total that they are of, and enter no group', () => {
		expect(valueIn(declared, 'UMP05', quarter)).toMatchObject({ value: 67, flags: ['declarado'] });
		expect(valueIn(declared, 'UMP06', quarter, 'simplificacion')).toMatchObject({
			numerator: null,
			denominator: null
		});
	});
});
