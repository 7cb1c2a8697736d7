import { describe, expect, test } from 'vitest';
import { messages, said } from '../../../tests/said.ts';
import { actividades } from './actividades.ts';
import { activityGroup } from './actividades-codes.ts';
import { fondos } from './fondos.ts';
import { servicios } from './servicios.ts';

describe('servicios', () => {
	const quarter = { municipio_id: '180301', periodo: '1999-T3', categoria: 'TEC' };
	const zero = { ...quarter, institucion: null, tipo_servicio: 'ninguno', estado: 'sin_servicio' };
	const active = {
		...quarter,
		institucion: 'Olivícola Ilo',
		tipo_servicio: 'procesamiento',
		estado: 'activo'
	};

	test('an explicit zero has no institution, no type and nobody served', () => {
		expect(said(servicios, zero)).toEqual([]);
		expect(said(servicios, { ...zero, institucion: 'PADA' })).toEqual([
			'institucion-necesaria error institucion'
		]);
		expect(said(servicios, { ...zero, tipo_servicio: 'tic' })).toEqual([
			'ninguno-sin-servicio error tipo_servicio'
		]);
		expect(said(servicios, { ...zero, usuarios: 5 })).toEqual([
			'sin-servicio-sin-usuarios error usuarios'
		]);
		expect(said(servicios, { ...zero, usuarios: 0 })).toEqual([]);
	});

	test('any other state names its institution and its type', () => {
		expect(said(servicios, active)).toEqual([]);
		expect(said(servicios, { ...active, institucion: null })).toEqual([
			'institucion-necesaria error institucion'
		]);
		expect(said(servicios, { ...active, tipo_servicio: 'ninguno' })).toEqual([
			'ninguno-sin-servicio error estado'
		]);
	});

	test('no service and an active one of the same category and quarter exclude each other', () => {
		expect(said(servicios, zero, active)).toEqual(['sin-servicio-y-activo error fila 2']);
		expect(messages(servicios, zero, active)).toContain('Tecnología dice «sin servicio» aquí');
		expect(said(servicios, zero, { ...active, estado: 'en_implementacion' })).toEqual([]);
		expect(said(servicios, zero, { ...active, categoria: 'FIN' })).toEqual([]);
		expect(said(servicios, zero, { ...active, periodo: '1999-T4' })).toEqual([]);
	});

	test('women are among the users', () => {
		expect(messages(servicios, { ...active, usuarios: 300, usuarias_mujeres: 310 })).toContain(
			'Las microempresas de mujeres son 310 y las microempresas atendidas 300: sobran 10'
		);
		expect(said(servicios, { ...active, usuarios: null, usuarias_mujeres: 310 })).toEqual([]);
	});

	test('one group of users on two rows of an institution and category is asked about', () => {
		const ceop = { ...active, institucion: 'CEOP Ilo', categoria: 'FIN', usuarios: 300 };
		const again = { ...ceop, institucion: 'ceop ilo', tipo_servicio: 'ahorro' };
		expect(said(servicios, ceop, again)).toEqual(['usuarios-repetidos warning fila 3']);
		expect(said(servicios, ceop, { ...again, usuarios: 120 })).toEqual([]);
		expect(said(servicios, ceop, { ...again, categoria: 'CAP' })).toEqual([]);
	});

	test('users and state contradict each other', () => {
		expect(said(servicios, { ...active, estado: 'suspendido', usuarios: 4 })).toEqual([
			'atendidos-sin-estar-activo warning estado'
		]);
		expect(said(servicios, { ...active, usuarios: 0 })).toEqual([
			'activo-sin-atendidos notice usuarios'
		]);
		expect(said(servicios, { ...active, usuarios: 0, personas_formadas: 300 })).toEqual([]);
	});

	test('the types on offer follow the category', () => {
		const codes = (categoria: string | null) =>
			servicios.columns['tipo_servicio']?.codesFor?.({ categoria });
		expect(Object.keys(codes('FIN') ?? {})).toEqual([
			'microcredito',
			'fondo_rotatorio',
			'ahorro',
			'garantia',
			'otro',
			'ninguno'
		]);
		expect(codes(null)).toBeUndefined();
		expect(codes('constructor')).toBeUndefined();
		expect(Object.keys(servicios.columns['tipo_servicio']?.codes ?? {})).toHaveLength(22);
	});
});

