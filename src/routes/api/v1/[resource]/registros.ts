import { findDataset } from '#lib/datasets/index.ts';
import { isInvented } from '#lib/domain/ubigeo.ts';
import { flatRecord } from '#lib/intake/records.ts';
import { recordsOf } from '#lib/server/queries/records.ts';
import { allCells } from '#lib/server/submissions/current.ts';
import { Refusal } from '#lib/server/submissions/refusal.ts';
import type { Resource } from './answer.ts';
import { membersAsked } from './members.ts';
import { markOf, readLimit, readMark, readPeriod } from './parameters.ts';

const proof = ['conjunto', 'municipio', 'periodo', 'envio', 'linea', 'provisional'];

/** The current rows of one dataset as they were accepted, each with the file and line it came from. */
export const registros: Resource = {
	parameters: ['conjunto', 'periodo', 'municipio', 'grupo', 'limite', 'siguiente'],

	read: async (db, { viewer, parameters }) => {
		const id = parameters.get('conjunto');
		if (id === undefined) throw new Refusal('Indique «conjunto», por ejemplo servicios.', 400);
		const dataset = findDataset(id);
		if (!dataset) throw new Refusal('No existe ese conjunto. Vea /api/v1/conjuntos.', 404);

		const limit = readLimit(parameters);
		const period = readPeriod(parameters);
		const mark = readMark(parameters, 1)?.[0];
		if (mark !== undefined && !/^\d{1,15}$/.test(mark)) {
			throw new Refusal('«siguiente» no es válido.', 400);
		}
		const asked = await membersAsked(db, { viewer, parameters });

		const found = await recordsOf(db, {
			viewer,
			dataset: dataset.id,
			period,
			members: asked?.members,
			after: mark === undefined ? undefined : Number(mark),
			limit: limit + 1
		}).execute();
		const page = found.slice(0, limit);

		const rows = page.map((record) => {
			const invented = record.fictional || isInvented(record.municipality ?? '');
			return {
				...flatRecord(dataset, { cells: allCells(record), blanks: record.blanks }),
				conjunto: record.dataset,
				municipio: record.municipality,
				periodo: record.period,
				envio: record.submission,
				linea: record.line,
				provisional: record.provisional,
				...(invented ? { demostracion: true } : {})
			};
		});
		const own = Object.keys(dataset.columns).filter((column) => !proof.includes(column));

		return {
			rows,
			columns: [...proof, ...own, 'vacios', 'demostracion'],
			next: found.length > limit ? markOf(page.at(-1)?.id ?? 0) : undefined,
			invented: rows.some((row) => 'demostracion' in row)
		};
	}
};
