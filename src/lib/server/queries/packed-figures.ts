import { sql, type Kysely } from 'kysely';
import { isState, type State } from '#lib/indicators/types.ts';
import type { Period } from '#lib/domain/period.ts';
import type { Database } from '../db/schema.ts';
import type { Viewer } from '../visibility.ts';
import { anyOf, isMany } from './members.ts';

/** One member's figure of one measure, as it answers for a period. */
export type MemberFigure = {
	readonly ubigeo: string;
	readonly period: Period | null;
	readonly value: number | null;
	readonly numerator: number | null;
	readonly denominator: number | null;
	readonly state: State;
	readonly flags: readonly string[];
	readonly provisional: boolean;
	readonly method: number | null;
};

/** How much of a figure is read: the value with its state; what a group's ratio takes; everything. */
export type Detail = 'value' | 'ratio' | 'all';

type Asked = {
	readonly viewer: Viewer;
	readonly indicator: string;
	readonly dimension?: string;
	readonly members: readonly string[];
	readonly detail: Detail;
};

/** What is stored of one measure at one period, in one row. */
export function figuresAt(db: Kysely<Database>, { period, ...asked }: Asked & { period: Period }) {
	return packed(db, asked)
		.where('period', '=', period)
		.select(sql<Period>`${period}::text`.as('period'));
}

/** What is stored of one measure up to a period, oldest first: a row a period. */
export function figuresUntil(db: Kysely<Database>, { to, ...asked }: Asked & { to?: Period }) {
	return packed(db, asked)
		.$if(to !== undefined, (query) => query.where('period', '<=', to ?? ''))
		.select(sql<Period>`period`.as('period'))
		.groupBy('period')
		.orderBy('period');
}

/**
 * A cell a column, because unpacking two thousand rows costs ten times their reading. Of many members
 * everybody's is read.
 */
function packed(db: Kysely<Database>, { indicator, dimension = '', members, detail }: Asked) {
	return db
		.selectFrom('indicator_value')
		.where('indicator', '=', indicator)
		.where('dimension', '=', dimension)
		.$if(!isMany(members), (query) => query.where('municipality', '=', anyOf(members)))
		.select([
			sql<string | null>`string_agg(municipality, ' ')`.as('municipalities'),
			numbers('value').as('values'),
			// A kind of blank that somebody told goes with the state: without it neither coverage nor the
			// choice between years would come out right.
			sql<Record<string, string> | null>`jsonb_object_agg(municipality, case
				when state = 'no_reporto' and flags @> '["pendiente"]' then 'no_reporto pendiente'
				when state = 'no_calculable' and flags @> '["nada_que_informar"]' then 'no_calculable nada_que_informar'
				else state end) filter (where state <> 'ok')`.as('states'),
			sql<string>`string_agg(case when provisional then 'p' else '-' end, '')`.as('provisional')
		])
		.$if(detail !== 'value', (query) =>
			query.select([
				numbers('numerator').as('numerators'),
				numbers('denominator').as('denominators')
			])
		)
		.$if(detail === 'all', (query) =>
			query.select([
				numbers('method').as('methods'),
				sql<Record<
					string,
					string[]
				> | null>`jsonb_object_agg(municipality, flags) filter (where jsonb_array_length(flags) > 0)`.as(
					'flags'
				)
			])
		);
}

type Packed = {
	period: Period;
	/** Null where nothing is stored. */
	municipalities: string | null;
	values: string;
	/** State and, behind a blank, the kind of blank. */
	states: Record<string, string> | null;
	provisional: string;
	numerators?: string;
	denominators?: string;
	methods?: string;
	flags?: Record<string, string[]> | null;
};

/** The figures in one such row, by member. */
export function unpacked(row: Packed): Map<string, MemberFigure> {
	if (row.municipalities === null) return new Map();
	const values = numbersIn(row.values);
	const numerators = numbersIn(row.numerators);
	const denominators = numbersIn(row.denominators);
	const methods = numbersIn(row.methods);

	return new Map(
		row.municipalities.split(' ').map((ubigeo, index) => {
			const [state = 'ok', blank] = (row.states?.[ubigeo] ?? 'ok').split(' ');
			const figure: MemberFigure = {
				ubigeo,
				period: row.period,
				value: values[index] ?? null,
				numerator: numerators[index] ?? null,
				denominator: denominators[index] ?? null,
				state: isState(state) ? state : 'ok',
				flags: row.flags?.[ubigeo] ?? (blank ? [blank] : []),
				provisional: row.provisional[index] === 'p',
				method: methods[index] ?? null
			};
			return [ubigeo, figure];
		})
	);
}

function numbers(column: 'value' | 'numerator' | 'denominator' | 'method') {
	return sql<string>`string_agg(coalesce(${sql.ref(column)}::text, 'null'), ',')`;
}

function numbersIn(text = ''): (number | null)[] {
	return JSON.parse(`[${text}]`);
}
