import { error } from '@sveltejs/kit';
import { database, originals } from '#lib/server/database.ts';
import { municipalityNames } from '#lib/server/queries/receipts.ts';
import { rowOrigin } from '#lib/server/views/row-origin.ts';
import type { PageServerLoad } from './$types.js';

/** What did this row of a file say, and what became of it? */
export const load: PageServerLoad = async ({ params, locals: { viewer } }) => {
	const { conjunto: dataset, envio: submission, linea } = params;
	if (!/^[1-9]\d{0,7}$/.test(linea)) error(404, 'No existe esa fila.');

	const db = database();
	const line = Number(linea);
	const asked = { viewer, originals: originals(), dataset, submission, line };
	const row = await rowOrigin(db, asked);
	if (!row) error(404, 'No existe esa fila, o su archivo no está publicado.');

	const ubigeos = row.municipality ? [row.municipality] : [];
	const [place] = await municipalityNames(db, { viewer, ubigeos }).execute();
	return { row, place: place ?? null };
};
