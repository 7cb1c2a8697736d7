import { describe, expect, test } from 'vitest';
import type { Fact } from '../domain/record.ts';
import { municipality, rows, valueIn } from '../../../tests/given.ts';

const header =
	'fondo_id | periodo | moneda | capital_asignado | aporte_otros | colocado | saldo_vigente';
const funds = (...lines: string[]) => rows('fondos', [header, ...lines].join('\n'));
const rate = (quarter: string, soles: number) =>
	rows('tipo_cambio', `periodo | moneda | soles_por_unidad\n${quarter} | USD | ${soles}`);

function value(facts: readonly Fact[], id: string, quarter: string, dimension = '') {
	return valueIn(municipality(facts), id, quarter, dimension);
}

describe('capital', () => {
	const both = funds(
		'A | 2025-T1 | PEN | 10000 | 0 | 0 | 0',
		'B | 2025-T1 | USD | 2000 | 0 | 0 | 0'
	);

	test('in two currencies is added in soles only at the rate of its quarter', () => {
		expect(value([...both, ...rate('2025-T1', 3.5)], 'FON01', '2025-T1')?.value).toBe(17000);
		expect(value([...both, ...rate('2024-T4', 3.5)], 'FON01', '2025-T1')).toMatchObject({
			value: null,
			state: 'no_calculable',
			flags: ['sin_tipo_de_cambio']
		});
	});

	test('keeps each currency apart, with or without a rate', () => {
		expect(value(both, 'FON01', '2025-T1', 'USD')?.value).toBe(2000);
		expect(value(both, 'FON01', '2025-T1', 'PEN')?.value).toBe(10000);
	});

	test('in soles needs no rate', () => {
		const soles = funds('A | 2025-T1 | PEN | 10000 | 0 | 0 | 0');
		expect(value(soles, 'FON01', '2025-T1')).toMatchObject({ value: 10000, state: 'ok' });
		expect(value(soles, 'FON01', '2025-T1', 'USD')).toBeUndefined();
	});

	test('is partial when a fund of the quarter before is missing', () => {
		const facts = funds(
			'A | 2024-T4 | PEN | 10000 | 0 | 0 | 0',
			'B | 2024-T4 | PEN | 5000 | 0 | 0 | 0',
			'A | 2025-T1 | PEN | 10000 | 0 | 0 | 0'
		);
		expect(value(facts, 'FON01', '2025-T1')).toMatchObject({ value: 10000, state: 'parcial' });
	});
});

describe('capital at work', () => {
	const placed = (line: string) => value(funds(line), 'FON02', '2025-T1');

	test('is 0 when 0 was reported and unknown when it was not', () => {
		expect(placed('A | 2025-T1 | PEN | 10000 | 0 | 0 | 0')?.value).toBe(0);
		expect(placed('A | 2025-T1 | PEN | 10000 | 0 | 0 | -')?.value).toBeNull();
	});

	test('counts the capital of others, and is unknown when that is', () => {
		expect(placed('A | 2025-T1 | PEN | 6000 | 4000 | 0 | 5000')?.value).toBe(50);
		expect(placed('A | 2025-T1 | PEN | 6000 | - | 0 | 5000')?.value).toBeNull();
	});

	test('is 0 of whatever others put in, when nothing is lent', () => {
		expect(placed('A | 2025-T1 | PEN | 6000 | - | 0 | 0')).toMatchObject({
			value: 0,
			numerator: null,
			denominator: null
		});
		expect(placed('A | 2025-T1 | PEN | 0 | 0 | 0 | 0')?.value).toBeNull();
	});
});

describe('rotation', () => {
	const quarters = ['2024-T2', '2024-T3', '2024-T4', '2025-T1'];
	const year = quarters.map((quarter) => `A | ${quarter} | PEN | 8000 | 2000 | 3000 | 5000`);

	test('is what was lent in four quarters over the mean capital', () => {
		expect(value(funds(...year), 'FON03', '2025-T1')?.value).toBeCloseTo(1.2, 12);
	});

	test('needs the four quarters', () => {
		expect(value(funds(...year.slice(1)), 'FON03', '2025-T1')).toMatchObject({
			value: null,
			flags: ['faltan_trimestres']
		});
	});

	test('takes each quarter at its own rate', () => {
		const dollars = year.map((line) => line.replace('PEN', 'USD'));
		const rates = quarters.flatMap((quarter, index) => rate(quarter, 3 + index));
		// 3000 × (3 + 4 + 5 + 6) ÷ (10000 × (3 + 4 + 5 + 6) ÷ 4)
		const facts = [...funds(...dollars), ...rates];
		expect(value(facts, 'FON03', '2025-T1')).toMatchObject({
			numerator: 54000,
			denominator: 45000
		});
		expect(value(funds(...dollars), 'FON03', '2025-T1')?.value).toBeNull();
		expect(value(funds(...dollars), 'FON03', '2025-T1', 'USD')?.value).toBeCloseTo(1.2, 12);
	});
});

