import { periodName } from '#lib/domain/period.ts';
import { database } from '#lib/server/database.ts';
import { dataDate } from '#lib/server/queries/data-date.ts';
import { addressOf, fewest, readAsked, type Order } from './asked.ts';
import { readChoices, suggestions } from './choices.ts';
import { compare, lastReports, type Comparison } from './compare.ts';
import { tableOf } from './difference-table.ts';
import { figuresOf, silentTitles } from './figures.ts';
import { leadSentence } from './sentences.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, url, setHeaders }) => {
	const db = database();
	const viewer = locals.viewer;
	const asked = readAsked(url.searchParams);
	const choices = await readChoices(db, { viewer, asked });
	const { chosen, quarter } = choices;
	const invented = chosen.some(({ fictional }) => fictional);
	if (invented) setHeaders({ 'x-robots-tag': 'noindex' });

	const [offered, comparison, asOf] = await Promise.all([
		suggestions(db, { viewer, chosen }),
		chosen.length < fewest
			? undefined
			: compare(db, { viewer, chosen, quarter, order: asked.order }),
		dataDate(db)
	]);
	const page = { ...choices, order: asked.order, invented, offered };
	return { ...page, shown: comparison ? show(comparison, asOf, asked.order) : null };
};

/** What is said and drawn of a comparison. */
function show(comparison: Comparison, asOf: string | null, order: Order) {
	const { chosen, quarter, quarters, differences } = comparison;
	const when = quarters.length > 0 ? periodName(quarter) : '';
	const scene = { ...comparison, asOf };
	const codes = chosen.map(({ ubigeo }) => ubigeo);
	return {
		quarter,
		quarters,
		when,
		lead: leadSentence(differences, when ? `en el ${when}` : 'con los datos por año'),
		lastReports: lastReports(comparison),
		table: tableOf(comparison),
		figures: figuresOf(scene),
		silent: silentTitles(scene),
		provisional: differences.some(({ figures }) => figures.some((figure) => figure.provisional)),
		csv: addressOf(codes, { quarter, order }, '/comparar.csv')
	};
}
