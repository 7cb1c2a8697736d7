import { describe, expect, test } from 'vitest';
import { fondos } from '../datasets/fondos.ts';
import { servicios } from '../datasets/servicios.ts';
import type { Quarter } from '../domain/quarter.ts';
import { addQuarters } from '../domain/quarter.ts';
import type { Cells } from '../domain/record.ts';
import { DQ19 } from './dq19.ts';
import { DQ20 } from './dq20.ts';
import { DQ21, amountColumns, rateOf } from './dq21.ts';
import type { History } from './history.ts';
import { distanceFrom, median, slipOfUnits } from './odd.ts';

function history(...all: Cells[]): History {
	const first: Quarter = '2024-T1';
	return all.map((cells, index) => ({ quarter: addQuarters(first, index), cells }));
}

const users = (...figures: (number | null)[]) =>
	history(...figures.map((usuarios) => ({ usuarios })));
const six = [300, 310, 295, 305, 290, 300];

describe('a figure against its own past (DQ19)', () => {
	test('300, 310, 295, 305, 290, 300 and then 3000: median 300, MAD 5, M 364.23', () => {
		const found = distanceFrom(six, 3000);
		expect(found).toMatchObject({ median: 300, mad: 5, odd: true });
		expect(found?.m).toBeCloseTo(364.23, 2);
	});

	test('3.5 is the limit: 0.6745 x 25 / 5 = 3.3725 passes, x 26 / 5 = 3.5074 does not', () => {
		expect(distanceFrom(six, 325)?.odd).toBe(false);
		expect(distanceFrom(six, 326)?.odd).toBe(true);
		expect(distanceFrom(six, 274)?.odd).toBe(true);
	});

	test('where most never moved, the mean distance takes its place', () => {
		// Five of 10 and one of 16: MAD 0, mean distance 1, M = (x - 10) / 1.2533.
		const past = [10, 10, 10, 10, 10, 16];
		expect(distanceFrom(past, 14)).toMatchObject({ mad: 0, odd: false });
		expect(distanceFrom(past, 14)?.m).toBeCloseTo(4 / 1.2533, 6);
		expect(distanceFrom(past, 15)?.odd).toBe(true);
	});

	test('where nothing ever moved, a change of more than half is odd', () => {
		const past = [8, 8, 8, 8, 8, 8];
		expect(distanceFrom(past, 12)).toEqual({ median: 8, mad: 0, m: null, odd: false });
		expect(distanceFrom(past, 13)?.odd).toBe(true);
		expect(distanceFrom(past, 3)?.odd).toBe(true);
		expect(distanceFrom([], 3)).toBeNull();
		expect([median([]), median([2, 1]), median([3, 1, 2])]).toEqual([null, 1.5, 2]);
	});

	test('asks why, with the figures of before, once a column', () => {
		const [found, ...rest] = DQ19.check({ usuarios: 3000 }, users(...six), servicios);
		expect(rest).toEqual([]);
		expect(found).toMatchObject({ column: 'usuarios', asksReason: true, expected: 'de 290 a 310' });
		expect(found?.message).toContain('entre 290 y 310, con 300 en el medio; ahora dice 3,000');
	});

	test('what it has been before but seldom is told, and asks no reason below a quarter', () => {
		// Median 127, MAD 0.5: M = 0.6745 × 22 ÷ 0.5 = 29.7; a change of 17 %.
		const past = users(127, 127, 126, 127, 128, 151);
		const [told] = [...DQ19.check({ usuarios: 149 }, past, servicios)];
		expect(told).toMatchObject({ column: 'usuarios' });
		expect(told).not.toHaveProperty('asksReason');
		expect([...DQ19.check({ usuarios: 152 }, past, servicios)]).toHaveLength(1);
	});

	test('a change of a quarter or less is told and needs no reason', () => {
		const [little] = DQ19.check({ usuarios: 375 }, users(...six), servicios);
		expect(little?.asksReason).toBeUndefined();
		expect(little?.message).toContain('Si está bien, continúe');
		const [much] = DQ19.check({ usuarios: 376 }, users(...six), servicios);
		expect(much).toMatchObject({ asksReason: true });
	});

	test('needs six quarters with a figure; blanks are no figures', () => {
		expect([...DQ19.check({ usuarios: 3000 }, users(...six.slice(1)), servicios)]).toEqual([]);
		expect([...DQ19.check({ usuarios: 3000 }, users(...six.slice(1), null), servicios)]).toEqual(
			[]
		);
		expect([...DQ19.check({ usuarios: null }, users(...six), servicios)]).toEqual([]);
		expect(DQ19.applies({ usuarios: 300 }, users(...six), servicios)).toBe(true);
		expect(DQ19.applies({ usuarios: null }, users(...six), servicios)).toBe(false);
	});
});

