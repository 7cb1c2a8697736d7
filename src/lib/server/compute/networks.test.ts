import { describe, expect, test } from 'vitest';
import type { Quarter } from '#lib/domain/quarter.ts';
import { basesFrom, type Membership } from './networks.ts';

function member(ubigeo: string, network: string, since?: string, until?: string): Membership {
	return { ubigeo, network, since: since ?? null, until: until ?? null };
}

const complete = (quarters: Record<string, readonly Quarter[]>) =>
	new Map(Object.entries(quarters).map(([ubigeo, list]) => [ubigeo, new Set(list)]));

describe('the base quarter of who is in two networks', () => {
	const members = [
		member('A', 'PROMDE', undefined, '2024-T2'),
		member('B', 'PROMDE'),
		member('A', 'REMURPE', '2024-T3')
	];
	const bases = basesFrom(
		members,
		complete({
			A: ['2024-T1', '2024-T2', '2024-T3', '2024-T4'],
			B: ['2024-T1', '2024-T2', '2024-T3', '2024-T4']
		})
	);

	test('is that of the network it is in at the quarter', () => {
		expect(bases.of('A', '2024-T2')).toBe('2024-T1');
		expect(bases.of('A', '2024-T4')).toBe('2024-T3');
		expect(bases.of('B', '2024-T4')).toBe('2024-T1');
	});

	test('is none before it joined any, nor after it left the last', () => {
		const gone = basesFrom(
			[member('A', 'PROMDE', '2024-T2', '2024-T3')],
			complete({ A: ['2024-T2'] })
		);
		expect(gone.of('A', '2024-T1')).toBeUndefined();
		expect(gone.of('A', '2024-T3')).toBe('2024-T2');
		expect(gone.of('A', '2024-T4')).toBeUndefined();
	});
});
