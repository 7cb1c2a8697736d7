import { error, redirect } from '@sveltejs/kit';
import { slug } from '#lib/domain/names.ts';
import type { Quarter } from '#lib/domain/quarter.ts';
import { database } from '#lib/server/database.ts';
import { aliasesOf, findMunicipality, membershipsOf } from '#lib/server/queries/municipalities.ts';
import { qualityFaults, qualityScores } from '#lib/server/queries/quality.ts';
import { recordCounts } from '#lib/server/queries/record-counts.ts';
import { recordsOf } from '#lib/server/queries/records.ts';
import { sourceNotes } from '#lib/server/queries/source-notes.ts';
import { seriesOf } from '#lib/server/queries/values.ts';
import { readChoice } from '#lib/server/views/choice.ts';
import type { Viewer } from '#lib/server/visibility.ts';
import type { PageServerLoad } from './$types.js';
import { fundLines } from './funds.ts';
import { profileOf } from './profile.ts';
import { qualityView } from './quality.ts';
import { recordLinks } from './record-links.ts';
import { hasOwnCoding, notesByDataset } from './source-notes.ts';

/** How is this municipality, and where among its group? Names change: the code is what counts. */
export const load: PageServerLoad = async ({ params, url, locals: { viewer } }) => {
	const ubigeo = /^(\d{6})(-|$)/.exec(params.municipio)?.[1] ?? '';
	const db = database();
	const place = await findMunicipality(db, { viewer, ubigeo }).executeTakeFirst();
	if (!place) error(404, 'No existe esa municipalidad.');

	const address = `${ubigeo}-${slug(place.name)}`;
	if (params.municipio !== address) redirect(308, `/municipalidades/${address}${url.search}`);

	const [choice, series, memberships, aliases, funds, counts, notes] = await Promise.all([
		readChoice(db, { viewer, url, own: ubigeo }),
		seriesOf(db, { viewer, municipality: ubigeo }).execute(),
		membershipsOf(db, { viewer, municipalities: [ubigeo] }).execute(),
		aliasesOf(db, { viewer, ubigeo }).execute(),
		recordsOf(db, { viewer, dataset: 'fondos', municipality: ubigeo }).execute(),
		recordCounts(db, { viewer, municipality: ubigeo }).execute(),
		sourceNotes(db, { viewer, municipality: ubigeo }).execute()
	]);
	const profile = await profileOf({ viewer, place, choice, series });
	const quality = profile.quarter && (await qualityAt(db, { viewer, ubigeo }, profile.quarter));

	return {
		place: { ...place, address, aliases: aliases.map(({ alias }) => alias) },
		memberships,
		profile,
		quality: quality ?? null,
		funds: fundLines(funds, profile.quarter),
		records: recordLinks(ubigeo, counts),
		notes: notesByDataset(notes),
		isCoded: hasOwnCoding(notes)
	};
};

async function qualityAt(
	db: ReturnType<typeof database>,
	{ viewer, ubigeo }: { viewer: Viewer; ubigeo: string },
	period: Quarter
) {
	const asked = { viewer, members: [ubigeo], period };
	const score = await qualityScores(db, asked).executeTakeFirst();
	const faults = score ? await qualityFaults(db, asked).execute() : [];
	return qualityView(period, { ubigeo, score, faults });
}
