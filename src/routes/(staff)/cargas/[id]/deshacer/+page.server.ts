import { findDataset } from '#lib/datasets/index.ts';
import { requireUser } from '#lib/server/accounts/require.ts';
import { database } from '#lib/server/database.ts';
import { municipalityNames } from '#lib/server/queries/receipts.ts';
import { undo, undoPreview } from '#lib/server/submissions/undo.ts';
import type { Actions, PageServerLoad } from './$types.js';
import { keyWords } from '../key-words.ts';
import { done, visible } from '../submission.ts';
import { limaWords } from '../../when.ts';

const listed = 50;

export const load: PageServerLoad = async ({ locals, params: { id } }) => {
	requireUser(locals);
	const submission = await visible(locals, id);
	const { kept, ...plan } = await undoPreview(database(), id);
	const dataset = findDataset(submission.dataset ?? '');
	const shown = kept.slice(0, listed);
	const ubigeos = [...new Set(shown.map(({ municipality }) => municipality ?? ''))];
	const { viewer } = locals;
	const found = await municipalityNames(database(), { viewer, ubigeos }).execute();
	const names = new Map(found.map(({ ubigeo, name }) => [ubigeo, name]));
	return {
		id,
		...plan,
		fileName: submission.file_name,
		confirmed: submission.confirmed_at && limaWords(submission.confirmed_at),
		kept: dataset ? shown.map(({ key }) => keyWords(dataset, key, names)) : [],
		keptInAll: kept.length
	};
};

export const actions: Actions = {
	default: async ({ locals, params: { id } }) => {
		const { id: account } = requireUser(locals);
		await visible(locals, id);
		return done(`/cargas/${id}/constancia`, () => undo(database(), id, { account }));
	}
};
