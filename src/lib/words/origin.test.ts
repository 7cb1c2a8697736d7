import { expect, test } from 'vitest';
import { findDataset } from '#lib/datasets/index.ts';
import {
	cellWords,
	formulaWithNumbers,
	keyWords,
	rowAddress,
	senderWords,
	valueAddress
} from './origin.ts';

test('a figure and a row have addresses of their own', () => {
	expect(valueAddress({ slug: 'poblacion', of: '180301', period: '1993' })).toBe(
		'/origen/poblacion/180301/1993'
	);
	expect(
		valueAddress({
			slug: 'mejora-del-indice',
			of: 'red-DEMO',
			period: '2026-T3',
			measure: 'contribucion FIN'
		})
	).toBe('/origen/mejora-del-indice/red-DEMO/2026-T3?medida=contribucion%20FIN');
	expect(rowAddress({ dataset: 'contexto', submission: 'ABCDEFGHJKMNPQRS', line: 12 })).toBe(
		'/origen/fila/contexto/ABCDEFGHJKMNPQRS/12'
	);
});

test('a blank says of which kind it is, and a zero is a zero', () => {
	const column = findDataset('servicios')?.columns['usuarios'];
	expect(cellWords(column, 0)).toBe('0');
	expect(cellWords(column, 1250)).toBe('1,250');
	expect(cellWords(findDataset('municipios')?.columns['lon'], -71.343333)).toBe('-71.343333');
	expect(cellWords(column, null)).toBe('Sin dato');
	expect(cellWords(column, null, 'no_aplica')).toBe('No aplica');
	expect(cellWords(column, null, 'pendiente')).toBe('Pendiente');
	expect(cellWords(column, null, 'nada')).toBe('Nada que informar');
});

test('a row is told by its key in words, without the place', () => {
	const dataset = findDataset('microempresas');
	if (!dataset) throw new Error('no dataset');
	const key = {
		municipio_id: '180301',
		ambito_datos: 'provincia',
		anio: 1999,
		dimension: 'total',
		categoria: 'total'
	};
	expect(keyWords(dataset, key)).toContain('Año: 1999');
	expect(keyWords(dataset, key)).not.toContain('180301');
});

test('a quarter needs no name before it', () => {
	const dataset = findDataset('actividades');
	if (!dataset) throw new Error('no dataset');
	const key = { municipio_id: '180301', periodo: '2026-T3', tipo: 'feria' };
	expect(keyWords(dataset, key)).toBe('III trimestre 2026 · Tipo de actividad: Feria');
});

test('a formula is written with its figures, the longest name first', () => {
	const inputs = [
		{ label: 'microempresas', value: 3000 },
		{ label: 'población', value: 55892 }
	];
	expect(formulaWithNumbers('1000 × microempresas ÷ población', inputs)).toBe(
		'1000 × 3,000 ÷ 55,892'
	);
	expect(
		formulaWithNumbers('mínimo(100 × viviendas con agua ÷ viviendas; 4)', [
			{ label: 'viviendas', value: 10 },
			{ label: 'viviendas con agua', value: 7 }
		])
	).toBe('mínimo(100 × 7 ÷ 10; 4)');
	expect(formulaWithNumbers('lo que se declara', inputs)).toBeUndefined();
	expect(
		formulaWithNumbers('microempresas ÷ población', [
			{ label: 'microempresas', value: null },
			{ label: 'población', value: 1 }
		])
	).toBeUndefined();
});

test('everybody reads which institution sent a file, and never who', () => {
	expect(senderWords({ role: 'administracion', fictional: false })).toBe('Coordinación de la red');
	expect(senderWords({ role: null, fictional: false })).toBe(
		'Coordinación de la red (carga inicial)'
	);
	expect(senderWords({ role: null, fictional: true })).toBe('Datos inventados de la demostración');
});
