import { expect, test } from 'vitest';
import { choicesFrom } from './choices.ts';

function form(fields: Record<string, string>): FormData {
	const data = new FormData();
	for (const [name, value] of Object.entries(fields)) data.append(name, value);
	return data;
}

test('a form that asks about numbers leaves the rest as it was decided', () => {
	const before = { dataset: 'fondos', encoding: 'utf-8', columns: { monto: 'colocado' } };
	expect(choicesFrom(form({ 'numeros:colocado': 'comma' }), before)).toEqual({
		...before,
		numberStyles: { colocado: 'comma' },
		values: {}
	});
});

test('an empty answer takes a decision back', () => {
	const before = {
		delimiter: ';',
		headerLine: 3,
		numberStyles: { colocado: 'comma' as const },
		values: { anio: '2025' }
	};
	const answers = form({
		separador: '',
		titulos: '',
		'numeros:colocado': '',
		'valor:anio': ' '
	});
	expect(choicesFrom(answers, before)).toEqual({ numberStyles: {}, columns: {}, values: {} });
});

test('only the headings that somebody changed are decided', () => {
	const answers = form({
		'titulo:0': 'Ubigeo',
		'antes:0': 'municipio_id',
		'columna:0': 'municipio_id',
		'titulo:1': 'gente',
		'antes:1': '',
		'columna:1': 'poblacion_total',
		'titulo:2': 'sobra',
		'antes:2': 'nota',
		'columna:2': ''
	});
	expect(choicesFrom(answers, {}).columns).toEqual({ gente: 'poblacion_total', sobra: '' });
});

test('another dataset forgets what was said of the columns of the first', () => {
	const before = { dataset: 'fondos', columns: { monto: 'colocado' }, values: { moneda: 'PEN' } };
	expect(choicesFrom(form({ conjunto: 'contexto' }), before)).toEqual({
		dataset: 'contexto',
		numberStyles: {},
		columns: {},
		values: {}
	});
});

test('what no form offers is not taken', () => {
	const answers = form({
		conjunto: 'constructor',
		codificacion: 'toString',
		separador: 'x',
		titulos: '-1',
		'numeros:colocado': 'otro'
	});
	expect(choicesFrom(answers, {})).toEqual({ numberStyles: {}, columns: {}, values: {} });
});
