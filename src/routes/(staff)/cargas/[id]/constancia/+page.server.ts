import { error } from '@sveltejs/kit';
import { findDataset } from '#lib/datasets/index.ts';
import { requireUser } from '#lib/server/accounts/require.ts';
import { database } from '#lib/server/database.ts';
import { municipalitiesOfSubmission } from '#lib/server/queries/receipts.ts';
import { findSubmission } from '#lib/server/queries/submissions.ts';
import { receiptOf } from '#lib/server/submissions/receipt.ts';
import { Refusal } from '#lib/server/submissions/refusal.ts';
import type { PageServerLoad } from './$types.js';
import { municipalityPath } from './path.ts';
import { limaWords } from '../../when.ts';

const linked = 30;

export const load: PageServerLoad = async ({ locals, params }) => {
	requireUser(locals);
	const receipt = await receiptFor(params.id);
	const { viewer } = locals;
	const submission = findSubmission(database(), { viewer, id: params.id });
	const touched = await municipalitiesOfSubmission(database(), {
		viewer,
		id: params.id
	}).execute();

	return {
		...receipt,
		fictional: (await submission.executeTakeFirst())?.fictional ?? false,
		title: findDataset(receipt.dataset)?.title ?? receipt.dataset,
		received: limaWords(receipt.receivedAt),
		confirmed: limaWords(receipt.confirmedAt),
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