describe('a slip of units (DQ20)', () => {
	test('3000 after 300 is ten times: proposes 300', () => {
		const [found] = DQ20.check({ usuarios: 3000 }, users(...six), servicios);
		expect(found).toMatchObject({ suggestion: '300', replacement: '300', asksReason: true });
		expect(found?.message).toContain('unas 10 veces lo usual (300 en 6 trimestres)');
	});

	test('ten, a hundred, a thousand and their inverse, within a tenth', () => {
		expect([3000, 2700, 3300].map((x) => slipOfUnits(300, x))).toEqual([10, 10, 10]);
		expect([2690, 3310, 300, 600].map((x) => slipOfUnits(300, x))).toEqual(
			Array(4).fill(undefined)
		);
		expect([30000, 300000, 30, 3, 0.3].map((x) => slipOfUnits(300, x))).toEqual([
			100,
			1000,
			1 / 10,
			1 / 100,
			1 / 1000
		]);
		expect([slipOfUnits(0, 10), slipOfUnits(10, 0)]).toEqual([undefined, undefined]);
	});

	test('says so of a thousandth, and writes no fraction by itself', () => {
		const past = history(...[450, 455, 460].map((colocado) => ({ colocado })));
		const [less] = DQ20.check({ colocado: 0.455 }, past, fondos);
		expect(less).toMatchObject({ suggestion: '455', replacement: '455' });
		const [more] = DQ20.check({ colocado: 4555 }, past, fondos);
		expect(more).toMatchObject({ suggestion: '455.5' });
		expect(more?.replacement).toBeUndefined();
	});

	test('needs three quarters', () => {
		expect([...DQ20.check({ usuarios: 3000 }, users(300, 300), servicios)]).toEqual([]);
	});
});

describe('currency (DQ21)', () => {
	const rates = new Map([['USD 2025-T1', 3.7]]);
	const fund = { periodo: '2025-T1', moneda: 'PEN', capital_asignado: 60000 };
	const soles = history(
		...[60000, 60000, 60000].map((capital_asignado) => ({ moneda: 'PEN', capital_asignado }))
	);
	const dollars = history(
		...[16000, 16000, 16000].map((capital_asignado) => ({ moneda: 'USD', capital_asignado }))
	);
	const check = (cells: Cells, past: History = []) => [
		...DQ21.check(cells, { dataset: fondos, history: past, rates })
	];

	test('dollars without the rate of their quarter', () => {
		expect(check({ ...fund, moneda: 'USD', capital_asignado: 16000 })).toEqual([]);
		expect(check({ ...fund, moneda: 'USD', periodo: '2025-T2' })).toMatchObject([
			{ column: 'moneda' }
		]);
		expect(check({ ...fund, periodo: '2025-T2' })).toEqual([]);
		expect(check({ ...fund, moneda: 'USD', periodo: '2025-T2', capital_asignado: 0 })).toEqual([]);
	});

	test('dollars typed as soles: 60,000 / 16,200 = 3.70', () => {
		const [found] = check({ ...fund, capital_asignado: 16200 }, soles);
		expect(found).toMatchObject({ column: 'capital_asignado' });
		expect(found?.message).toContain('Revise si el monto está en dólares');
		// 60,000 / 3.7 x 1.15 is 14,101 and / 0.85 is 19,078: beyond them it is another change.
		expect(check({ ...fund, capital_asignado: 14100 }, soles)).toEqual([]);
		expect(check({ ...fund, capital_asignado: 19080 }, soles)).toEqual([]);
		expect(check(fund, soles)).toEqual([]);
	});

	test('soles typed as dollars: 59,200 / 16,000 = 3.70', () => {
		const [found] = check({ ...fund, moneda: 'USD', capital_asignado: 59200 }, dollars);
		expect(found?.message).toContain('Revise si el monto está en soles');
		expect(check({ ...fund, moneda: 'USD', capital_asignado: 59200 }, soles)).toEqual([]);
	});

	test('which columns hold money, and the rate of a year', () => {
		expect(amountColumns(fondos)).toContain('capital_asignado');
		expect(amountColumns(fondos)).not.toContain('plazo_promedio_meses');
		expect(amountColumns(servicios)).toEqual([]);
		expect([rateOf(rates, 'USD', '2025'), rateOf(rates, 'USD', '2024')]).toEqual([3.7, undefined]);
		expect(rateOf(rates, 'PEN', '1990-T1')).toBe(1);
	});
});
