import { expect, test } from 'vitest';
import { figuresAt, type StoredFigure } from './figures-at.ts';

const row = (
	indicator: string,
	period: StoredFigure['period'],
	value: number | null
): StoredFigure => ({
	indicator,
	dimension: '',
	period,
	value,
	state: value === null ? 'no_calculable' : 'ok',
	flags: [],
	provisional: true
});

test('a figure of a quarter answers for itself alone', () => {
	const at = figuresAt([row('IDX02', '2026-T1', 40), row('IDX02', '2026-T2', 44)], '2026-T3');
	expect(at('IDX02')).toMatchObject({ value: null, state: 'no_reporto', period: null });
});

test('a figure of a year serves later quarters until it is too old', () => {
	const rows = [row('MIC01', '2019', 500), row('MIC01', '2024', null)];
	expect(figuresAt(rows, '2024-T4')('MIC01')).toMatchObject({ value: 500, period: '2019' });
	expect(figuresAt(rows.slice(0, 1), '2026-T3')('MIC01')).toMatchObject({
		value: null,
		state: 'vencido',
		period: '2019'
	});
});

test('what a newer year says is not reported any more does not come back from an older one', () => {
	const gone: StoredFigure = { ...row('MIC03', '2024', null), state: 'no_reporto' };
	expect(figuresAt([row('MIC03', '2021', 20), gone], '2025-T1')('MIC03')).toMatchObject({
		value: null,
		state: 'no_reporto',
		period: '2024'
	});
});
