import type { Kysely } from 'kysely';
import { findIndicator, indicators } from '#lib/indicators/index.ts';
import type { Indicator } from '#lib/indicators/types.ts';
import type { Period } from '#lib/domain/period.ts';
import { isInvented } from '#lib/domain/ubigeo.ts';
import type { Database } from '#lib/server/db/schema.ts';
import { pageOfValues } from '#lib/server/queries/values.ts';
import { Refusal } from '#lib/server/submissions/refusal.ts';
import type { Viewer } from '#lib/server/visibility.ts';
import type { Answer, Resource } from './answer.ts';
import { everyMeasure } from './every-measure.ts';
import { membersAsked } from './members.ts';
import { markOf, readLimit, readMark, readPeriod } from './parameters.ts';
import { valueColumns, valueRow } from './value-row.ts';

/**
 * Indicator values. Asked for a place (or a group) and a period, every measure that is declared
 * answers for everybody, with null and a reason where there is no figure; otherwise what is stored.
 */
export const valores: Resource = {
	parameters: ['indicador', 'dimension', 'periodo', 'municipio', 'grupo', 'limite', 'siguiente'],

	read: async (db, { viewer, parameters, site }) => {
		const id = parameters.get('indicador');
		const indicator = id === undefined ? undefined : findIndicator(id);
		if (id !== undefined && !indicator) {
			throw new Refusal('No existe ese indicador. Vea /api/v1/indicadores.', 404);
		}

		const dimension = parameters.get('dimension');
		const list = indicator ? [indicator] : indicators;
		if (dimension !== undefined && !list.some((each) => declares(each, dimension))) {
			throw new Refusal('No existe esa dimensión. Vea las medidas en /api/v1/indicadores.', 404);
		}

		const period = readPeriod(parameters);
		const limit = readLimit(parameters);
		const asked = await membersAsked(db, { viewer, parameters, period });
		const complete = asked && period && (indicator || !asked.group);

		return complete
			? everyMeasure(db, {
					viewer,
					site,
					asked,
					period,
					dimension,
					limit,
					mark: readMark(parameters, 3),
					list
				})
			: stored(db, {
					viewer,
					site,
					indicator: indicator?.id,
					dimension,
					period,
					members: asked?.members,
					limit,
					mark: readMark(parameters, 4)
				});
	}
};

function declares({ measures }: Indicator, dimension: string): boolean {
	return measures.some((measure) => measure.dimension === dimension);
}

async function stored(
	db: Kysely<Database>,
	options: {
		viewer: Viewer;
		site: string;
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
		rows: page.map((row) => valueRow(row, options.site)),
		columns: valueColumns,
		next:
			found.length > options.limit && last
				? markOf(last.indicator, last.dimension, last.period, last.municipality)
				: undefined,
		invented: page.some((row) => isInvented(row.municipality))
	};
}
