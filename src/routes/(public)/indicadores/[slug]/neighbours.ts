import { quartileOf, standings } from '#lib/comparison/rank.ts';
import type { Direction, State } from '#lib/indicators/types.ts';

type Standing = { readonly ubigeo: string; readonly value: number | null; readonly state: State };

/**
 * The two above and the two below one municipality by value, itself included. Whoever is in the
 * lowest quarter of a judged indicator is named to nobody else: a public page prints no bottom.
 * Empty for partial values and with too few to compare.
 */
export function neighbours<Member extends Standing>(
	members: readonly Member[],
	own: string,
	direction: Direction
): Member[] {
	const complete = members.filter(({ value, state }) => value !== null && state === 'ok');
	const ranks = standings(
		complete.map(({ ubigeo, value }) => ({ key: ubigeo, value, complete: true })),
		direction === 'lower' ? 'lower' : 'higher'
	);
	const ordered = complete
		.map((member, index) => ({ member, standing: ranks[index] }))
		.sort((a, b) => (a.standing?.rank ?? 0) - (b.standing?.rank ?? 0));
	const place = ordered.findIndex(({ member }) => member.ubigeo === own);
	if (place < 0 || ordered[place]?.standing?.rank == null) return [];

	return ordered
		.slice(Math.max(0, place - 2), place + 3)
		.filter(({ member, standing }) => member.ubigeo === own || isNamed(standing, direction))
		.map(({ member }) => member);
}

// Fewer than eight have no quarters: then nobody below the middle is named.
function isNamed(
	standing: { rank: number | null; of: number } | undefined,
	direction: Direction
): boolean {
	if (direction === 'neutral') return true;
	const rank = standing?.rank;
	if (!standing || rank == null) return false;
	const quarter = quartileOf(rank, standing.of);
	return quarter === null ? 2 * rank <= standing.of + 1 : quarter < 4;
}
