import { error } from '@sveltejs/kit';
import { findDataset } from '#lib/datasets/index.ts';
import { requireUser } from '#lib/server/accounts/require.ts';
import { database } from '#lib/server/database.ts';
import { packageReceipt } from '#lib/server/submissions/package.ts';
import { Refusal } from '#lib/server/submissions/refusal.ts';
import type { PageServerLoad } from './$types.js';
import { limaWords } from '../../../when.ts';
import { packageFor } from '../package-for.ts';

export const load: PageServerLoad = async ({ locals, params: { package: id } }) => {
	requireUser(locals);
	await packageFor(locals, id);
	const { receipts, counts, confirmedAt, unchanged } = await receiptFor(id);
	const [first] = receipts;
	return {
		id,
		counts,
		unchanged,
		confirmed: limaWords(confirmedAt),
		confirmedBy: first?.confirmedBy ?? null,
		parts: receipts.map(({ id: part, fileName, dataset, sha256, counts: own }) => ({
			id: part,
			fileName,
			title: findDataset(dataset)?.title ?? dataset,
			sha256,
			rows: own.filas
		}))
	};
};

async function receiptFor(id: string) {
	try {
		return await packageReceipt(database(), id);
	} catch (problem) {
		if (problem instanceof Refusal) error(404, problem.message);
		throw problem;
	}
}
