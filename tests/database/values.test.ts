import type { Kysely } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { findIndicator } from '#lib/indicators/index.ts';
import type { Database } from '#lib/server/db/schema.ts';
import { insertRows } from '#lib/server/db/bulk.ts';
import { groupSeries } from '#lib/server/queries/group-series.ts';
import { groupValuesAt } from '#lib/server/queries/group-values.ts';
import { figuresByName, figuresByValue } from '#lib/server/queries/long-list.ts';
import { searchMunicipalities } from '#lib/server/queries/municipalities.ts';
import { rankingAt } from '#lib/server/queries/ranking.ts';
import { valuesOfGroup } from '#lib/server/queries/values.ts';
import { publicViewer as viewer } from '#lib/server/visibility.ts';
import { describeEngines } from '../engines.ts';

const alta = '010101';
const baja = '010102';
const chica = '010103';
const entera = '020101';
const dentro = '020102';
const everybody = [alta, baja, chica];

/** Population by year of three districts, and of a province that reports whole with one district of its own. */
async function given(db: Kysely<Database>) {
	const place = (ubigeo: string, name: string, scope: string) => ({
		ubigeo,
		name,
		scope,
		kind: 'distrital',
		department: 'Amazonas',
		sort_key: name.toLowerCase(),
		search_key: `${name.toLowerCase()} amazonas`,
		fictional: false
	});
	await insertRows(
		db,
		'municipality',
		{
			ubigeo: 'text',
			name: 'text',
			scope: 'text',
			kind: 'text',
			department: 'text',
			sort_key: 'text',
			search_key: 'text',
			fictional: 'boolean'
		},
		[
			place(baja, 'Alamo', 'distrito'),
			place(alta, 'Zarza', 'distrito'),
			place(chica, 'Molle', 'distrito'),
			place(entera, 'Entera', 'provincia'),
			place(dentro, 'Dentro', 'distrito')
		]
	);

	const gone = { indicator: 'MIC03', dimension: 'pesca', numerator: null, denominator: null };
	const value = (municipality: string, period: string, figure: number | null) => ({
		indicator: 'CTX01',
		dimension: '',
		period,
		municipality,
		value: figure,
		numerator: figure,
		denominator: null,
		state: figure === null ? 'no_calculable' : 'ok',
		flags: [],
		method: 1,
		provisional: true
	});
	await insertRows(
		db,
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
		[
			value(alta, '2017', 100),
			value(alta, '2020', 120),
			value(baja, '2019', 50),
			value(baja, '2020', null),
			value(chica, '1990', 7),
			value(entera, '2020', 1000),
			value(dentro, '2020', 400),
			{ ...value(alta, '2020', 10), ...gone },
			{ ...value(alta, '2024', null), ...gone, state: 'no_reporto' },
			{ ...value(baja, '2020', 20), ...gone },
			{ ...value(baja, '2024', null), ...gone }
		]
	);
}

const indicator = findIndicator('CTX01');
if (!indicator) throw new Error('CTX01 is gone.');
const headline = indicator.measures[0];
if (!headline) throw new Error('CTX01 has no measure.');