const paid =
	'fondo_id | periodo | moneda | cobrado_capital | adelantos | vencido_capital | plazo_promedio_meses | saldo_vigente | saldo_mora_30 | castigado | colocado | num_creditos | creditos_mujeres';
const repaid = (...lines: string[]) => rows('fondos', [paid, ...lines].join('\n'));

describe('recovery and loss', () => {
	const facts = repaid(
		'A | 2024-T2 | PEN | 2000 | 0 | 2500 | 6 | 10000 | 500 | 0 | 3000 | 3 | 1',
		'A | 2024-T3 | PEN | 2500 | 0 | 2500 | 6 | 10000 | 500 | 100 | 3000 | 3 | 1',
		'A | 2024-T4 | PEN | 2600 | 100 | 2500 | 6 | 10000 | 500 | 0 | 3000 | 3 | 1',
		'A | 2025-T1 | PEN | 2500 | 0 | 2500 | 6 | 10000 | 500 | 100 | 3000 | 4 | 3'
	);

	test('of 9500 collected without prepayments out of 10000 due at six months is 95 and 20', () => {
		expect(value(facts, 'FON04', '2025-T1')).toMatchObject({ value: 95, state: 'ok' });
		expect(value(facts, 'FON06', '2025-T1')?.value).toBeCloseTo(20, 9);
		expect(value(facts, 'FON06', '2025-T1', 'castigado')?.value).toBe(2);
	});

	test('over fewer than four quarters is partial', () => {
		expect(value(facts, 'FON04', '2024-T3')).toMatchObject({ value: 90, state: 'parcial' });
		expect(value(facts, 'FON06', '2024-T3', 'castigado')?.value).toBeNull();
	});

	test('passes 100 when arrears are collected, and is unknown when nothing fell due', () => {
		const late = repaid('A | 2025-T1 | PEN | 600 | 0 | 500 | 6 | 900 | 0 | 0 | 1 | 1 | 1');
		expect(value(late, 'FON04', '2025-T1')?.value).toBe(120);
		const young = repaid('A | 2025-T1 | PEN | 0 | 0 | 0 | - | 900 | 0 | 0 | 1 | 1 | 1');
		expect(value(young, 'FON04', '2025-T1')).toMatchObject({ value: null });
		expect(value(young, 'FON06', '2025-T1')?.value).toBeNull();
	});

	test('is unknown with a blank', () => {
		const blank = repaid('A | 2025-T1 | PEN | 600 | - | 500 | 6 | 900 | 0 | 0 | 1 | 1 | 1');
		expect(value(blank, 'FON04', '2025-T1')?.value).toBeNull();
	});

	test('risk, mean credit and women are of the quarter', () => {
		expect(value(facts, 'FON05', '2025-T1')?.value).toBe(5);
		expect(value(facts, 'FON07', '2025-T1')?.value).toBe(750);
		expect(value(facts, 'FON07', '2025-T1', 'mujeres')?.value).toBe(75);
	});

	test('without balance or credits there is no risk, mean or share', () => {
		const idle = repaid('A | 2025-T1 | PEN | 0 | 0 | 0 | - | 0 | 0 | 0 | 0 | 0 | 0');
		for (const [id, dimension] of [['FON05'], ['FON07'], ['FON07', 'mujeres']] as const)
			expect(value(idle, id, '2025-T1', dimension)).toMatchObject({
				value: null,
				flags: ['denominador_cero']
			});
	});
});

describe('quarters without lending', () => {
	const waited = (quarter: string, ...lines: string[]) => value(funds(...lines), 'FON08', quarter);

	test('count on until the first loan, and stay', () => {
		const lines = [
			'A | 2024-T3 | PEN | 9000 | 0 | 0 | 0',
			'A | 2024-T4 | PEN | 9000 | 0 | 0 | 0',
			'A | 2025-T1 | PEN | 9000 | 0 | 100 | 100',
			'A | 2025-T2 | PEN | 9000 | 0 | 0 | 90'
		];
		expect(waited('2024-T3', ...lines)).toMatchObject({ value: 0, flags: ['sigue_contando'] });
		expect(waited('2024-T4', ...lines)).toMatchObject({ value: 1, flags: ['sigue_contando'] });
		expect(waited('2025-T1', ...lines)).toMatchObject({ value: 2, flags: [] });
		expect(waited('2025-T2', ...lines)).toMatchObject({ value: 2, flags: [] });
	});

	test('are unknown when a blank may hide a loan, or money was out before', () => {
		expect(waited('2025-T1', 'A | 2025-T1 | PEN | 9000 | 0 | - | 0')?.value).toBeNull();
		expect(waited('2025-T1', 'A | 2025-T1 | PEN | 9000 | 0 | 0 | 400')?.value).toBeNull();
	});

	test('are partial when quarters in between were not reported', () => {
		const lines = ['A | 2024-T1 | PEN | 9000 | 0 | 0 | 0', 'A | 2025-T1 | PEN | 9000 | 0 | 0 | 0'];
		expect(waited('2025-T1', ...lines)).toMatchObject({ value: 4, state: 'parcial' });
	});
});
