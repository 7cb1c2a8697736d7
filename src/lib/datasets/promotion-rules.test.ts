import { describe, expect, test } from 'vitest';
import { messages, said } from '../../../tests/said.ts';
import { autoevaluacion } from './autoevaluacion.ts';
import { groupQuestions, isScored, scoredItems } from './autoevaluacion-codes.ts';
import { concertacion } from './concertacion.ts';
import { formalizacion } from './formalizacion.ts';
import { miembros } from './miembros.ts';
import { proyectos } from './proyectos.ts';
import { umpe } from './umpe.ts';

const municipio_id = '990001';

describe('umpe', () => {
	const unit = { municipio_id, anio: 2025, unidad_existe: true, num_promotores: 1 };
	const none = { municipio_id, anio: 2025, unidad_existe: false };

	test('where there is no unit nobody promotes', () => {
		expect(said(umpe, unit)).toEqual([]);
		expect(said(umpe, none)).toEqual([]);
		expect(said(umpe, { ...none, num_promotores: 0 })).toEqual([]);
		expect(said(umpe, { ...none, num_promotores: 0.5 })).toEqual([
			'sin-unidad-sin-promotores error num_promotores'
		]);
		expect(messages(umpe, { ...none, num_promotores: 2 })).toContain('anota 2 promotores');
	});

	test('what speaks of a unit that does not exist is asked about', () => {
		expect(said(umpe, { ...none, norma_creacion: 'Ordenanza 012-98' })).toEqual([
			'norma-sin-unidad warning norma_creacion'
		]);
		expect(said(umpe, { ...none, en_organigrama: true })).toEqual([
			'norma-sin-unidad warning en_organigrama'
		]);
	});

	test('spent is at most 1.2 times assigned, and assigned at most all of the municipality', () => {
		const money = { ...unit, moneda: 'PEN', presupuesto_asignado: 48000 };
		expect(said(umpe, { ...money, presupuesto_ejecutado: 57600 })).toEqual([]);
		// 48,000 x 1.2 = 57,600.
		expect(said(umpe, { ...money, presupuesto_ejecutado: 57601 })).toEqual([
			'ejecutado-y-asignado warning presupuesto_ejecutado'
		]);
		expect(said(umpe, { ...money, presupuesto_municipal: 47999 })).toEqual([
			'asignado-entre-municipal error presupuesto_asignado'
		]);
		expect(said(umpe, { ...money, presupuesto_municipal: 48000 })).toEqual([]);
	});

	test('an amount names its currency, and a year that has not begun is refused', () => {
		expect(said(umpe, { ...unit, presupuesto_asignado: 48000 })).toEqual([
			'moneda-necesaria error moneda'
		]);
		expect(said(umpe, { ...unit, presupuesto_asignado: 0 })).toEqual([]);
		expect(
			umpe.rules[0]?.check({ ...unit, anio: 2027 }, { rows: [], today: '2026-11-21' })
		).toBeDefined();
	});
});

describe('formalizacion', () => {
	const row = { municipio_id, periodo: '2025-T2', tramite: 'licencia_indeterminada' };

	test('granted and refused come from what was asked for', () => {
		const asked = { ...row, solicitudes: 40, otorgadas: 32, rechazadas_uso_suelo: 8 };
		expect(said(formalizacion, asked)).toEqual([]);
		expect(said(formalizacion, { ...asked, otorgadas: 33 })).toEqual([
			'otorgadas-y-solicitudes warning fila 2'
		]);
		expect(messages(formalizacion, { ...asked, otorgadas: 33 })).toContain(
			'Otorgadas 33 + rechazadas 8 = 41, y hubo 40 solicitudes y 0 pendientes en el archivo: sobran 1'
		);
	});

	test('what was left pending in earlier quarters of the file may be granted later', () => {
		const before = { ...row, solicitudes: 40, otorgadas: 30 };
		const later = { ...row, periodo: '2025-T3', solicitudes: 10, otorgadas: 20 };
		expect(said(formalizacion, later, before)).toEqual([]);
		expect(said(formalizacion, { ...later, otorgadas: 21 }, before)).toEqual([
			'otorgadas-y-solicitudes warning fila 2'
		]);
		expect(said(formalizacion, before, { ...later, tramite: 'otro' })).toEqual([
			'otorgadas-y-solicitudes warning fila 3'
		]);
	});

	test('visits have no applications', () => {
		expect(said(formalizacion, { ...row, tramite: 'visita_informativa', otorgadas: 800 })).toEqual(
			[]
		);
	});
});

