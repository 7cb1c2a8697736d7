import { error } from '@sveltejs/kit';
import { findDataset } from '#lib/datasets/index.ts';
import { requireUser } from '#lib/server/accounts/require.ts';
import { database, originals } from '#lib/server/database.ts';
import { correctionsOf } from '#lib/server/submissions/corrections.ts';
import { tableOf } from '#lib/server/submissions/reading.ts';
import type { PageServerLoad } from './$types.js';
import { foundIn } from '../../findings.ts';
import { visible } from '../../submission.ts';
import { rowView } from './row-view.ts';

/** One row of the file as it was sent, with what was found in it. */
export const load: PageServerLoad = async ({ locals, params: { id, line: text } }) => {
	requireUser(locals);
	const submission = await visible(locals, id);
	const line = /^[1-9]\d{0,7}$/.test(text) ? Number(text) : 0;
	const table = await tableOf(database(), submission, { originals: originals() });
	const row = table?.rows.find((one) => one.line === line);
	if (!table || !row) error(404, 'El archivo no tiene esa fila.');

	const dataset = findDataset(submission.dataset ?? '');
	const columns = submission.reading?.columns ?? {};
	const corrections = await correctionsOf(database(), id);
	const findings = await foundIn(locals, id);
	return {
		id,
		line,
		fileName: submission.file_name,
		...rowView(
			{ headings: table.headings, cells: row.cells },
			{ line, dataset, columns, corrections, findings }
		)
	};
};
