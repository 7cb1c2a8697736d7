import type { Kysely } from 'kysely';
import { departmentCode, departments } from '#lib/domain/ubigeo.ts';
import { networkNames } from '#lib/domain/place.ts';
import type { Period } from '#lib/domain/period.ts';
import { isQuarter } from '#lib/domain/quarter.ts';
import type { Database } from '../db/schema.ts';
import type { Viewer } from '../visibility.ts';

/** Any set to compare within. Members are in the order of their names. */
export type Group = { id: string; name: string; members: string[] };

const zones: Readonly<Record<string, string>> = {
	norte: 'Norte',
	costa_central: 'Costa Central',
	sur: 'Sur',
	centro: 'Centro',
	oriente: 'Oriente',
	lima_metropolitana: 'Lima Metropolitana'
};

/** The invented municipalities have a department of their own, of which no real place is. */
const departmentNames: Readonly<Record<string, string>> = { ...departments, '99': 'Demostración' };

/** Relations that owe reports and enter a network's sums; attending a workshop is not membership. */
const belonging = ['miembro', 'umpe'];

/** Members of a network at a period (any time when none is given). */
export function networkMembers(
	db: Kysely<Database>,
	{ network, period }: { viewer: Viewer; network: string; period?: Period }
) {
	const first = period && (isQuarter(period) ? period : `${period}-T1`);
	const last = period && (isQuarter(period) ? period : `${period}-T4`);

	return db
		.selectFrom('municipality')
		.where('municipality.ubigeo', 'in', (inner) =>
			inner
				.selectFrom('membership')
				.select('membership.ubigeo')
				.where('membership.network', '=', network)
				.where('membership.relation', 'in', belonging)
				.$if(period !== undefined, (query) =>
					query
						.where((where) =>
							where.or([
								where('membership.since', 'is', null),
								where('membership.since', '<=', last ?? '')
							])
						)
						.where((where) =>
							where.or([
								where('membership.until', 'is', null),
								where('membership.until', '>=', first ?? '')
							])
						)
				)
		)
		.select('municipality.ubigeo')
		.orderBy('municipality.sort_key')
		.orderBy('municipality.ubigeo');
}

/** Municipalities of a zone, macro-region or department, or all of them. Invented ones never mix in. */
export function territoryMembers(
	db: Kysely<Database>,
	{ kind, code }: { viewer: Viewer; kind: Territory; code: string }
) {
	return db
		.selectFrom('municipality')
		.$if(kind === 'zona', (query) => query.where('zone', '=', code))
		.$if(kind === 'macrorregion', (query) => query.where('macroregion', '=', code))
		.$if(kind === 'departamento', (query) => query.where('ubigeo', 'like', `${code}____`))
		.where('fictional', '=', kind === 'departamento' && code === '99')
		.select('ubigeo')
		.orderBy('sort_key')
		.orderBy('ubigeo');
}

type Territory = 'zona' | 'macrorregion' | 'departamento' | 'pais';

/**
 * A group by its id (`red-PROMDE`, `zona-sur`, `macrorregion-sur`, `departamento-18`, `pais`);
 * undefined when there is no such group or nobody is in it.
 */
export async function findGroup(
	db: Kysely<Database>,
	{ viewer, id, period }: { viewer: Viewer; id: string; period?: Period }
): Promise<Group | undefined> {
	const name = groupName(id);
	if (name === undefined) return undefined;

	const [kind, code] = splitId(id);
	const members =
		kind === 'red'
			? networkMembers(db, { viewer, network: code, period })
			: territoryMembers(db, { viewer, kind, code });
	const rows = await members.execute();

	return rows.length === 0 ? undefined : { id, name, members: rows.map((row) => row.ubigeo) };
}

/** The groups that a municipality is in, its networks first. */
export async function groupsOf(
	db: Kysely<Database>,
	{ ubigeo }: { viewer: Viewer; ubigeo: string }
): Promise<{ id: string; name: string }[]> {
	const [place, memberships] = await Promise.all([
		db
			.selectFrom('municipality')
			.select(['zone', 'macroregion', 'fictional'])
			.where('ubigeo', '=', ubigeo)
			.executeTakeFirst(),
		db
			.selectFrom('membership')
			.select('network')
			.distinct()
			.where('ubigeo', '=', ubigeo)
			.where('relation', 'in', belonging)
			.orderBy('network')
			.execute()
	]);
	if (!place) return [];

	const territories = place.fictional
		? [`departamento-${departmentCode(ubigeo)}`]
		: [
				...(place.zone ? [`zona-${place.zone}`] : []),
				`departamento-${departmentCode(ubigeo)}`,
				...(place.macroregion ? [`macrorregion-${place.macroregion}`] : []),
				'pais'
			];
	return [...memberships.map((row) => `red-${row.network}`), ...territories].map((id) => ({
		id,
		name: groupName(id) ?? id
	}));
}

/** The networks that have members, with how many. */
export function listNetworks(db: Kysely<Database>) {
	return db
		.selectFrom('membership')
		.where('relation', 'in', belonging)
		.select((select) => ['network', select.fn.count<number>('ubigeo').distinct().as('members')])
		.groupBy('network')
		.orderBy('network');
}

/** Whether a code is of a network that is known or has members. */
export async function findNetwork(
	db: Kysely<Database>,
	{ code }: { viewer: Viewer; code: string }
): Promise<boolean> {
	if (Object.hasOwn(networkNames, code)) return true;
	return (await listNetworks(db).execute()).some((row) => row.network === code);
}

/** What a group is called; undefined when the id has no meaning. */
export function groupName(id: string): string | undefined {
	const [kind, code] = splitId(id);
	if (id === 'pais') return 'Todo el país';
	if (kind === 'red' && /^[A-Z][A-Z0-9_-]{1,19}$/.test(code)) return networkNames[code] ?? code;
	if (kind === 'zona' && zones[code]) return `Zona ${zones[code]}`;
	if (kind === 'macrorregion' && zones[code]) return `Macrorregión ${zones[code]}`;
	if (kind === 'departamento' && departmentNames[code]) return departmentNames[code];
	return undefined;
}

function splitId(id: string): [Territory | 'red', string] {
	const match = /^(red|zona|macrorregion|departamento)-(.+)$/.exec(id);
	const kind = match?.[1];
	if (kind === 'red' || kind === 'zona' || kind === 'macrorregion' || kind === 'departamento') {
		return [kind, match?.[2] ?? ''];
	}
	return ['pais', ''];
}
