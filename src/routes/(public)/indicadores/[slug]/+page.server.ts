import { error } from '@sveltejs/kit';
import { findIndicatorBySlug } from '#lib/indicators/index.ts';
import { database } from '#lib/server/database.ts';
import { findMunicipality } from '#lib/server/queries/municipalities.ts';
import { readChoice } from '#lib/server/views/choice.ts';
import { tell } from '#lib/server/views/indicator-line.ts';
import { momentOf } from '#lib/server/views/periods.ts';
import type { PageServerLoad } from './$types.js';
import { definitionOf } from './definition.ts';
import { readRequest } from './request.ts';
import { standingOf } from './standing.ts';

/** Who is where on this indicator? */
export const load: PageServerLoad = async ({ params, url, locals: { viewer, user } }) => {
	const indicator = findIndicatorBySlug(params.slug);
	if (!indicator) error(404, 'No existe ese indicador.');

	const db = database();
	const request = readRequest(url, indicator, user !== null);
	const { measure, municipality } = request;
	const own = municipality
		? await findMunicipality(db, { viewer, ubigeo: municipality }).executeTakeFirst()
		: undefined;
	if (municipality && !own) error(404, 'No existe esa municipalidad.');

	const choice = await readChoice(db, { viewer, url, own: municipality ?? undefined });
	const asked = url.searchParams.has('trimestre');
	const moment = choice && (await momentOf(db, { viewer, choice, indicator, measure, asked }));

	return {
		...tell(indicator, measure),
		heading: indicator.title,
		measure: measure.dimension,
		measures: indicator.measures.map(({ dimension, label }) => ({ dimension, label })),
		definition: definitionOf(indicator, measure),
		choice: choice && { group: choice.group.id, name: choice.group.name, groups: choice.groups },
		moment: moment ?? null,
		standing:
			choice && moment
				? await standingOf({
						viewer,
						indicator,
						request,
						group: choice.group,
						moment,
						ownName: own?.name ?? null,
						isStaff: user !== null
					})
				: null
	};
};
