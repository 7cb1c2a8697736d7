import { findDataset } from '#lib/datasets/index.ts';
import type { Blank, Blanks } from '#lib/domain/record.ts';
import { isInvented } from '#lib/domain/ubigeo.ts';
import { flatRecord } from '#lib/intake/records.ts';
import { recordsOf } from '#lib/server/queries/records.ts';
import { allCells } from '#lib/server/submissions/current.ts';
import { Refusal } from '#lib/server/submissions/refusal.ts';
import { flat, type Resource } from './answer.ts';
import { membersAsked } from './members.ts';
import { markOf, readLimit, readMark, readPeriod } from './parameters.ts';

const proof = [
	'conjunto',
	'municipio',
	'periodo',
	'archivo',
	'hoja',
	'fila',
	'envio',
	'sha256',
	'recibido',
	'provisional'
];

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
		const after = mark === undefined ? undefined : keyIn(mark);
		const asked = await membersAsked(db, { viewer, parameters });

		const found = await recordsOf(db, {
			viewer,
			dataset: dataset.id,
			period,
			members: asked?.members,
			after,
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
				archivo: record.file_name,
				hoja: record.sheet,
				fila: record.line,
				envio: record.submission,
				sha256: record.sha256,
				recibido: record.received_at,
				provisional: record.provisional,
				...(invented ? { demostracion: true } : {})
			};
		});
		const own = Object.keys(dataset.columns).filter((column) => !proof.includes(column));

		return {
			rows,
			columns: [...proof, ...own, 'demostracion'],
			csv: rows.map((row, index) => ({ ...flat(row), ...blanksOf(page[index]?.blanks) })),
			next: found.length > limit ? markOf(markOfKey(page.at(-1)?.key ?? '')) : undefined,
			invented: rows.some((row) => 'demostracion' in row)
		};
	}
};

/** The words with which a file tells why a cell has no value: read again, they are the same kinds. */
const written: Readonly<Record<Blank, string>> = {
	vacio: '',
	no_aplica: 'no aplica',
	pendiente: 'pendiente',
	nada: 'nada que informar'
};

function blanksOf(kinds: Blanks | undefined): Record<string, string> {
	return Object.fromEntries(
		Object.entries(kinds ?? {}).map(([column, kind]) => [column, written[kind]])
	);
}

// A key holds any text: as it is, it would not survive an address.
function markOfKey(key: string): string {
	return Buffer.from(key).toString('base64url');
}

function keyIn(mark: string): string {
	const key = Buffer.from(mark, 'base64url').toString();
	if (markOfKey(key) === mark && key.startsWith('{') && !key.includes('\0')) return key;
	throw new Refusal('«siguiente» no es válido. Use el de «meta.siguiente» tal como vino.', 400);
}
