import { beforeAll, describe, expect, test } from 'vitest';
import { yearOf, isQuarter } from '#lib/domain/quarter.ts';
import type { Period } from '#lib/domain/period.ts';
import { findIndicator } from '#lib/indicators/index.ts';
import { insertRows } from '#lib/server/db/bulk.ts';
import type { Detail } from '#lib/server/queries/packed-figures.ts';
import { valuesOfGroup } from '#lib/server/queries/values-of-group.ts';
import { publicViewer as viewer } from '#lib/server/visibility.ts';
import { randomFrom, type Random } from '../../seeds/invented/random.ts';
import { describeEngines } from '../engines.ts';

/** What of a value does not depend on its place in a list. */
type Answer = {
	period: string | null;
	value: number | null;
	numerator: number | null;
	denominator: number | null;
	state: string;
	flags: readonly string[];
	provisional: boolean;
	method: number | null;
};
type Stored = Answer & {
	indicator: string;
	dimension: string;
	municipality: string;
	period: string;
	method: number;
};

const years = Array.from({ length: 26 }, (_, index) => String(2001 + index));
const quarters = ['2024-T3', '2024-T4', '2025-T1', '2025-T2', '2025-T3', '2025-T4', '2026-T1'];
const places = Array.from({ length: 420 }, (_, index) => String(10101 + index).padStart(6, '0'));
/** Declares about itself: a code that is not a place's. */
const codes = [...places, 'PROMDE'];

/**
 * How four measures were reported: by most in the newest years, by most long ago and a few since, by
 * hardly anybody, and by quarter.
 */
const measures = [
	{ indicator: 'CTX01', dimension: '', often: ['2023', '2025'], chance: 0.05 },
	{ indicator: 'MIC01', dimension: '', often: ['2012', '2019'], chance: 0.03 },
	{ indicator: 'MIC03', dimension: 'pesca', often: [], chance: 0.01 },
	{ indicator: 'SRV03', dimension: 'FIN', often: ['2025-T3'], chance: 0.4 }
] as const;

function storedAtRandom(random: Random): Stored[] {
	return measures.flatMap(({ indicator, dimension, often, chance }) => {
		const periods = findIndicator(indicator)?.frequency === 'year' ? years : quarters;
		return codes.flatMap((municipality) =>
			periods
				.filter((period) => random.happens(often.some((year) => year === period) ? 0.9 : chance))
				.map((period) => ({ indicator, dimension, municipality, period, ...figure(random) }))
		);
	});
}

function figure(random: Random) {
	const number = () => random.pick([null, 0, -1.5, 1 / 3, 1e21, 5e-324, random.between(0, 1e6)]);
	const flags = random.pick<string[]>([[], [], ['parcial'], ['fuentes_mixtas', 'base_propia']]);
	const rest = { flags, method: random.whole(1, 3), provisional: random.happens(0.5) };
	const value = random.happens(0.3) ? null : (number() ?? 1);
	const state =
		value === null
			? random.pick(['no_calculable', 'no_aplica', 'no_reporto'])
			: random.pick(['ok', 'ok', 'parcial']);
	return { value, numerator: number(), denominator: number(), state, ...rest };
}

/** The answer of one member, in plain steps; `rows` are its own of one measure. */
function expected(rows: readonly Stored[], indicator: string, asked: Period): Answer {
	const silence = { value: null, numerator: null, denominator: null };
	const declared = findIndicator(indicator);
	const past = rows.filter(({ period }) => period === asked);

	if (declared?.frequency === 'year' && isQuarter(asked)) {
		const newest = rows
			.filter(({ period }) => Number(period) <= yearOf(asked))
			.sort((a, b) => Number(b.period) - Number(a.period));
		const valid = newest.filter(
			({ period }) => yearOf(asked) - Number(period) <= declared.staleAfter
		);
		const told = valid.find(({ value, state }) => value !== null || state === 'no_reporto');
		past.push(...[told, valid[0]].filter((row) => row !== undefined));
		if (past.length === 0 && newest[0]) {
			past.push({ ...newest[0], ...silence, state: 'vencido' });
		}
	}

	const [answer] = past;
	return answer
		? answerOf(answer)
		: {
				...silence,
				period: null,
				state: 'no_reporto',
				flags: [],
				provisional: false,
				method: null
			};
}

function answerOf(row: Answer): Answer {
	const { period, value, numerator, denominator, state, flags, provisional, method } = row;
	return { period, value, numerator, denominator, state, flags, provisional, method };
}

const asked: readonly Period[] = ['2025-T3', '2026-T4', '2024-T4', '2014-T1', '2000-T1', '2023'];

describeEngines('values of a group against a plain model', (engine) => {
	describe.each([1, 2])('of random table %i', (seed) => {
		const random = randomFrom(seed);
		const stored = storedAtRandom(random);
		const groups = {
			few: random.shuffled(codes).slice(0, 14),
			many: random.shuffled(codes).slice(0, 300),
			nobody: []
		};

		beforeAll(async () => {
			await engine.db.deleteFrom('indicator_value').execute();
			await insertRows(
				engine.db,
				'indicator_value',
				{
					indicator: 'text',
					dimension: 'text',
					period: 'text',
					municipality: 'text',
					value: 'float8',
					numerator: 'float8',
					denominator: 'float8',
					state: 'text',
					flags: 'jsonb',
					method: 'int4',
					provisional: 'boolean'
				},
				stored
			);
		});

		test.each(Object.entries(groups))('less of every member of %s', async (_, members) => {
			const { indicator, dimension } = measures[0];
			const read = (detail: Detail) =>
				valuesOfGroup(engine.db, {
					viewer,
					indicator,
					dimension,
					period: '2026-T4',
					members,
					detail
				});
			const all = await read('all');
			const values = all.map(({ ubigeo, period, value, state, provisional }) => {
				return { ubigeo, period, value, state, provisional };
			});
			const ratios = values.map((row, index) => ({
				...row,
				numerator: all[index]?.numerator,
				denominator: all[index]?.denominator
			}));
			expect(await read('value')).toMatchObject(values);
			expect(await read('ratio')).toMatchObject(ratios);
		});

		test.each(Object.entries(groups))('every member of %s', async (_, members) => {
			for (const { indicator, dimension } of measures) {
				const measure = stored.filter((row) => row.indicator === indicator);
				const model = (ubigeo: string, period: Period) => {
					const own = measure.filter(({ municipality }) => municipality === ubigeo);
					return expected(own, indicator, period);
				};
				for (const period of asked) {
					const found = await valuesOfGroup(engine.db, {
						viewer,
						indicator,
						dimension,
						period,
						members
					});
					expect(
						Object.fromEntries(found.map((row) => [row.ubigeo, answerOf(row)])),
						`${indicator} at ${period}`
					).toEqual(Object.fromEntries(members.map((ubigeo) => [ubigeo, model(ubigeo, period)])));
					expect(found.map(({ ubigeo }) => ubigeo)).toEqual(members);
				}
			}
		});
	});
});
