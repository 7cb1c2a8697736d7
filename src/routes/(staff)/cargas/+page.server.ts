import { datasets, findDataset } from '#lib/datasets/index.ts';
import { requireUser } from '#lib/server/accounts/require.ts';
import { database } from '#lib/server/database.ts';
import type { SubmissionState } from '#lib/server/db/schema.ts';
import { listSubmissions } from '#lib/server/queries/submissions.ts';
import { isSubmissionId } from '#lib/server/submissions/id.ts';
import { stateWords } from './state-words.ts';
import type { PageServerLoad } from './$types.js';
import { limaWords } from './when.ts';

const shown = 50;

export const load: PageServerLoad = async ({ locals, url }) => {
	requireUser(locals);
	const dataset = findDataset(url.searchParams.get('conjunto') ?? '')?.id;
	const state = asState(url.searchParams.get('estado'));
	const rows = await listSubmissions(database(), {
		viewer: locals.viewer,
		dataset,
		state,
		limit: shown + 1
	}).execute();

	return {
		submissions: rows.slice(0, shown).map((row) => ({
			id: row.id,
			fileName: row.file_name,
			dataset: findDataset(row.dataset ?? '')?.title ?? 'Sin reconocer',
			state: row.state,
			stateWord: stateWords[row.state],
			sent: limaWords(row.received_at),
			sender: row.sender_name ?? 'Línea de comandos',
			rows: row.rows,
			sheet: row.sheet,
			// What files of the demonstration share is a label and no package.
			package: row.package && isSubmissionId(row.package) ? row.package : null,
			changed: row.revision !== null,
			fictional: row.fictional
		})),
		more: rows.length > shown,
		filter: { dataset: dataset ?? '', state: state ?? '' },
		datasets: datasets.map(({ id, title }) => ({ id, title })),
		states: Object.entries(stateWords).map(([id, title]) => ({ id, title }))
	};
};

function asState(text: string | null): SubmissionState | undefined {
	const found = Object.keys(stateWords).find((state) => state === text);
	return found as SubmissionState | undefined;
}
