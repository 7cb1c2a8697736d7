import { expect, test } from 'vitest';
import { datasets } from '#lib/datasets/index.ts';
import { checkFile } from './check.ts';

function errorsOf(cantidad: string) {
	const text = `municipio_id;periodo;tipo;cantidad;porcentaje\nPROMDE;2026-T3;feria;${cantidad};\n`;
	const { findings } = checkFile(new TextEncoder().encode(text), {
		datasets,
		places: { byUbigeo: new Map(), networks: new Set(['PROMDE']) },
		today: '2026-11-21',
		choices: { dataset: 'actividades' }
	});
	return findings.filter(({ severity }) => severity === 'error').map(({ code }) => code);
}

test('a row owes the count or the share, or the word why it has neither', () => {
	expect(errorsOf('')).toEqual(['cantidad-o-porcentaje']);
	expect(errorsOf('s.d.')).toEqual(['cantidad-o-porcentaje']);
	expect(errorsOf('pendiente')).toEqual([]);
	expect(errorsOf('no aplica')).toEqual([]);
	expect(errorsOf('0')).toEqual([]);
});
