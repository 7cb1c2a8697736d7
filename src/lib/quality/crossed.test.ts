import { describe, expect, test } from 'vitest';
import type { Cells } from '../domain/record.ts';
import { crossRules, firstClash } from './crossed.ts';

function clashes(dataset: string, row: Cells, ...others: { dataset: string; cells: Cells }[]) {
	return crossRules
		.filter((rule) => rule.dataset === dataset)
		.flatMap((rule) => {
			const found = firstClash(
				rule,
				row,
				others.filter((other) => other.dataset === rule.other)
			);
			return found ? [[rule.id, found.clash.value, found.clash.otherValue]] : [];
		});
}

const firms = (anio: number, cantidad: number) => ({
	dataset: 'microempresas',
	cells: { anio, dimension: 'total', categoria: 'total', cantidad }
});
const licences = { periodo: '2025-T3', tramite: 'licencia_definitiva', otorgadas: 120 };

describe('rows of two datasets', () => {
	test('more licences than firms, from either side', () => {
		expect(clashes('formalizacion', licences, firms(2024, 100))).toEqual([
			['licencias-y-empresas', 120, 100]
		]);
		const other = { dataset: 'formalizacion', cells: licences };
		expect(clashes('microempresas', firms(2024, 100).cells, other)).toEqual([
			['licencias-y-empresas', 100, 120]
		]);
		expect(clashes('formalizacion', licences, firms(2024, 120))).toEqual([]);
	});

	test('visits, parts of the firms and years that do not serve say nothing', () => {
		const visits = { ...licences, tramite: 'visita_informativa' };
		expect(clashes('formalizacion', visits, firms(2024, 100))).toEqual([]);
		const sector = {
			dataset: 'microempresas',
			cells: { anio: 2024, dimension: 'sector', cantidad: 5 }
		};
		expect(clashes('formalizacion', licences, sector)).toEqual([]);
		expect(clashes('formalizacion', licences, firms(2026, 100))).toEqual([]);
		expect(clashes('formalizacion', licences, firms(2019, 100))).toEqual([]);
	});

	test('the newest count that serves decides', () => {
		expect(clashes('formalizacion', licences, firms(2025, 500), firms(2020, 100))).toEqual([]);
	});

	test('a service that reaches more firms than there are', () => {
		const service = { periodo: '2025-T3', usuarios: 101 };
		expect(clashes('servicios', service, firms(2025, 100))).toEqual([
			['usuarios-y-empresas', 101, 100]
		]);
		expect(clashes('servicios', { ...service, usuarios: null }, firms(2025, 100))).toEqual([]);
	});
});

describe('two sources of one year', () => {
	const row = { ambito_datos: 'distrito', anio: 2017, fuente: 'encuesta', pea: 900 };
	const census = (cells: Cells) => ({
		dataset: 'contexto',
		cells: { ambito_datos: 'distrito', anio: 2017, fuente: 'censo', ...cells }
	});

	test('a labour force above the population of the other', () => {
		expect(clashes('contexto', row, census({ poblacion_total: 800 }))).toEqual([
			['pea-y-poblacion', 900, 800]
		]);
		expect(clashes('contexto', row, census({ poblacion_total: 900 }))).toEqual([]);
		expect(clashes('contexto', row, census({ poblacion_total: 800, anio: 2018 }))).toEqual([]);
		expect(
			clashes('contexto', row, census({ poblacion_total: 800, ambito_datos: 'provincia' }))
		).toEqual([]);
	});

	test('totals more than 5 % apart: 1,050 of 1,000 passes and 1,051 does not', () => {
		const total = (poblacion_total: number) => ({ ...row, pea: null, poblacion_total });
		expect(clashes('contexto', total(1050), census({ poblacion_total: 1000 }))).toEqual([]);
		expect(clashes('contexto', total(1051), census({ poblacion_total: 1000 }))).toEqual([
			['otra-fuente-otro-total', 1051, 1000]
		]);
		const same = { ...census({ poblacion_total: 1000 }) };
		expect(clashes('contexto', { ...total(2000), fuente: 'censo' }, same)).toEqual([]);
	});
});
