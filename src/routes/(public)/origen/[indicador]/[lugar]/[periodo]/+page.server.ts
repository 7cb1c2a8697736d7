import { error } from '@sveltejs/kit';
import { periodName, type Period } from '#lib/domain/period.ts';
import { addQuarters, isQuarter } from '#lib/domain/quarter.ts';
import { database, originals } from '#lib/server/database.ts';
import { groupOrigin } from '#lib/server/views/group-origin.ts';
import { tell } from '#lib/server/views/indicator-line.ts';
import { valueAddress } from '#lib/words/origin.ts';
import type { PageServerLoad } from './$types.js';
import { readFigure, readPlace } from './asked.ts';
import { ownFigure } from './own-figure.ts';

/** Where does this figure come from? */
export const load: PageServerLoad = async ({ params, url, locals: { viewer } }) => {
	const { indicator, measure, period } = readFigure(params, url);
	const db = database();
	const whose = await readPlace(db, { viewer, id: params.lugar, period });
	const of = { viewer, indicator, measure, period };
	const told = {
		...tell(indicator, measure),
		measure: measure.dimension,
		period,
		isYear: !isQuarter(period)
	};

	if (whose.kind === 'one') {
		const figure = await ownFigure(db, { ...of, originals: originals(), municipality: whose.id });
		if (!figure) error(404, 'De ese periodo no se informó nada con que calcular esta cifra.');
		return { told, whose, own: figure, group: null, earlier: [] };
	}
	const page = Math.max(1, Number(url.searchParams.get('pagina')) || 1);
	const { group } = whose;
	return {
		told,
		whose: { kind: 'group' as const, id: group.id, name: group.name },
		own: null,
		group: await groupOrigin(db, { ...of, group, page }),
		earlier: before(period).map((then) => ({
			name: periodName(then),
			address: valueAddress({
				slug: indicator.slug,
				of: group.id,
				period: then,
				measure: measure.dimension
			})
		}))
	};
};

// The quarter before and the same one of the year before; of a year, the year before.
function before(period: Period): Period[] {
	if (!isQuarter(period)) return [`${Number(period) - 1}`];
	return [addQuarters(period, -1), addQuarters(period, -4)];
}
