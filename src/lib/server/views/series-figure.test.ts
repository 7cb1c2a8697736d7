import { describe, expect, it } from 'vitest';
import { untilQuarter } from './series-figure.ts';

const point = (period: string, value: number) => ({ period, value, provisional: true });

describe('untilQuarter', () => {
	it('ends the line at the quarter shown, with no figure where none came', () => {
		const sent = [point('2026-T1', 57), point('2026-T2', 60)];
		expect(untilQuarter(sent, '2026-T3').at(-1)).toEqual({
			period: '2026-T3',
			value: null,
			provisional: false
		});
	});

	it('adds nothing where the quarter came, nor to a line without points', () => {
		const sent = [point('2026-T3', 60)];
		expect(untilQuarter(sent, '2026-T3')).toEqual(sent);
		expect(untilQuarter([], '2026-T3')).toEqual([]);
	});
});