describeEngines('values of a group', (engine) => {
	beforeAll(() => given(engine.db));

	const valuesAt = (period: `${number}-T1` | `${number}`, members = everybody) =>
		valuesOfGroup(engine.db, { viewer, indicator: 'CTX01', period, members }).execute();

	test('come in the order of names, from the newest year that has a figure', async () => {
		const rows = await valuesAt('2021-T1');
		expect(rows.map((row) => [row.name, row.period, row.value, row.state])).toEqual([
			['Alamo', '2019', 50, 'ok'],
			['Molle', '1990', null, 'vencido'],
			['Zarza', '2020', 120, 'ok']
		]);
	});

	test('never look ahead, and say who sent nothing', async () => {
		const rows = await valuesAt('2018-T1');
		expect(rows.map((row) => [row.name, row.value, row.state])).toEqual([
			['Alamo', null, 'no_reporto'],
			['Molle', null, 'vencido'],
			['Zarza', 100, 'ok']
		]);
	});

	test('that a newer year says are not reported any more do not come back', async () => {
		const asked = { viewer, indicator: 'MIC03', dimension: 'pesca', members: [alta, baja] };
		const rows = await valuesOfGroup(engine.db, { ...asked, period: '2025-T1' }).execute();
		expect(rows.map((row) => [row.name, row.period, row.value, row.state])).toEqual([
			['Alamo', '2020', 20, 'ok'],
			['Zarza', '2024', null, 'no_reporto']
		]);
	});

	test('of a year are of that very year', async () => {
		const rows = await valuesAt('2020');
		expect(rows.map((row) => [row.value, row.state])).toEqual([
			[null, 'no_calculable'],
			[null, 'no_reporto'],
			[120, 'ok']
		]);
	});

	test('sum to the group while 60 % of its members have one', async () => {
		// Two of three: 120 + 50.
		const at = await groupValuesAt(engine.db, {
			viewer,
			indicator,
			period: '2021-T1',
			members: everybody
		});
		expect(at).toMatchObject([{ value: 170, covered: 2, size: 3, state: 'ok' }]);

		const alone = await groupValuesAt(engine.db, {
			viewer,
			indicator,
			period: '2018-T1',
			members: everybody
		});
		expect(alone).toMatchObject([{ value: null, covered: 1, size: 3, state: 'oculto' }]);
	});

	test('count a province once: its districts stay out of the sum', async () => {
		const [group] = await groupValuesAt(engine.db, {
			viewer,
			indicator,
			period: '2020',
			members: [alta, entera, dentro]
		});
		expect(group).toMatchObject({ value: 1120, covered: 2, size: 2 });
	});

	test('make a series, period by period', async () => {
		const series = await groupSeries(engine.db, {
			viewer,
			indicator,
			measure: headline,
			members: [alta, entera, dentro]
		});
		expect(series.map(({ period, value, covered }) => [period, value, covered])).toEqual([
			['2017', null, 1],
			['2020', 1120, 2]
		]);
	});

	test('of the whole country come at once, of its newest valid period', async () => {
		const { period, figures } = await rankingAt(engine.db, {
			viewer,
			indicator: 'CTX01',
			period: '2021-T1'
		});
		expect(period).toBe('2020');
		expect(Object.fromEntries(figures)).toEqual({ [alta]: 120, [entera]: 1000, [dentro]: 400 });
		const none = await rankingAt(engine.db, { viewer, indicator: 'CTX01', period: '1980' });
		expect([none.period, none.figures.size]).toEqual([null, 0]);
	});

	test('of the whole country are listed by name with everybody, or by size with those who have one', async () => {
		const part = { viewer, indicator: 'CTX01', period: '2021-T1', limit: 3 } as const;
		const byName = await figuresByName(engine.db, part).execute();
		expect(byName.map((row) => [row.name, row.value])).toEqual([
			['Alamo', null],
			['Dentro', 400],
			['Entera', 1000]
		]);
		const rest = await figuresByName(engine.db, { ...part, offset: 3 }).execute();
		expect(rest.map((row) => row.name)).toEqual(['Molle', 'Zarza']);

		const bySize = await figuresByValue(engine.db, { ...part, order: 'mayor' }).execute();
		expect(bySize.map((row) => [row.name, row.period, row.value])).toEqual([
			['Entera', '2020', 1000],
			['Dentro', '2020', 400],
			['Zarza', '2020', 120]
		]);
	});

	test('a search finds by any word, accents or not, and by the beginning of a code', async () => {
		const names = async (text: string) => {
			const found = await searchMunicipalities(engine.db, { viewer, text }).execute();
			return found.map((row) => row.name);
		};
		expect(await names('Zárza AMAZONAS')).toEqual(['Zarza']);
		expect(await names('0201')).toEqual(['Dentro', 'Entera']);
		expect(await names("' or 1=1 --")).toEqual([]);
	});
});
