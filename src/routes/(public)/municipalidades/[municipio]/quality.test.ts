import { expect, test } from 'vitest';
import { qualityView } from './quality.ts';

const fault = {
	rule: 'DQ13',
	severity: 'warning',
	dataset: 'actividades',
	key: '{"municipio_id":"990001","periodo":"2025-T3","tipo":"feria"}',
	submission: 'abcdefghjkmnpqrs',
	line: 7,
	message: 'El total declarado es 10 y las filas suman 9.'
} as const;

test('the score, what fails, and the row with the page of its line', () => {
	const view = qualityView('2025-T3', {
		ubigeo: '990001',
		score: { score: 85.714, failed: 2 },
		faults: [fault, { ...fault, severity: 'notice' }]
	});
	expect(view).toMatchObject({ score: '86 de 100', failed: '2 reglas sin cumplir' });
	expect(view?.faults).toEqual([
		{
			rule: 'DQ13',
			row: 'Actividades de la UMPE: III trimestre 2025 · Tipo de actividad: Feria',
			href: '/origen/fila/actividades/abcdefghjkmnpqrs/7',
			message: fault.message
		}
	]);
});

test('one rule, none, and no score at all', () => {
	const of = (failed: number) =>
		qualityView('2025-T3', { ubigeo: '990001', score: { score: 50, failed }, faults: [] })?.failed;
	expect([of(1), of(0)]).toEqual(['1 regla sin cumplir', 'cumple todas las reglas que le tocan']);
	expect(qualityView('2025-T3', { ubigeo: '990001', faults: [] })).toBeNull();
});