describe('actividades', () => {
	const fair = { municipio_id: '990001', periodo: '2025-T3', tipo: 'feria', cantidad: 2 };

	test('parts are not more than their whole', () => {
		expect(messages(actividades, { ...fair, participantes: 40, mujeres: 41 })).toContain(
			'sobran 1'
		);
		expect(said(actividades, { ...fair, cofinanciadas: 3 })).toEqual([
			'cofinanciadas-entre-actividades error cofinanciadas'
		]);
		expect(said(actividades, { ...fair, mujeres: 41 })).toEqual([]);
	});

	test('an amount has a currency', () => {
		expect(said(actividades, { ...fair, costo: 1500 })).toEqual(['moneda-necesaria error moneda']);
		expect(said(actividades, { ...fair, costo: 1500, moneda: 'PEN' })).toEqual([]);
	});

	test('a group and what it holds are not told together', () => {
		const promotion = { ...fair, tipo: 'promocion_empresarial', cantidad: 9 };
		expect(said(actividades, promotion, fair)).toEqual(['grupo-y-detalle warning fila 2']);
		expect(said(actividades, promotion, { ...fair, tipo: 'simplificacion' })).toEqual([]);
	});

	test('one declared total for a quarter', () => {
		expect(
			said(actividades, { ...fair, total_declarado: 67 }, { ...fair, total_declarado: 66 })
		).toEqual(['un-solo-total warning fila 3']);
	});

	test('types fall into four groups', () => {
		expect(activityGroup('rueda_negocios')).toBe('promocion_empresarial');
		expect(activityGroup('infraestructura')).toBe('infraestructura');
		expect(activityGroup('sin_clasificar')).toBe('otras');
		expect(activityGroup('diagnostico')).toBe('otras');
	});
});

describe('fondos', () => {
	const first = {
		municipio_id: '990001',
		fondo_id: 'F1',
		periodo: '2024-T4',
		moneda: 'PEN',
		capital_asignado: 60000,
		colocado: 20000,
		num_creditos: 10,
		cobrado_capital: 15000,
		saldo_vigente: 45000,
		saldo_mora_30: 2250,
		castigado: 0
	};
	// 45,000 + 18,000 - 16,000 - 500 = 46,500; 2 % of it is 930.
	const second = {
		...first,
		periodo: '2025-T1',
		colocado: 18000,
		cobrado_capital: 16000,
		castigado: 500,
		saldo_vigente: 46500
	};

	test('a balance follows from the quarter before, within 2 %', () => {
		expect(said(fondos, first, second)).toEqual([]);
		expect(said(fondos, first, { ...second, saldo_vigente: 47430 })).toEqual([]);
		expect(said(fondos, second, { ...first, saldo_vigente: 50000 })).toHaveLength(1);
		expect(messages(fondos, first, { ...second, saldo_vigente: 50000 })).toContain(
			'45,000 (fila 2) + 18,000 colocado − 16,000 cobrado − 500 castigado = 46,500, y la fila dice 50,000: sobran 3,500'
		);
	});

	test('quarters apart, other funds and blanks are not compared', () => {
		const far = { ...second, saldo_vigente: 50000 };
		expect(said(fondos, first, { ...far, periodo: '2025-T2' })).toEqual([]);
		expect(said(fondos, first, { ...far, fondo_id: 'F2' })).toEqual([]);
		expect(said(fondos, first, { ...far, cobrado_capital: null })).toEqual([]);
	});

	test('an unknown write-off explains a smaller balance, not a larger one', () => {
		const unknown = { ...second, castigado: null };
		expect(said(fondos, first, { ...unknown, saldo_vigente: 40000 })).toEqual([]);
		expect(said(fondos, first, { ...unknown, saldo_vigente: 50000 })).toHaveLength(1);
	});

	test('no credits and no lending go together', () => {
		expect(said(fondos, { ...first, num_creditos: 0 })).toEqual([
			'creditos-y-colocado error num_creditos'
		]);
		expect(said(fondos, { ...first, colocado: 0 })).toEqual(['creditos-y-colocado error colocado']);
		expect(said(fondos, { ...first, num_creditos: 0, colocado: 0 })).toEqual([]);
		expect(said(fondos, { ...first, num_creditos: null })).toEqual([]);
	});

	test('arrears, women and prepayments are parts', () => {
		expect(said(fondos, { ...first, saldo_mora_30: 45001 })).toEqual([
			'mora-entre-saldo error saldo_mora_30'
		]);
		expect(said(fondos, { ...first, creditos_mujeres: 11 })).toHaveLength(1);
		expect(said(fondos, { ...first, adelantos: 15001 })).toHaveLength(1);
	});

	test('a fund without portfolio is asked for it', () => {
		expect(
			said(fondos, { ...first, colocado: null, saldo_vigente: null, saldo_mora_30: null })
		).toEqual(['cartera-completa warning colocado']);
	});
});
