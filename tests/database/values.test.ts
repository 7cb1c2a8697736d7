import type { Kysely } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { findIndicator } from '#lib/indicators/index.ts';
import type { Database } from '#lib/server/db/schema.ts';
import { insertRows } from '#lib/server/db/bulk.ts';
import { groupSeries } from '#lib/server/queries/group-series.ts';
import { groupValuesAt } from '#lib/server/queries/group-values.ts';
import { searchMunicipalities } from '#lib/server/queries/municipalities.ts';
import { namesOf } from '#lib/server/queries/names.ts';
import { valuesOfGroup } from '#lib/server/queries/values-of-group.ts';
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
		valuesOfGroup(engine.db, { viewer, indicator: 'CTX01', period, members });

	test('come in the order asked for, from the newest year that has a figure', async () => {
		const rows = await valuesAt('2021-T1');
		expect(rows.map((row) => [row.ubigeo, row.period, row.value, row.state])).toEqual([
			[alta, '2020', 120, 'ok'],
			[baja, '2019', 50, 'ok'],
			[chica, '1990', null, 'vencido']
		]);
	});

	test('never look ahead, and say who sent nothing', async () => {
		const rows = await valuesAt('2018-T1');
		expect(rows.map((row) => [row.value, row.state])).toEqual([
			[100, 'ok'],
			[null, 'no_reporto'],
			[null, 'vencido']
		]);
	});

	test('that a newer year says are not reported any more do not come back', async () => {
		const asked = { viewer, indicator: 'MIC03', dimension: 'pesca', members: [alta, baja] };
		const rows = await valuesOfGroup(engine.db, { ...asked, period: '2025-T1' });
		expect(rows.map((row) => [row.period, row.value, row.state])).toEqual([
			['2024', null, 'no_reporto'],
			['2020', 20, 'ok']
		]);
	});

	test('of a year are of that very year', async () => {
		const rows = await valuesAt('2020');
		expect(rows.map((row) => [row.value, row.state])).toEqual([
			[120, 'ok'],
			[null, 'no_calculable'],
			[null, 'no_reporto']
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

	test('take their names from the registry', async () => {
		const names = await namesOf(engine.db, { viewer, members: [chica, alta, '999999'] });
		expect(Object.fromEntries(names)).toEqual({ [alta]: 'Zarza', [chica]: 'Molle' });
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
