import { error, redirect } from '@sveltejs/kit';
import type { Kysely } from 'kysely';
import { slug } from '#lib/domain/names.ts';
import { isPeriod, type Period } from '#lib/domain/period.ts';
import { findIndicator, findIndicatorBySlug } from '#lib/indicators/index.ts';
import type { Indicator, Measure } from '#lib/indicators/types.ts';
import type { Database } from '#lib/server/db/schema.ts';
import { findGroup, findNetwork, groupName, type Group } from '#lib/server/queries/groups.ts';
import { findMunicipality } from '#lib/server/queries/municipalities.ts';
import type { Viewer } from '#lib/server/visibility.ts';

type Params = { indicador: string; lugar: string; periodo: string };

/** The figure that an address names. Everything that it does not know answers 404. */
export function readFigure(
	params: Params,
	url: URL
): { indicator: Indicator; measure: Measure; period: Period } {
	const byId = findIndicator(params.indicador);
	if (byId) redirect(308, `/origen/${byId.slug}/${params.lugar}/${params.periodo}${url.search}`);

	const indicator = findIndicatorBySlug(params.indicador);
	if (!indicator) error(404, 'No existe ese indicador.');
	const dimension = url.searchParams.get('medida');
	const measure =
		dimension === null
			? (indicator.measures.find((one) => one.dimension === '') ?? indicator.measures[0])
			: indicator.measures.find((one) => one.dimension === dimension);
	if (!measure) error(404, 'No existe esa medida del indicador.');
	const { periodo: period } = params;
	if (!isPeriod(period)) error(404, 'El periodo se escribe así: 2026-T3, o 1993 si es un año.');
	return { indicator, measure, period };
}

/** Of whom a figure is: one municipality, what a network declares of itself, or a group's members. */
export type Whose =
	| {
			readonly kind: 'one';
			readonly id: string;
			readonly name: string;
			readonly href: string | null;
			readonly fictional: boolean;
	  }
	| { readonly kind: 'group'; readonly group: Group };

/** Whom the second part of the address names. */
export async function readPlace(
	db: Kysely<Database>,
	{ viewer, id, period }: { viewer: Viewer; id: string; period: Period }
): Promise<Whose> {
	if (/^\d{6}$/.test(id)) {
		const place = await findMunicipality(db, { viewer, ubigeo: id }).executeTakeFirst();
		if (!place) error(404, 'No existe esa municipalidad.');
		const { name, fictional } = place;
		return { kind: 'one', id, name, href: `/municipalidades/${id}-${slug(name)}`, fictional };
	}
	const group =
		(await findGroup(db, { viewer, id, period })) ?? (await findGroup(db, { viewer, id }));
	if (group) return { kind: 'group', group };

	if (/^[A-Z][A-Z0-9_-]+$/.test(id) && (await findNetwork(db, { viewer, code: id }))) {
		const name = `${groupName(`red-${id}`) ?? id}, lo que declara`;
		return { kind: 'one', id, name, href: null, fictional: false };
	}
	error(404, 'No existe esa municipalidad ni ese grupo.');
}
