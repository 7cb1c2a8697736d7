import type { Kysely } from 'kysely';
import { fold, sortKey } from '#lib/domain/names.ts';
import type { Cells } from '#lib/domain/record.ts';
import { isInvented } from '#lib/domain/ubigeo.ts';
import { insertRows, textList } from '#lib/server/db/bulk.ts';
import type { Database } from '#lib/server/db/schema.ts';
import { allCells } from './current.ts';

/** Lays out what the current records of `municipios` say of some municipalities, for joins. */
export async function projectMunicipalities(
	trx: Kysely<Database>,
	municipalities: readonly string[]
): Promise<void> {
	const rows = await cellsOf(trx, 'municipios', municipalities);
	// Memberships point here; their check waits for the end of the transaction. Aliases go along.
	await trx.deleteFrom('municipality').where('ubigeo', 'in', textList(municipalities)).execute();
	await insertRows(trx, 'municipality', municipalityColumns, rows.map(municipality));
	await insertRows(trx, 'municipality_alias', aliasColumns, rows.flatMap(aliasRows));
}

/** Lays out what the current records of `membresias` say of some municipalities, for joins. */
export async function projectMemberships(
	trx: Kysely<Database>,
	municipalities: readonly string[]
): Promise<void> {
	const rows = await cellsOf(trx, 'membresias', municipalities);
	await trx.deleteFrom('membership').where('ubigeo', 'in', textList(municipalities)).execute();
	await insertRows(trx, 'membership', membershipColumns, rows.map(membership));
}

async function cellsOf(
	trx: Kysely<Database>,
	dataset: string,
	municipalities: readonly string[]
): Promise<Cells[]> {
	const records = await trx
		.selectFrom('record')
		.where('dataset', '=', dataset)
		.where('until', 'is', null)
		.where('municipality', 'in', textList(municipalities))
		.select(['key', 'cells'])
		.orderBy('key')
		.execute();
	return records.map(allCells);
}

const municipalityColumns = {
	ubigeo: 'text',
	scope: 'text',
	name: 'text',
	kind: 'text',
	province: 'text',
	department: 'text',
	zone: 'text',
	macroregion: 'text',
	natural_region: 'text',
	setting: 'text',
	area_km2: 'float8',
	latitude: 'float8',
	longitude: 'float8',
	since: 'text',
	until: 'text',
	sort_key: 'text',
	search_key: 'text',
	fictional: 'boolean'
};

function municipality(cells: Cells) {
	const name = String(cells.nombre);
	const ubigeo = String(cells.municipio_id);
	const words = [name, cells.provincia, cells.departamento, ...aliases(cells)];
	return {
		ubigeo,
		scope: cells.ambito_datos,
		name,
		kind: cells.tipo,
		province: cells.provincia,
		department: cells.departamento,
		zone: cells.zona,
		macroregion: cells.macrorregion,
		natural_region: cells.region_natural,
		setting: cells.ambito,
		area_km2: cells.superficie_km2,
		latitude: cells.lat,
		longitude: cells.lon,
		since: cells.desde,
		until: cells.hasta,
		sort_key: sortKey(name),
		search_key: fold(words.join(' ')),
		fictional: isInvented(ubigeo)
	};
}

const aliasColumns = { ubigeo: 'text', alias: 'text' };

function aliasRows(cells: Cells) {
	return aliases(cells).map((alias) => ({ ubigeo: cells.municipio_id, alias }));
}

function aliases(cells: Cells): string[] {
	const names = String(cells.alias ?? '').split(';');
	return [...new Set(names.map((name) => name.trim()).filter(Boolean))];
}

const membershipColumns = {
	ubigeo: 'text',
	network: 'text',
	relation: 'text',
	stage: 'text',
	since: 'text',
	until: 'text',
	note: 'text'
};

function membership(cells: Cells) {
	return {
		ubigeo: cells.municipio_id,
		network: cells.red,
		relation: cells.relacion,
		stage: cells.etapa,
		since: cells.desde,
		until: cells.hasta,
		note: cells.nota
	};
}
