import { sql, type Kysely } from 'kysely';
import { findIndicator } from '#lib/indicators/index.ts';
import type { State } from '#lib/indicators/types.ts';
import type { Period } from '#lib/domain/period.ts';
import type { Database } from '../db/schema.ts';
import type { Viewer } from '../visibility.ts';
import { isAnswer, spanFor, type Span } from './as-of.ts';
import { figuresAt, unpacked, type Detail, type MemberFigure } from './packed-figures.ts';
import { isMany, memberTable } from './members.ts';

type Asked = {
	readonly viewer: Viewer;
	readonly indicator: string;
	readonly dimension?: string;
	readonly period: Period;
	readonly members: readonly string[];
};

/**
 * One measure of every member at a period, in the order of `members`; those without a value are there
 * as `no_reporto`. Structural indicators answer with their newest year that is still valid, which
 * `period` says; an older one is `vencido`, without value. A member may be a network's code. What
 * `detail` leaves out may be null or empty.
 */
export async function valuesOfGroup(
	db: Kysely<Database>,
	asked: Asked & { readonly detail?: Detail }
): Promise<MemberFigure[]> {
	const { members, detail = 'all' } = asked;
	const span = spanFor(findIndicator(asked.indicator), asked.period);
	const read = async (period: Period, of: readonly string[]) => {
		const at = figuresAt(db, { ...asked, period, members: of, detail });
		return unpacked(await at.executeTakeFirstOrThrow());
	};
	if (span.exact) {
		const figures = await read(asked.period, members);
		return members.map((ubigeo) => figures.get(ubigeo) ?? silence(ubigeo));
	}

	const found = new Map<string, MemberFigure>();
	let left = members;
	// Of many, most have a figure of one of the last years, and a whole year is quick to read.
	for (const year of yearsOf(span)) {
		if (!isMany(left)) break;
		for (const figure of (await read(year, left)).values())
			if (isAnswer(figure) && !found.has(figure.ubigeo)) found.set(figure.ubigeo, figure);
		left = left.filter((ubigeo) => !found.has(ubigeo));
	}
	const rest =
		left.length > 0 ? await newestFigures(db, { ...asked, members: left }).execute() : [];
	for (const figure of rest) found.set(figure.ubigeo, figure);

	return members.map((ubigeo) => found.get(ubigeo) ?? silence(ubigeo));
}

/** The newest year that answers for a quarter, member by member; nobody who never had a figure. */
export function newestFigures(
	db: Kysely<Database>,
	{ indicator, dimension = '', period, members }: Asked
) {
	const span = spanFor(findIndicator(indicator), period);
	const fresh = sql<boolean>`latest.period >= ${span.from}`;

	return db
		.selectFrom(memberTable(members))
		.innerJoinLateral(
			(lateral) =>
				lateral
					.selectFrom('indicator_value as v')
					.selectAll('v')
					.whereRef('v.municipality', '=', 'member.ubigeo')
					.where('v.indicator', '=', indicator)
					.where('v.dimension', '=', dimension)
					.where('v.period', '<=', span.to)
					.orderBy(
						sql`((v.value is not null or (v.state = 'no_reporto' and not v.flags @> '["pendiente"]')) and v.period >= ${span.from})`,
						'desc'
					)
					.orderBy('v.period', 'desc')
					.limit(1)
					.as('latest'),
			(join) => join.onTrue()
		)
		.select([
			'member.ubigeo',
			sql<Period>`latest.period`.as('period'),
			sql<number | null>`case when ${fresh} then latest.value end`.as('value'),
			sql<number | null>`case when ${fresh} then latest.numerator end`.as('numerator'),
			sql<number | null>`case when ${fresh} then latest.denominator end`.as('denominator'),
			sql<State>`case when ${fresh} then latest.state else 'vencido' end`.as('state'),
			sql<string[]>`latest.flags`.as('flags'),
			sql<boolean>`latest.provisional`.as('provisional'),
			sql<number>`latest.method`.as('method')
		]);
}

function yearsOf({ from, to }: Span): Period[] {
	const count = Number(to) - Number(from) + 1;
	return Array.from({ length: count }, (_, step): Period => `${Number(to) - step}`);
}

function silence(ubigeo: string): MemberFigure {
	return {
		ubigeo,
		period: null,
		value: null,
		numerator: null,
		denominator: null,
		state: 'no_reporto',
		flags: [],
		provisional: false,
		method: null
	};
}