describe('proyectos', () => {
	const project = {
		municipio_id,
		proyecto_id: 'PE-1',
		anio: 2025,
		nombre: 'Planta',
		tipo_declarado: 'PE',
		pe_a: true,
		pe_b: true,
		pe_c: true,
		publico_ejecutado: 40000,
		moneda: 'PEN'
	};

	test('spent is at most 1.5 times planned', () => {
		expect(said(proyectos, { ...project, publico_programado: 26667 })).toEqual([]);
		// 26,666 x 1.5 = 39,999.
		expect(said(proyectos, { ...project, publico_programado: 26666 })).toEqual([
			'ejecutado-y-programado warning publico_ejecutado'
		]);
		expect(said(proyectos, { ...project, publico_programado: null })).toEqual([]);
	});

	test('the money of a credit fund is not told twice', () => {
		expect(said(proyectos, { ...project, rubro: 'fondo' })).toEqual(['fondo-aparte warning rubro']);
		expect(said(proyectos, { ...project, rubro: 'fondo', publico_ejecutado: 0 })).toEqual([]);
	});

	test('a PE project with few marks and blanks is told what that means', () => {
		expect(said(proyectos, { ...project, pe_c: null })).toEqual([
			'pe-sin-caracteristicas notice pe_c'
		]);
		expect(said(proyectos, { ...project, tipo_declarado: 'AP', pe_c: null })).toEqual([]);
		const none = { pe_a: false, pe_b: false, pe_c: false, pe_d: false, pe_e: false };
		expect(said(proyectos, { ...project, ...none })).toEqual([]);
	});

	test('private money has an owner', () => {
		expect(said(proyectos, { ...project, privado_ejecutado: 10 })).toEqual([
			'socio-sin-nombre notice socio_privado'
		]);
	});
});

describe('concertacion', () => {
	const body = { municipio_id, instancia: 'Mesa PYME', nivel: 'local', periodo: '2025-T1' };

	test('agreements kept are among those due', () => {
		expect(said(concertacion, { ...body, acuerdos_cumplidos: 4, acuerdos_vencidos: 4 })).toEqual(
			[]
		);
		expect(said(concertacion, { ...body, acuerdos_cumplidos: 5, acuerdos_vencidos: 4 })).toEqual([
			'cumplidos-entre-vencidos error acuerdos_cumplidos'
		]);
	});

	test('what fell due had been agreed on by then', () => {
		const first = { ...body, acuerdos_tomados: 5, acuerdos_vencidos: 0 };
		const second = { ...body, periodo: '2025-T2', acuerdos_tomados: 2, acuerdos_vencidos: 7 };
		expect(said(concertacion, second, first)).toEqual([]);
		expect(said(concertacion, { ...second, acuerdos_vencidos: 8 }, first)).toEqual([
			'vencidos-y-tomados warning fila 2'
		]);
		expect(messages(concertacion, { ...second, acuerdos_vencidos: 8 }, first)).toContain(
			'Debían cumplirse 8 acuerdos y desde 2025-T1 se cuentan 7 tomados: sobran 1'
		);
	});

	test('agreements from before the file, and unknown ones, are not held against it', () => {
		const old = { ...body, acuerdos_tomados: 1, acuerdos_vencidos: 6 };
		const next = { ...body, periodo: '2025-T2', acuerdos_tomados: 1, acuerdos_vencidos: 7 };
		expect(said(concertacion, old)).toEqual([]);
		expect(said(concertacion, old, next)).toEqual([]);
		expect(
			said(concertacion, old, { ...next, acuerdos_tomados: null, acuerdos_vencidos: 99 })
		).toEqual([]);
	});
});

describe('miembros', () => {
	const member = { municipio_id, instancia: 'Mesa PYME', institucion: 'Labor', sector: 'ong' };

	test('nobody leaves before coming in', () => {
		expect(said(miembros, { ...member, desde: '1997-01-01', hasta: '1997-01-01' })).toEqual([]);
		expect(said(miembros, { ...member, desde: '1997-01-01', hasta: '1996-12-31' })).toEqual([
			'desde-hasta error hasta'
		]);
	});
});

describe('autoevaluacion', () => {
	test('39 items take a score and 46 questions a text', () => {
		expect(Object.keys(scoredItems)).toHaveLength(39);
		expect(Object.keys(groupQuestions)).toHaveLength(46);
		expect([isScored('EX7'), isScored('B14'), isScored('constructor')]).toEqual([
			true,
			false,
			false
		]);
		const codes = Object.keys(groupQuestions);
		const sizes = [...'ABCDEFGHIJKL'].map(
			(block) => codes.filter((code) => code.startsWith(block)).length
		);
		expect(sizes).toEqual([5, 14, 2, 1, 1, 3, 5, 4, 3, 2, 3, 3]);
	});

	test('a question has no score, and an item without one is told', () => {
		const row = { municipio_id, periodo: '2025-T4' };
		expect(said(autoevaluacion, { ...row, item: 'EX1', puntaje: 0 })).toEqual([]);
		expect(said(autoevaluacion, { ...row, item: 'EX1' })).toEqual([
			'item-sin-respuesta notice puntaje'
		]);
		expect(said(autoevaluacion, { ...row, item: 'B1', texto: 'La feria.' })).toEqual([]);
		expect(said(autoevaluacion, { ...row, item: 'B1', texto: 'La feria.', puntaje: 2 })).toEqual([
			'pregunta-sin-puntaje error puntaje'
		]);
		expect(said(autoevaluacion, { ...row, item: 'EX2', puntaje: 4, verificado: false })).toEqual([
			'cuatro-comprobado notice puntaje'
		]);
	});
});
