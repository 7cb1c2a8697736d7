import type { Kysely } from 'kysely';
import { isInvented } from '#lib/domain/ubigeo.ts';
import type { Place, Places } from '#lib/domain/place.ts';
import type { Cells, CellValue } from '#lib/domain/record.ts';
import { checkFile, type CheckOptions } from '#lib/intake/check.ts';
import type { Database } from '#lib/server/db/schema.ts';
import type { Originals } from '#lib/server/originals.ts';
import { isSubmissionId } from './id.ts';
import { frozenChoices } from './reading.ts';

/**
 * Places and networks as they will be when what else came in a package is confirmed: a new municipality
 * and its figures can be sent together.
 */
export async function placesWithPackage(
	db: Kysely<Database>,
	submission: { readonly id: string; readonly package: string | null },
	{ originals, ...options }: CheckOptions & { originals: Originals }
): Promise<Places> {
	const { places } = options;
	if (submission.package === null || !isSubmissionId(submission.package)) return places;
	const others = await registriesIn(db, submission.package, submission.id).execute();
	const byUbigeo = new Map(places.byUbigeo);
	const networks = new Set(places.networks);
	for (const other of others) {
		const choices = frozenChoices(other);
		const known = { ...places, byUbigeo, networks };
		const bytes = await originals.read(other.sha256);
		const checked = checkFile(bytes, { ...options, places: known, choices });
		if (checked.verdict === 'rejected') continue;
		for (const { cells } of checked.rows)
			if (other.dataset === 'municipios') byUbigeo.set(String(cells['municipio_id']), place(cells));
			else networks.add(String(cells['red']));
	}
	return { ...places, byUbigeo, networks };
}

/** The registry that a package brings, then its memberships, as far as they can be confirmed. */
function registriesIn(db: Kysely<Database>, label: string, except: string) {
	return db
		.selectFrom('submission')
		.where('package', '=', label)
		.where('state', '=', 'por_confirmar')
		.where('dataset', 'in', ['municipios', 'membresias'])
		.where('id', '!=', except)
		.select(['dataset', 'sha256', 'reading', 'choices'])
		.orderBy('dataset', 'desc');
}

function place(cells: Cells): Place {
	const text = (value: CellValue | undefined) => (typeof value === 'string' ? value : null);
	const ubigeo = String(cells['municipio_id']);
	const area = cells['superficie_km2'];
	return {
		ubigeo,
		name: String(cells['nombre']),
		province: text(cells['provincia']),
		department: String(cells['departamento']),
		scope: cells['ambito_datos'] === 'provincia' ? 'provincia' : 'distrito',
		areaKm2: typeof area === 'number' ? area : null,
		aliases: (text(cells['alias']) ?? '')
			.split(';')
			.map((alias) => alias.trim())
			.filter(Boolean),
		fictional: isInvented(ubigeo),
		since: text(cells['desde']),
		until: text(cells['hasta'])
	};
}
