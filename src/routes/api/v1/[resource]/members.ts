import type { Kysely } from 'kysely';
import type { Database } from '#lib/server/db/schema.ts';
import { isQuarter } from '#lib/domain/quarter.ts';
import type { Period } from '#lib/domain/period.ts';
import { findGroup, findNetwork, type Group } from '#lib/server/queries/groups.ts';
import { findMunicipality } from '#lib/server/queries/municipalities.ts';
import { Refusal } from '#lib/server/submissions/refusal.ts';
import type { Question } from './answer.ts';

/**
 * Whose figures are asked for: `municipio` (codes apart by commas; a network may declare about itself)
 * or `grupo`.
 */
export type Asked = { members: string[]; group?: Group };

/** For more there are groups. */
const mostCodes = 20;

/**
 * Undefined when neither is given. A code that nobody has is refused with 404. With a quarter, a
 * network is who was in it then; if nobody was, whoever has been.
 */
export async function membersAsked(
	db: Kysely<Database>,
	{ viewer, parameters, period }: Omit<Question, 'site'> & { period?: Period }
): Promise<Asked | undefined> {
	const municipality = parameters.get('municipio');
	const groupId = parameters.get('grupo');
	if (municipality !== undefined && groupId !== undefined) {
		throw new Refusal('Indique «municipio» o «grupo», no los dos.', 400);
	}

	if (municipality !== undefined) {
		const codes = [...new Set(municipality.split(',').map((code) => code.trim()))];
		if (codes.length > mostCodes) {
			throw new Refusal(`«municipio» admite hasta ${mostCodes} códigos.`, 400);
		}
		for (const code of codes) {
			const place = await findMunicipality(db, { viewer, ubigeo: code }).executeTakeFirst();
			if (!place && !(await findNetwork(db, { viewer, code }))) {
				throw new Refusal('No existe una municipalidad ni una red con ese código.', 404);
			}
		}
		return { members: codes };
	}

	if (groupId !== undefined) {
		const group = await findGroup(db, { viewer, id: groupId });
		if (!group) {
			throw new Refusal(
				'No existe ese grupo. Ejemplos: red-PROMDE, zona-sur, departamento-18, pais.',
				404
			);
		}
		const then =
			period && isQuarter(period)
				? ((await findGroup(db, { viewer, id: groupId, period })) ?? group)
				: group;
		return { members: then.members, group: then };
	}

	return undefined;
}
