import type { Compilable, Kysely } from 'kysely';
import type { Database } from '#lib/server/db/schema.ts';
import { provincesAmong } from '#lib/server/queries/counted-members.ts';
import { newestRevisionDate } from '#lib/server/queries/data-date.ts';
import { countDirectory, pageOfDirectory } from '#lib/server/queries/directory.ts';
import { figuresAt, figuresUntil } from '#lib/server/queries/packed-figures.ts';
import { territories } from '#lib/server/queries/group-list.ts';
import { listNetworks, networkMembers, territoryMembers } from '#lib/server/queries/groups.ts';
import {
	aliasesOf,
	countMunicipalities,
	findMunicipality,
	listMunicipalities,
	membershipsOf,
	pageOfMunicipalities,
	searchMunicipalities
} from '#lib/server/queries/municipalities.ts';
import {
	recordsAtLine,
	recordsByKey,
	undoneVersions,
	versionsOf
} from '#lib/server/queries/origin.ts';
import { packedNames } from '#lib/server/queries/names.ts';
import { qualityFaults, qualityScores } from '#lib/server/queries/quality.ts';
import { quartersWithData, reportedDatasets } from '#lib/server/queries/quarters.ts';
import { recordCounts } from '#lib/server/queries/record-counts.ts';
import { sourceNotes } from '#lib/server/queries/source-notes.ts';
import { realRecordsOf, recordsOf } from '#lib/server/queries/records.ts';
import { keptWarnings } from '#lib/server/queries/kept-warnings.ts';
import { findingsOf, findSubmission, listSubmissions } from '#lib/server/queries/submissions.ts';
import { completePeriods, valuePeriods } from '#lib/server/queries/value-periods.ts';
import { networkSeries, pageOfValues, seriesOf } from '#lib/server/queries/values.ts';
import { newestFigures } from '#lib/server/queries/values-of-group.ts';
import { publicViewer as viewer } from '#lib/server/visibility.ts';

/** Every query that is one statement, with all that narrows it, by the name of its function. */
export function everyQuery(db: Kysely<Database>): [name: string, query: Compilable][] {
	const staff = { account: null, role: 'administracion' } as const;
	const members = ['180301', '990001'];
	const country = Array.from({ length: 1891 }, (_, index) => String(index));
	const ubigeo = '180301';
	const period = '2025-T3';
	const indicator = 'IDX02';

	return [
		['listMunicipalities', listMunicipalities(db, { viewer, members })],
		[
			'pageOfMunicipalities',
			pageOfMunicipalities(db, { viewer, members, after: ubigeo, limit: 100 })
		],
		['findMunicipality', findMunicipality(db, { viewer, ubigeo })],
		['searchMunicipalities', searchMunicipalities(db, { viewer, text: 'san marcos' })],
		['membershipsOf', membershipsOf(db, { viewer, municipalities: members })],
		['aliasesOf', aliasesOf(db, { viewer, ubigeo })],
		['countMunicipalities', countMunicipalities(db)],
		['networkMembers', networkMembers(db, { viewer, network: 'PROMDE', period })],
		['territoryMembers', territoryMembers(db, { viewer, kind: 'departamento', code: '18' })],
		['listNetworks', listNetworks(db)],
		['territories', territories(db)],
		['countDirectory', countDirectory(db, { viewer, text: 'san marcos', members })],
		[
			'pageOfDirectory',
			pageOfDirectory(db, { viewer, text: 'san', members, limit: 50, offset: 50 })
		],
		['newestRevisionDate', newestRevisionDate(db)],
		['recordCounts', recordCounts(db, { viewer, municipality: ubigeo })],
		[
			'qualityScores',
			qualityScores(db, { viewer, members, period, after: [ubigeo, period], limit: 100 })
		],
		['qualityFaults', qualityFaults(db, { viewer, members, period })],
		['sourceNotes', sourceNotes(db, { viewer, municipality: ubigeo })],
		['completePeriods', completePeriods(db, { viewer, indicator, members })],
		['valuePeriods', valuePeriods(db, { viewer, indicator, dimension: '', members })],
		['provincesAmong', provincesAmong(db, { viewer, members })],
		['quartersWithData', quartersWithData(db, { viewer, members })],
		['reportedDatasets', reportedDatasets(db, { viewer, members, quarter: period })],
		['figuresAt', figuresAt(db, { viewer, indicator, period, members, detail: 'all' })],
		[
			'figuresAt (country)',
			figuresAt(db, { viewer, indicator, period, members: country, detail: 'value' })
		],
		[
			'figuresUntil',
			figuresUntil(db, { viewer, indicator, to: period, members: country, detail: 'ratio' })
		],
		['newestFigures', newestFigures(db, { viewer, indicator: 'CTX01', period, members })],
		['packedNames', packedNames(db, { viewer, members })],
		['seriesOf', seriesOf(db, { viewer, municipality: ubigeo, indicators: [indicator] })],
		['networkSeries', networkSeries(db, { viewer, indicator, members, from: period, to: period })],
		[
			'pageOfValues',
			pageOfValues(db, {
				viewer,
				indicator,
				dimension: '',
				period,
				members,
				after: [indicator, '', period, ubigeo],
				limit: 100
			})
		],
		[
			'recordsOf',
			recordsOf(db, {
				viewer,
				dataset: 'servicios',
				period,
				municipality: ubigeo,
				members,
				after: '{}',
				limit: 100
			})
		],
		['recordsByKey', recordsByKey(db, { viewer, dataset: 'contexto', keys: ['{}'] })],
		[
			'recordsAtLine',
			recordsAtLine(db, { viewer, dataset: 'contexto', submission: '0123456789ABCDEF', line: 2 })
		],
		['versionsOf', versionsOf(db, { viewer, dataset: 'contexto', key: '{}' })],
		['undoneVersions', undoneVersions(db, { viewer, dataset: 'contexto', key: '{}' })],
		['keptWarnings', keptWarnings(db, { viewer: staff, quarter: period })],
		['realRecordsOf', realRecordsOf(db, { viewer, dataset: 'tipo_cambio' })],
		['findSubmission', findSubmission(db, { viewer, id: '0123456789ABCDEF' })],
		['listSubmissions', listSubmissions(db, { viewer, dataset: 'servicios', state: 'confirmada' })],
		['findingsOf', findingsOf(db, { viewer, id: '0123456789ABCDEF' })]
	];
}
