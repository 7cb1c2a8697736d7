import { error } from '@sveltejs/kit';
import { database } from '#lib/server/database.ts';
import { countDirectory, pageOfDirectory } from '#lib/server/queries/directory.ts';
import { listGroups } from '#lib/server/queries/group-list.ts';
import { findGroup } from '#lib/server/queries/groups.ts';
import { membershipsOf } from '#lib/server/queries/municipalities.ts';
import { coverageOf } from './coverage.ts';
import type { PageServerLoad } from './$types.js';

const perPage = 50;

/** Which municipalities are here, and who reports? */
export const load: PageServerLoad = async ({ url, locals: { viewer } }) => {
	const db = database();
	const text = (url.searchParams.get('q') ?? '').trim().slice(0, 80);
	const id = url.searchParams.get('grupo') ?? '';
	const group = id ? await findGroup(db, { viewer, id }) : undefined;
	if (id && !group) error(404, 'No existe ese grupo de municipalidades.');

	const asked = { viewer, text, members: group?.members };
	const { total } = await countDirectory(db, asked).executeTakeFirstOrThrow();
	const pages = Math.max(1, Math.ceil(total / perPage));
	const page = Math.min(
		pages,
		Math.max(1, Math.floor(Number(url.searchParams.get('pagina'))) || 1)
	);
	const rows = await pageOfDirectory(db, {
		...asked,
		limit: perPage,
		offset: (page - 1) * perPage
	}).execute();

	const municipalities = rows.map(({ ubigeo }) => ubigeo);
	const [groups, memberships, coverage] = await Promise.all([
		listGroups(db),
		membershipsOf(db, { viewer, municipalities }).execute(),
		coverageOf(db, { viewer, rows })
	]);

	return {
		text,
		group: group ? { id: group.id, name: group.name } : null,
		groups: groups.filter((one) => one.id !== 'pais'),
		total,
		page,
		pages,
		rows: rows.map((row) => ({
			...row,
			networks: networksOf(memberships, row.ubigeo),
			coverage: coverage.get(row.ubigeo) ?? null
		}))
	};
};

type Membership = { ubigeo: string; network: string; relation: string };

// Attending a workshop is not membership.
function networksOf(memberships: readonly Membership[], ubigeo: string): string[] {
	const own = memberships.filter(
		(one) => one.ubigeo === ubigeo && (one.relation === 'miembro' || one.relation === 'umpe')
	);
	return [...new Set(own.map(({ network }) => network))];
}
