import type { Figure } from '#lib/charts/drawing.ts';
import { fewestToRank } from '#lib/comparison/rank.ts';
import { median } from '#lib/comparison/summary.ts';
import { periodName, type Period } from '#lib/domain/period.ts';
import { addQuarters, isQuarter, type Quarter } from '#lib/domain/quarter.ts';
import { findIndicator } from '#lib/indicators/index.ts';
import { database } from '#lib/server/database.ts';
import { networkSeries } from '#lib/server/queries/values.ts';
import { baselineOf } from '#lib/server/views/baseline.ts';
import { seriesFigure, untilQuarter } from '#lib/server/views/series-figure.ts';
import { indexChangeWords } from '#lib/words/change.ts';
import { theGroup } from '#lib/words/group.ts';
import { number } from '#lib/words/number.ts';
import { valueAddress } from '#lib/words/origin.ts';
import { since } from '#lib/words/since.ts';
import { csvAddress } from '#lib/words/address.ts';
import type { Asked } from './profile.ts';

/** The index of a municipality since the baseline of its group, beside the group's median. */
export async function indexFigure(
	{ viewer, place, choice, series }: Asked,
	{ quarter, asOf }: { quarter: Quarter; asOf: string | null }
): Promise<(Figure & { note: string }) | null> {
	const indicator = findIndicator('IDX02');
	if (!indicator || !choice) return null;

	const { members, name: groupName } = choice.group;
	const base = await baselineOf(database(), { viewer, members, quarter });
	const from = base ?? addQuarters(quarter, -12);
	const sent = series.filter(
		({ indicator: id, dimension, period }) =>
			id === 'IDX02' && dimension === '' && isQuarter(period) && period >= from && period <= quarter
	);
	const points = untilQuarter(sent, quarter);
	const known = points.filter(({ value }) => value !== null);
	const [first, last] = [known[0], known.at(-1)];
	if (!first || !last || first.value === null || last.value === null || first === last) return null;

	const late = last.period === quarter ? '' : ` en el ${periodName(last.period)}`;
	const headline = `Índice IDEL de ${place.name}: ${number(last.value, 1)} de 100${late}; ${indexChangeWords(last.value - first.value)} ${since(first.period)}`;
	const drawn = seriesFigure({
		id: 'indice',
		title: headline,
		points,
		medians: await mediansOf({ viewer, members, from, quarter }),
		baseline: base,
		decimals: 1,
		origins: [place.ubigeo, choice.group.id].map(
			(of) => (period: Period) => valueAddress({ slug: indicator.slug, of, period })
		),
		columns: [place.name, 'Mediana']
	});

	return (
		drawn && {
			id: 'indice',
			headline,
			subtitle: `Índice IDEL (de 100), por trimestre; línea cortada: mediana de ${theGroup(groupName)}`,
			drawing: drawn.drawing,
			table: drawn.table,
			source: {
				source: indicator.source,
				asOf,
				count: `${known.length} de ${drawn.table.rows.length} trimestres con dato`,
				definition: `/indicadores/${indicator.slug}#definicion`,
				csv: csvAddress('valores', { indicador: 'IDX02', municipio: place.ubigeo })
			},
			note: `${place.fictional ? 'Cifras inventadas. ' : ''}Marcas huecas: cifras provisionales.${drawn.startsAtZero ? '' : ' La escala no empieza en cero.'}`
		}
	);
}

type Of = {
	viewer: Asked['viewer'];
	members: readonly string[];
	from: Quarter;
	quarter: Quarter;
};

// Complete values only, and no median of fewer than may be compared.
async function mediansOf({ viewer, members, from, quarter }: Of) {
	const rows = await networkSeries(database(), {
		viewer,
		indicator: 'IDX02',
		members,
		from,
		to: quarter
	}).execute();
	const values = new Map<string, number[]>();
	for (const { period, value, state } of rows)
		if (value !== null && state === 'ok')
			values.set(period, [...(values.get(period) ?? []), value]);
	return new Map(
		[...values].map(([period, list]) => [period, list.length < fewestToRank ? null : median(list)])
	);
}
