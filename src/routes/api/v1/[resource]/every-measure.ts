import type { Kysely } from 'kysely';
import type { Indicator } from '#lib/indicators/types.ts';
import type { Period } from '#lib/domain/period.ts';
import type { Database } from '#lib/server/db/schema.ts';
import { countedMembers } from '#lib/server/queries/counted-members.ts';
import { groupValuesAt } from '#lib/server/queries/group-values.ts';
import { valuesOfGroup } from '#lib/server/queries/values-of-group.ts';
import { Refusal } from '#lib/server/submissions/refusal.ts';
import type { Viewer } from '#lib/server/visibility.ts';
import type { Answer, JsonRow } from './answer.ts';
import type { Asked } from './members.ts';
import { markOf } from './parameters.ts';
import { valueColumns, valueRow } from './value-row.ts';

/** One measure of one member: it answers whether there is a figure or not. */
type Cell = {
	readonly member: string;
	readonly indicator: string;
	readonly dimension: string;
};

/** Members by declared measures, in the order of codes, one page after `mark`. */
export async function everyMeasure(
	db: Kysely<Database>,
	options: {
		viewer: Viewer;
		site: string;
		asked: Asked;
		period: Period;
		dimension?: string;
		limit: number;
		mark?: readonly string[];
		list: readonly Indicator[];
	}
): Promise<Answer> {
	const { viewer, site, asked, period, limit, mark, list } = options;
	const measures = list.flatMap((indicator) =>
		indicator.measures
			.filter(({ dimension }) => (options.dimension ?? dimension) === dimension)
			.map(({ dimension }) => ({ indicator: indicator.id, dimension }))
	);
	const cells = [...asked.members]
		.sort()
		.flatMap((member) => measures.map((measure): Cell => ({ member, ...measure })));
	const start = mark ? placeAfter(cells, mark) : 0;
	const page = cells.slice(start, start + limit);
	const last = page.at(-1);

	const answers = await answersTo(db, { viewer, site, cells: page, period });
	const rows = page.map((cell) => answers.get(keyOf(cell))).filter((row) => row !== undefined);
	const [indicator] = list;
	const { group } = asked;
	return {
		rows,
		columns: valueColumns,
		next: last && start + limit < cells.length ? keyOf(last) : undefined,
		meta:
			group && indicator
				? { grupo: await groupMeta(db, { viewer, group, indicator, period }) }
				: {},
		invented: rows.some((row) => 'demostracion' in row)
	};
}

/** Asks measure by measure, for all its members at once. */
async function answersTo(
	db: Kysely<Database>,
	{
		viewer,
		site,
		cells,
		period
	}: { viewer: Viewer; site: string; cells: readonly Cell[]; period: Period }
): Promise<Map<string, JsonRow>> {
	const membersOf = new Map<string, { measure: Cell; members: string[] }>();
	for (const cell of cells) {
		const name = markOf(cell.indicator, cell.dimension);
		const found = membersOf.get(name);
		if (found) found.members.push(cell.member);
		else membersOf.set(name, { measure: cell, members: [cell.member] });
	}

	const answers = await Promise.all(
		[...membersOf.values()].map(async ({ measure, members }) => {
			const { indicator, dimension } = measure;
			const asked = { viewer, indicator, dimension, period, members };
			const found = await valuesOfGroup(db, asked);
			return found.map((row): [string, JsonRow] => [
				keyOf({ member: row.ubigeo, indicator, dimension }),
				valueRow(
					{
						...row,
						indicator,
						dimension,
						period: row.period ?? period,
						municipality: row.ubigeo
					},
					site
				)
			]);
		})
	);
	return new Map(answers.flat());
}

function placeAfter(cells: readonly Cell[], mark: readonly string[]): number {
	const place = cells.findIndex((cell) => keyOf(cell) === markOf(...mark));
	if (place === -1) throw new Refusal('«siguiente» no es válido. Empiece sin él.', 400);
	return place + 1;
}

function keyOf({ member, indicator, dimension }: Cell): string {
	return markOf(member, indicator, dimension);
}

async function groupMeta(
	db: Kysely<Database>,
	{
		viewer,
		group,
		indicator,
		period
	}: {
		viewer: Viewer;
		group: NonNullable<Asked['group']>;
		indicator: Indicator;
		period: Period;
	}
): Promise<JsonRow> {
	const options = { viewer, members: group.members };
	const { nested } = await countedMembers(db, options);
	const values = await groupValuesAt(db, { ...options, indicator, period });
	return {
		id: group.id,
		nombre: group.name,
		miembros: group.members.length,
		// Districts of a province that reports as a whole: shown, and in no sum.
		fuera_de_sumas: nested,
		valores: values.map((value) => ({
			dimension: value.dimension || null,
			valor: value.value,
			numerador: value.numerator,
			denominador: value.denominator,
			con_dato: value.covered,
			de: value.size,
			estado: value.state
		}))
	};
}
