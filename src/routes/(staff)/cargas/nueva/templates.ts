import { fold } from '#lib/domain/names.ts';
import { addQuarters, isQuarter, quarterName, quarterOfDate } from '#lib/domain/quarter.ts';
import { limaDate } from '#lib/domain/lima.ts';
import { database } from '#lib/server/database.ts';
import { searchMunicipalities } from '#lib/server/queries/municipalities.ts';
import type { Viewer } from '#lib/server/visibility.ts';

const offered = 8;
const mostFound = 12;

/** The municipality and quarter for which templates are filled in beforehand, as the address says. */
export async function templateChoice(parameters: URLSearchParams, viewer: Viewer) {
	const asked = parameters.get('municipio')?.trim().slice(0, 80) ?? '';
	const current = quarterOfDate(limaDate(new Date()));
	const quarter = parameters.get('trimestre') ?? '';
	const chosen = isQuarter(quarter) ? quarter : addQuarters(current, -1);
	const found = asked ? await municipalitiesCalled(asked, viewer) : [];
	const [only] = found;
	const municipality = found.length === 1 && only ? only : null;
	return {
		asked,
		quarter: chosen,
		quarters: Array.from({ length: offered }, (_, back) => addQuarters(current, -back)).map(
			(id) => ({ id, title: quarterName(id) })
		),
		municipality,
		found: municipality ? [] : found,
		query: new URLSearchParams({
			...(municipality && { municipio: municipality.ubigeo }),
			trimestre: chosen
		}).toString()
	};
}

/** The one with that code or that very name; else those whose name holds the words. */
async function municipalitiesCalled(asked: string, viewer: Viewer) {
	const text = asked.replace(/[()]/g, ' ');
	const rows = await searchMunicipalities(database(), { viewer, text, limit: mostFound }).execute();
	const exact = rows.filter(({ ubigeo, name }) => ubigeo === asked || fold(name) === fold(asked));
	return (exact.length > 0 ? exact : rows).map(({ ubigeo, name, province, department }) => ({
		ubigeo,
		name,
		place: [province, department].filter(Boolean).join(', ')
	}));
}
