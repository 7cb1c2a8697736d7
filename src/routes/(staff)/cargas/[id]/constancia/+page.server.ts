import { error } from '@sveltejs/kit';
import { findDataset } from '#lib/datasets/index.ts';
import { requireUser } from '#lib/server/accounts/require.ts';
import { database } from '#lib/server/database.ts';
import { municipalitiesOfSubmission } from '#lib/server/queries/receipts.ts';
import { receiptOf } from '#lib/server/submissions/receipt.ts';
import { Refusal } from '#lib/server/submissions/refusal.ts';
import { undoRefused } from '#lib/server/submissions/undo.ts';
import type { PageServerLoad } from './$types.js';
import { limaWords } from '../../when.ts';
import { visible } from '../submission.ts';
import { municipalityPath } from './path.ts';
import { receiptView } from './receipt-view.ts';

const linked = 30;

export const load: PageServerLoad = async ({ locals: { viewer, ...locals }, params: { id } }) => {
	requireUser({ viewer, ...locals });
	const { fictional } = await visible({ viewer, ...locals }, id);
	const receipt = await receiptFor(id);
	const touched = await municipalitiesOfSubmission(database(), { viewer, id }).execute();
	return {
		...receiptView(receipt),
		fictional,
		title: findDataset(receipt.dataset)?.title ?? receipt.dataset,
		received: limaWords(receipt.receivedAt),
		confirmed: limaWords(receipt.confirmedAt),
		undone: receipt.undoneAt && limaWords(receipt.undoneAt),
		undoRefused: await undoRefused(database(), id),
		touched: touched.length,
		municipalities: touched
			.slice(0, linked)
			.map(({ ubigeo, name }) => ({ name, path: municipalityPath(ubigeo, name) }))
	};
};

async function receiptFor(id: string) {
	try {
		return await receiptOf(database(), id);
	} catch (problem) {
		if (problem instanceof Refusal) error(404, problem.message);
		throw problem;
	}
}
