import { categoryOrder, serviceCategories } from '#lib/domain/codes.ts';
import { addQuarters, quarterName, type Quarter } from '#lib/domain/quarter.ts';
import { findIndicator, indicators } from '#lib/indicators/index.ts';
import { database } from '#lib/server/database.ts';
import { dataDate } from '#lib/server/queries/data-date.ts';
import { listMunicipalities } from '#lib/server/queries/municipalities.ts';
import { reportedDatasets } from '#lib/server/queries/quarters.ts';
import { readChoice } from '#lib/server/views/choice.ts';
import { groupFigures } from '#lib/server/views/group-figures.ts';
import { indicatorLine } from '#lib/server/views/indicator-line.ts';
import type { Viewer } from '#lib/server/visibility.ts';
import { improvementSentence, indexSentence, reportingSentence } from '#lib/words/network.ts';
import { declaredActivities } from './declared.ts';
import type { PageServerLoad } from './$types.js';

/** How is the network this quarter? */
export const load: PageServerLoad = async ({ url, locals: { viewer } }) => {
	const choice = await readChoice(database(), { viewer, url });
	if (!choice) return { choice: null, report: null, declared: null };

	const { group, quarter } = choice;
	const networks = choice.groups.filter(({ kind }) => kind === 'Redes');
	const shown = {
		group: { id: group.id, name: group.name, size: group.members.length },
		groups: networks.some(({ id }) => id === group.id) ? networks : choice.groups,
		quarter,
		periods: choice.quarters.map((id) => ({ id, name: quarterName(id) }))
	};
	if (!quarter) return { choice: shown, report: null, declared: null };
	return {
		choice: shown,
		report: await report(viewer, { ...group, quarter }),
		declared: await declaredActivities(viewer, { group: group.id, quarter })
	};
};

type Asked = { name: string; members: string[]; quarter: Quarter };

async function report(viewer: Viewer, { name, members, quarter }: Asked) {
	const db = database();
	const [places, datasets, lines, categories, asOf] = await Promise.all([
		listMunicipalities(db, { viewer, members }).execute(),
		reportedDatasets(db, { viewer, members, quarter }).execute(),
		featuredLines(viewer, { members, quarter }),
		byCategory(viewer, { members, quarter }),
		dataDate(db)
	]);
	const reported = new Set(datasets.map(({ ubigeo }) => ubigeo));
	const index = lines.find(({ id }) => id === 'IDX02');

	return {
		quarter,
		sentences: [
			reportingSentence({ group: name, quarter, reported: reported.size, size: members.length }),
			...(index ? [indexSentence({ ...index, since: addQuarters(quarter, -4) })] : []),
			improvementSentence(await improvements(viewer, { members, quarter }))
		],
		lines,
		categories,
		silent: places
			.filter(({ ubigeo }) => !reported.has(ubigeo))
			.map(({ ubigeo, name: own }) => ({ ubigeo, name: own })),
		asOf,
		invented: places.some(({ fictional }) => fictional)
	};
}

type Of = { members: string[]; quarter: Quarter };

/** The indicators shown first that have one headline; those by category stand in a table of their own. */
function featuredLines(viewer: Viewer, { members, quarter }: Of) {
	const featured = indicators.filter((one) => one.featured && one.id !== 'IDX03');
	const order = ['IDX02', 'SRV07', 'UMP05', 'FON01', 'FON02', 'MIC01', 'MIC02', 'CTX01'];
	featured.sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id));

	return Promise.all(
		featured.flatMap((indicator) => {
			const measure =
				indicator.measures.find(({ dimension }) => dimension === '' || dimension === 'PEN') ?? null;
			return measure
				? [indicatorLine(database(), { viewer, indicator, measure, quarter, members })]
				: [];
		})
	);
}

/** For each of the five services: in how many there is any, how many providers, how many are reached. */
async function byCategory(viewer: Viewer, { members, quarter }: Of) {
	const of = async (id: string, dimension: string) => {
		const indicator = findIndicator(id);
		const measure = indicator?.measures.find((one) => one.dimension === dimension);
		if (!indicator || !measure) throw new Error(`No measure ${id} ${dimension}`);
		return groupFigures(database(), { viewer, indicator, measure, period: quarter, members });
	};

	return Promise.all(
		categoryOrder.map(async (category) => {
			const [availability, providers, reach] = await Promise.all([
				of('SRV01', category),
				of('SRV03', category),
				of('SRV05', category)
			]);
			const known = availability.members.filter(({ value }) => value !== null);
			return {
				category,
				name: serviceCategories[category],
				offering: known.filter(({ value }) => value === 1).length,
				known: known.length,
				providers: providers.group,
				reach: reach.group
			};
		})
	);
}

async function improvements(viewer: Viewer, { members, quarter }: Of): Promise<number[]> {
	const indicator = findIndicator('IDX03');
	const measure = indicator?.measures[0];
	if (!indicator || !measure) return [];
	const { members: found } = await groupFigures(database(), {
		viewer,
		indicator,
		measure,
		period: quarter,
		members
	});
	return found.flatMap(({ value, state }) => (value !== null && state === 'ok' ? [value] : []));
}
