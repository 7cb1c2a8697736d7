import { describe, expect, test } from 'vitest';
import { municipality, rows, valueIn } from '../../../tests/given.ts';

const header =
	'periodo | categoria | institucion | tipo_institucion | tipo_servicio | estado | usuarios';
const services = (...lines: string[]) => rows('servicios', [header, ...lines].join('\n'));
const businesses = (year: number, count: string | number) =>
	rows(
		'microempresas',
		`ambito_datos | anio | dimension | categoria | cantidad\ndistrito | ${year} | total | total | ${count}`
	);
const none = (quarter: string, category: string) =>
	`${quarter} | ${category} | - | - | ninguno | sin_servicio | -`;
const active = (quarter: string, category = 'FIN', users = '-') =>
	`${quarter} | ${category} | Caja | financiera | microcredito | activo | ${users}`;

describe('availability', () => {
	const data = municipality([
		...services(
			active('2025-T1'),
			none('2025-T1', 'TEC'),
			'2025-T1 | MER | Cámara | gremio | ferias | en_implementacion | -'
		),
		...businesses(2024, 500)
	]);

	test('is 1 with a service, 0 when it was reported that there is none, and absent else', () => {
		const found = ['FIN', 'TEC', 'MER', 'CAP'].map(
			(category) => valueIn(data, 'SRV01', '2025-T1', category)?.value
		);
		expect(found).toEqual([1, 0, 0, undefined]);
	});

	test('of fewer than five categories does not add up', () => {
		expect(valueIn(data, 'SRV07', '2025-T1')).toMatchObject({
			value: null,
			state: 'no_calculable',
			flags: ['faltan_categorias'],
			denominator: 500
		});
	});
});

describe('offers', () => {
	const data = municipality([
		...services(
			'2025-T1 | FIN | Caja Rural | financiera | microcredito | activo | 10',
			'2025-T1 | FIN | CAJA RURAL | financiera | otro | activo | 5',
			'2025-T1 | FIN | Coopac | financiera | microcredito | activo | -'
		),
		...businesses(2024, 500)
	]);

	test('count institutions and services once, however they are written', () => {
		expect(valueIn(data, 'SRV02', '2025-T1', 'FIN')?.value).toBe(1);
		expect(valueIn(data, 'SRV03', '2025-T1', 'FIN')?.value).toBe(2);
		expect(valueIn(data, 'SRV04', '2025-T1', 'FIN')?.value).toBe(6);
	});

	test('with some users blank reach at least what is told, and are partial', () => {
		expect(valueIn(data, 'SRV05', '2025-T1', 'FIN')).toMatchObject({ value: 3, state: 'parcial' });
	});

	test('of whom nobody tells the users reach nobody knows whom', () => {
		const silent = municipality([...services(active('2025-T1')), ...businesses(2024, 500)]);
		expect(valueIn(silent, 'SRV05', '2025-T1', 'FIN')).toMatchObject({ value: null });
		const nobody = municipality([
			...services(active('2025-T1', 'FIN', '0')),
			...businesses(2024, 500)
		]);
		expect(valueIn(nobody, 'SRV05', '2025-T1', 'FIN')?.value).toBe(0);
	});

	test('over no known number of businesses, or over 0, have no density', () => {
		const density = (count: ReturnType<typeof businesses>) =>
			valueIn(municipality([...services(active('2025-T1')), ...count]), 'SRV04', '2025-T1', 'FIN');
		expect(density([])).toMatchObject({ value: null, state: 'no_calculable' });
		expect(density(businesses(2025, 0))).toMatchObject({ value: null });
		expect(density(businesses(2025, '-'))).toMatchObject({ value: null });
		expect(density(businesses(2020, 500))).toMatchObject({ value: 2 });
		expect(density(businesses(2019, 500))).toMatchObject({ value: null, state: 'vencido' });
		expect(density(businesses(2026, 500))).toMatchObject({ value: null });
	});
});

describe('continuity', () => {
	const lengthAt = (quarter: string, ...lines: string[]) =>
		valueIn(municipality(services(...lines)), 'SRV06', quarter, 'FIN')?.value;

	test('counts back to the last quarter that reported none', () => {
		const lines = [none('2024-T1', 'FIN'), active('2024-T2'), active('2024-T3')];
		expect(lengthAt('2024-T3', ...lines)).toBe(2);
		expect(lengthAt('2024-T1', ...lines)).toBe(0);
	});

	test('passes over two quarters without a report, and stops at three', () => {
		expect(lengthAt('2024-T4', active('2024-T1'), active('2024-T4'))).toBe(2);
		expect(lengthAt('2025-T1', active('2024-T1'), active('2025-T1'))).toBe(1);
		expect(lengthAt('2024-T2', active('2024-T1'), active('2024-T3'))).toBeUndefined();
	});
});

describe('permanence', () => {
	test('is of the services of a year ago', () => {
		const data = municipality(
			services(
				active('2024-T1'),
				'2024-T1 | FIN | Coopac | financiera | ahorro | activo | -',
				active('2025-T1')
			)
		);
		expect(valueIn(data, 'SRV08', '2025-T1')).toMatchObject({ value: 50, denominator: 2 });
		expect(valueIn(data, 'SRV08', '2024-T1')).toMatchObject({
			value: null,
			flags: ['sin_anio_anterior']
		});
	});

	test('is unknown when a category of a year ago was not reported now', () => {
		const data = municipality(services(active('2024-T1', 'CAP'), active('2025-T1', 'FIN')));
		expect(valueIn(data, 'SRV08', '2025-T1')).toMatchObject({
			value: null,
			flags: ['faltan_categorias']
		});
	});

	test('the municipality’s own part needs the kind of every institution', () => {
		const untold = '2025-T1 | MER | Cámara | - | ferias | activo | -';
		const own = '2025-T1 | CAP | Municipalidad | municipal | formacion_tecnica | activo | -';
		const part = (...lines: string[]) =>
			valueIn(municipality(services(...lines)), 'SRV08', '2025-T1', 'municipal')?.value;
		expect(part(active('2025-T1'), own)).toBe(50);
		expect(part(active('2025-T1'), own, untold)).toBeNull();
		expect(part(none('2025-T1', 'FIN'))).toBeNull();
	});
});
