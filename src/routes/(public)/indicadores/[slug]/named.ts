import { database } from '#lib/server/database.ts';
import type { MemberFigure } from '#lib/server/queries/packed-figures.ts';
import { namesOf } from '#lib/server/queries/names.ts';
import type { Viewer } from '#lib/server/visibility.ts';

/** A member's figure with what the member is called. */
export type NamedFigure = MemberFigure & { readonly name: string };

/** More than this are counted, and not told one by one. */
const mostTold = 200;

/**
 * Gives figures their names: of a large group to `shown` alone and to the few who have a figure, or
 * who lack it for one reason. The others keep their code, which no page tells.
 */
export async function namesFor(
	viewer: Viewer,
	members: readonly MemberFigure[],
	shown: readonly MemberFigure[]
): Promise<(figure: MemberFigure) => NamedFigure> {
	const parts = members.length > mostTold ? [shown, ...partsOf(members)] : [members];
	const told = parts.filter((part) => part.length <= mostTold).flat();
	const names = await namesOf(database(), { viewer, members: told.map(({ ubigeo }) => ubigeo) });
	return (figure) => ({ ...figure, name: names.get(figure.ubigeo) ?? figure.ubigeo });
}

/** Who has a figure, and who has none for each reason. */
function partsOf(members: readonly MemberFigure[]): MemberFigure[][] {
	const parts = new Map<string, MemberFigure[]>();
	for (const member of members) {
		const reason = member.value === null ? member.state : 'con dato';
		const part = parts.get(reason);
		if (part) part.push(member);
		else parts.set(reason, [member]);
	}
	return [...parts.values()];
}
