import { error } from '@sveltejs/kit';
import type { Kysely } from 'kysely';
import { isQuarter, type Quarter } from '#lib/domain/quarter.ts';
import type { Database } from '../db/schema.ts';
import { listGroups, type GroupOption } from '../queries/group-list.ts';
import { findGroup, groupsOf, listNetworks, type Group } from '../queries/groups.ts';
import { latestQuarter, quartersWithData } from '../queries/quarters.ts';
import type { Viewer } from '../visibility.ts';

/** What a person chose to look at, with what they may choose instead. */
export type Choice = {
	readonly group: Group;
	readonly groups: readonly GroupOption[];
	/** Null before anything was reported in the group. */
	readonly quarter: Quarter | null;
	/** Quarters with data of the group, newest first. */
	readonly quarters: readonly Quarter[];
};

type Asked = { viewer: Viewer; url: URL };

/**
 * The group and quarter of a page, from `?grupo=` and `?trimestre=`. Without them: the first
 * network of `own`, or the network with the newest data, at the newest quarter of which the group
 * has a confirmed row. Undefined while there is no municipality at all.
 */
export async function readChoice(
	db: Kysely<Database>,
	{ viewer, url, own }: Asked & { own?: string }
): Promise<Choice | undefined> {
	const groups = await listGroups(db);
	const id =
		url.searchParams.get('grupo') ||
		(own && (await groupsOf(db, { viewer, ubigeo: own }))[0]?.id) ||
		(await liveliestNetwork(db, viewer)) ||
		groups.at(-1)?.id;
	if (!id) return undefined;

	const everMember = await findGroup(db, { viewer, id });
	if (!everMember)
		error(404, 'No existe ese grupo de municipalidades, o todavía no tiene miembros.');

	const rows = await quartersWithData(db, { viewer, members: everMember.members }).execute();
	const quarters = rows.map((row) => row.quarter);
	const quarter = readQuarter(url) ?? quarters[0] ?? null;
	const group =
		quarter === null
			? everMember
			: ((await findGroup(db, { viewer, id, period: quarter })) ?? everMember);
	const known = quarter === null || quarters.includes(quarter) ? quarters : [quarter, ...quarters];

	return { group, groups, quarter, quarters: known };
}

function readQuarter(url: URL): Quarter | undefined {
	const given = url.searchParams.get('trimestre');
	if (!given) return undefined;
	if (!isQuarter(given)) error(400, 'Escriba el trimestre así: 2026-T3.');
	return given;
}

async function liveliestNetwork(db: Kysely<Database>, viewer: Viewer): Promise<string | undefined> {
	const networks = await listNetworks(db).execute();
	const found = await Promise.all(
		networks.map(async ({ network, members }) => {
			const id = `red-${network}`;
			const group = await findGroup(db, { viewer, id });
			const latest = await latestQuarter(db, { viewer, members: group?.members ?? [] });
			return { id, latest: latest ?? '', members };
		})
	);
	found.sort((a, b) =>
		a.latest === b.latest ? b.members - a.members : a.latest < b.latest ? 1 : -1
	);
	return found[0]?.id;
}
