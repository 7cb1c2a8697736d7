import { sql, type Kysely } from 'kysely';

/**
 * Who is in which network. These rows are laid out for joins from the datasets `municipios` and
 * `membresias`; foreign keys wait for the end of the transaction, because both are written anew.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`
		create table municipality (
			ubigeo text primary key check (ubigeo ~ '^[0-9]{6}$'),
			scope text not null check (scope in ('distrito', 'provincia')),
			name text not null check (name <> ''),
			kind text not null,
			province text,
			department text not null,
			zone text,
			macroregion text,
			natural_region text,
			setting text,
			area_km2 float8 check (area_km2 > 0),
			latitude float8 check (latitude between -90 and 90),
			longitude float8 check (longitude between -180 and 180),
			since text,
			until text,
			sort_key text collate "C" not null,
			search_key text collate "C" not null,
			fictional boolean not null default false,
			check (fictional = (ubigeo ~ '^9900'))
		)
	`.execute(db);
	await sql`create index municipality_sort on municipality (sort_key, ubigeo)`.execute(db);

	await sql`
		create table municipality_alias (
			ubigeo text not null references municipality on delete cascade
				deferrable initially deferred,
			alias text not null check (alias <> ''),
			primary key (ubigeo, alias)
		)
	`.execute(db);

	await sql`
		create table membership (
			ubigeo text not null references municipality deferrable initially deferred,
			network text not null check (network <> ''),
			relation text not null
				check (relation in ('miembro', 'umpe', 'participante_taller', 'mencionada')),
			stage text,
			since text,
			until text,
			note text,
			primary key (ubigeo, network, relation)
		)
	`.execute(db);
	await sql`create index membership_network on membership (network, ubigeo)`.execute(db);
}
