import type { Kysely } from 'kysely';
import type { Dataset } from '#lib/datasets/types.ts';
import { scopes } from '#lib/domain/codes.ts';
import type { Finding } from '#lib/domain/finding.ts';
import { textList } from '#lib/server/db/bulk.ts';
import type { Database } from '#lib/server/db/schema.ts';
import type { ChangedRow, Changes } from './changes.ts';

const listed = 100;

/**
 * A municipality whose figures were told of one territory (its province) and that a registry would now
 * read as those of another (its district): every figure stored of the first would drop out.
 */
export async function scopeChanges(
	db: Kysely<Database>,
	dataset: Dataset,
	{ changed }: Changes
): Promise<Finding[]> {
	if (dataset.id !== 'municipios') return [];
	const other = changed.filter(({ cells }) =>
		cells.some(({ column }) => column === 'ambito_datos')
	);
	if (other.length === 0) return [];
	const stored = await scopesStored(
		db,
		other.map(({ row }) => row.municipality ?? '')
	);
	const losing = other.filter(({ row, before }) =>
		stored.get(row.municipality ?? '')?.has(String(before.cells.ambito_datos))
	);
	const rest = losing.length - listed;
	return [
		...losing.slice(0, listed).map((row) => warning(dataset, row)),
		...(rest > 0 ? [counted(dataset, rest)] : [])
	];
}

/** Scopes of which figures are stored, by municipality. */
async function scopesStored(
	db: Kysely<Database>,
	municipalities: readonly string[]
): Promise<Map<string, Set<string>>> {
	const rows = await db
		.selectFrom('record')
		.where('until', 'is', null)
		.where('dataset', '<>', 'municipios')
		.where('municipality', 'in', textList(municipalities))
		.select((row) => [
			'municipality',
			row.fn
				.coalesce(
					row.ref('cells', '->>').key('ambito_datos'),
					row.fn<string>('jsonb_extract_path_text', [
						row.cast<unknown>('key', 'jsonb'),
						row.val('ambito_datos')
					])
				)
				.as('scope')
		])
		.distinct()
		.execute();
	const found = new Map<string, Set<string>>();
	for (const { municipality, scope } of rows) {
		const code = municipality ?? '';
		if (scope !== null) found.set(code, (found.get(code) ?? new Set()).add(String(scope)));
	}
	return found;
}

function warning(dataset: Dataset, { row, before }: ChangedRow): Finding {
	const label = dataset.columns['ambito_datos']?.label ?? 'ambito_datos';
	const old = inWords(before.cells.ambito_datos);
	const next = inWords(row.cells.ambito_datos);
	return {
		code: 'scope-changes',
		severity: 'warning',
		line: row.line,
		column: label,
		field: 'ambito_datos',
		found: String(row.cells.ambito_datos ?? ''),
		expected: old,
		replacement: String(before.cells.ambito_datos ?? ''),
		message: `Fila ${row.line}, columna «${label}»: ${String(row.cells.nombre ?? row.municipality)} informa cifras de su ${old} y el archivo dice ${next}. Las cifras guardadas de su ${old} dejarían de usarse. Escriba ${String(before.cells.ambito_datos)} para conservarlas.`
	};
}

function counted(dataset: Dataset, rest: number): Finding {
	const label = dataset.columns['ambito_datos']?.label ?? 'ambito_datos';
	return {
		code: 'scope-changes',
		severity: 'warning',
		column: label,
		field: 'ambito_datos',
		message: `Hay ${rest} municipalidades más con lo mismo en la columna «${label}»; no las listamos todas.`
	};
}

function inWords(scope: unknown): string {
	const code = String(scope ?? '');
	return scopes[code === 'provincia' ? code : 'distrito'].toLowerCase();
}
