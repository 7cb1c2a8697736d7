import type { Kysely } from 'kysely';
import { findIndicator, indicators } from '#lib/indicators/index.ts';
import type { Indicator } from '#lib/indicators/types.ts';
import type { Period } from '#lib/domain/period.ts';
import { isInvented } from '#lib/domain/ubigeo.ts';
import type { Database } from '#lib/server/db/schema.ts';
import { countedMembers } from '#lib/server/queries/counted-members.ts';
import { groupValuesAt } from '#lib/server/queries/group-values.ts';
import { pageOfValues, valuesOfGroup } from '#lib/server/queries/values.ts';
import { Refusal } from '#lib/server/submissions/refusal.ts';
import type { Viewer } from '#lib/server/visibility.ts';
import type { Answer, JsonRow, Resource } from './answer.ts';
import { membersAsked, type Asked } from './members.ts';
import { markOf, readLimit, readMark, readPeriod } from './parameters.ts';

const columns = [
	'indicador',
	'dimension',
	'periodo',
	'municipio',
	'valor',
	'numerador',
	'denominador',
	'estado',
	'avisos',
	'metodo',
	'demostracion'
];

/**
 * Indicator values. Asked for a place (or a group) and a period, every measure that is declared
 * answers for everybody, with null and a reason where there is no figure; otherwise what is stored.
 */
export const valores: Resource = {
	parameters: ['indicador', 'dimension', 'periodo', 'municipio', 'grupo', 'limite', 'siguiente'],

	read: async (db, { viewer, parameters }) => {
		const id = parameters.get('indicador');
		const indicator = id === undefined ? undefined : findIndicator(id);
		if (id !== undefined && !indicator) {
			throw new Refusal('No existe ese indicador. Vea /api/v1/indicadores.', 404);
		}

		const period = readPeriod(parameters);
		const limit = readLimit(parameters);
		const asked = await membersAsked(db, { viewer, parameters });
		const dimension = parameters.get('dimension');
		const complete = asked && period && (indicator || !asked.group);

		return complete
			? everyMeasure(db, {
					viewer,
					asked,
					period,
					dimension,
					limit,
					after: readMark(parameters, 1)?.[0],
					list: indicator ? [indicator] : indicators
				})
			: stored(db, {
					viewer,
					indicator: indicator?.id,
					dimension,
					period,
					members: asked?.members,
					limit,
					mark: readMark(parameters, 4)
				});
	}
};

/** Members by declared measures, in the order of codes; a page holds whole members. */
async function everyMeasure(
	db: Kysely<Database>,
	options: {
		viewer: Viewer;
		asked: Asked;
		period: Period;
		dimension?: string;
		limit: number;
		after?: string;
		list: readonly Indicator[];
	}
): Promise<Answer> {
	const { viewer, asked, period, after, list } = options;
	const measures = list.flatMap((indicator) =>
		indicator.measures
			.filter(({ dimension }) => (options.dimension ?? dimension) === dimension)
			.map(({ dimension }) => ({ indicator: indicator.id, dimension }))
	);
	const size = Math.max(1, Math.floor(options.limit / Math.max(1, measures.length)));
	const left = asked.members.filter((member) => after === undefined || member > after).sort();
	const members = left.slice(0, size);

	const answers = await Promise.all(
		measures.map(async (measure) => {
			const found = await valuesOfGroup(db, { viewer, ...measure, period, members }).execute();
			return new Map(
				found.map((row) => [
					row.ubigeo,
					valueRow({
						...row,
						...measure,
						period: row.period ?? period,
						municipality: row.ubigeo
					})
				])
			);
		})
	);
	const rows = members.flatMap((member) =>
		answers.map((answer) => answer.get(member)).filter((row) => row !== undefined)
	);

	const [indicator] = list;
	const group = asked.group;
	return {
		rows,
		columns,
		next: left.length > size ? markOf(members.at(-1) ?? '') : undefined,
		meta:
			group && indicator
				? { grupo: await groupMeta(db, { viewer, group, indicator, period }) }
				: {},
		invented: rows.some((row) => 'demostracion' in row)
	};
}

async function stored(
	db: Kysely<Database>,
	options: {
		viewer: Viewer;
		indicator?: string;
		dimension?: string;
		period?: Period;
		members?: readonly string[];
		limit: number;
		mark?: string[];
	}
): Promise<Answer> {
	const [indicator = '', dimension = '', period = '', municipality = ''] = options.mark ?? [];
	const found = await pageOfValues(db, {
		...options,
		limit: options.limit + 1,
		after: options.mark && [indicator, dimension, period, municipality]
	}).execute();
	const page = found.slice(0, options.limit);
	const last = page.at(-1);

	return {
		rows: page.map(valueRow),
		columns,
		next:
			found.length > options.limit && last
				? markOf(last.indicator, last.dimension, last.period, last.municipality)
				: undefined,
		invented: page.some((row) => isInvented(row.municipality))
	};
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

type Value = {
	indicator: string;
	dimension: string;
	period: Period;
	municipality: string;
	value: number | null;
	numerator: number | null;
	denominator: number | null;
	state: string;
	flags: readonly string[];
	provisional: boolean;
	method: number | null;
};

function valueRow(row: Value): JsonRow {
	return {
		indicador: row.indicator,
		dimension: row.dimension || null,
		periodo: row.period,
		municipio: row.municipality,
		valor: row.value,
		numerador: row.numerator,
		denominador: row.denominator,
		estado: row.state,
		avisos: [...row.flags, ...(row.provisional ? ['provisional'] : [])],
		metodo: row.method,
		...(isInvented(row.municipality) ? { demostracion: true } : {})
	};
}
