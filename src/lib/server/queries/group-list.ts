import { sql, type Kysely } from 'kysely';
import { departmentCode } from '#lib/domain/ubigeo.ts';
import type { Database } from '../db/schema.ts';
import { groupName, listNetworks } from './groups.ts';

/** A group that can be chosen; `kind` is the heading it stands under. */
export type GroupOption = { id: string; name: string; kind: 'Redes' | 'Zonas' | 'Departamentos' };

/** The territories that have municipalities: first two digits of the code, zone and macro-region. */
export function territories(db: Kysely<Database>) {
	return db
		.selectFrom('municipality')
		.select([sql<string>`left(ubigeo, 2)`.as('department'), 'zone', 'macroregion'])
		.distinct()
		.orderBy('department');
}

/** Every group that has members, networks first, the whole country last. */
export async function listGroups(db: Kysely<Database>): Promise<GroupOption[]> {
	const [networks, places] = await Promise.all([
		listNetworks(db).execute(),
		territories(db).execute()
	]);
	const departments = unique(places.map((place) => departmentCode(place.department)));
	const zones = unique(places.map(({ zone }) => zone));
	const regions = unique(places.map(({ macroregion }) => macroregion));

	return [
		...options(
			'Redes',
			'red',
			networks.map(({ network }) => network)
		),
		...options('Zonas', 'zona', zones),
		...options('Zonas', 'macrorregion', regions),
		...options('Departamentos', 'departamento', departments),
		...(departments.some((code) => code !== '99')
			? [{ id: 'pais', name: groupName('pais') ?? 'pais', kind: 'Departamentos' as const }]
			: [])
	];
}

function options(kind: GroupOption['kind'], prefix: string, codes: string[]): GroupOption[] {
	return codes.flatMap((code) => {
		const id = `${prefix}-${code}`;
		const name = groupName(id);
		return name === undefined ? [] : [{ id, name, kind }];
	});
}

function unique(codes: readonly (string | null)[]): string[] {
	return [...new Set(codes)].filter((code) => code !== null).sort();
}
