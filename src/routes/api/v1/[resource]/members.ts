import type { Kysely } from 'kysely';
import type { Database } from '#lib/server/db/schema.ts';
import { findGroup, findNetwork, type Group } from '#lib/server/queries/groups.ts';
import { findMunicipality } from '#lib/server/queries/municipalities.ts';
import { Refusal } from '#lib/server/submissions/refusal.ts';
import type { Question } from './answer.ts';

/** Whose figures are asked for: `municipio` (or a network that declares about itself) or `grupo`. */
export type Asked = { members: string[]; group?: Group };

/** Undefined when neither is given. A code that nobody has is refused with 404. */
export async function membersAsked(
	db: Kysely<Database>,
	{ viewer, parameters }: Question
): Promise<Asked | undefined> {
	const municipality = parameters.get('municipio');
	const groupId = parameters.get('grupo');
	if (municipality !== undefined && groupId !== undefined) {
		throw new Refusal('Indique «municipio» o «grupo», no los dos.', 400);
	}

	if (municipality !== undefined) {
		const place = await findMunicipality(db, { viewer, ubigeo: municipality }).executeTakeFirst();
		if (!place && !(await findNetwork(db, { viewer, code: municipality }))) {
			throw new Refusal('No existe una municipalidad ni una red con ese código.', 404);
		}
		return { members: [municipality] };
	}

	if (groupId !== undefined) {
		const group = await findGroup(db, { viewer, id: groupId });
		if (!group) {
			throw new Refusal(
				'No existe ese grupo. Ejemplos: red-PROMDE, zona-sur, departamento-18, pais.',
				404
			);
		}
		return { members: group.members, group };
	}

	return undefined;
}
