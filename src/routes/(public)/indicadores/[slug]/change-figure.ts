import type { Figure, FigureSource } from '#lib/charts/drawing.ts';
import { addQuarters, yearOf } from '#lib/domain/quarter.ts';
import { periodName, type Period } from '#lib/domain/period.ts';
import { database } from '#lib/server/database.ts';
import { groupSeries } from '#lib/server/queries/group-series.ts';
import { seriesOf } from '#lib/server/queries/values.ts';
import type { Told } from '#lib/server/views/indicator-line.ts';
import { seriesFigure, untilQuarter } from '#lib/server/views/series-figure.ts';
import { changeWords } from '#lib/words/change.ts';
import { since } from '#lib/words/since.ts';
import { valueAddress } from '#lib/words/origin.ts';
import { withUnit } from '#lib/words/number.ts';
import type { Asked } from './standing.ts';

/** How the group (or the municipality that is looked at) changed since its baseline. */
export async function changeFigure(
	asked: Asked,
	{ told, source, base }: { told: Told; source: FigureSource; base: Period | null }
): Promise<(Figure & { note: string }) | null> {
	const { indicator, request, group, ownName } = asked;
	const all = request.municipality ? await ownPoints(asked) : await groupPoints(asked);
	const from = firstShown(asked, base);
	const sent = all.filter(({ period }) => period >= from);
	const points =
		indicator.frequency === 'quarter' ? untilQuarter(sent, asked.moment.quarter) : sent;
	const known = points.filter(({ value }) => value !== null);
	const newest = known.at(-1);
	if (!newest || newest.value === null) return null;

	const start = known.find(({ period }) => period === base) ?? known[0];
	const name = ownName ?? group.name;
	const change =
		start && start.value !== null && start !== newest ? newest.value - start.value : null;
	const isLate = indicator.frequency === 'quarter' && newest.period !== asked.moment.quarter;
	const figure = `${withUnit(newest.value, told)}${isLate ? ` en el ${periodName(newest.period)}` : ''}`;
	const headline =
		change === null || !start
			? `${name}: ${figure}`
			: `${name}: ${figure}; ${changeWords(change, told)} ${since(start.period)}`;
	const drawn = seriesFigure({
		id: 'cambio',
		title: headline,
		points,
		baseline: indicator.frequency === 'quarter' ? base : null,
		decimals: told.decimals,
		origins: [
			(period) =>
				valueAddress({
					slug: told.slug,
					of: request.municipality ?? group.id,
					period,
					measure: told.dimension
				})
		],
		columns: [told.unit, 'Mediana']
	});

	return (
		drawn && {
			id: 'cambio',
			headline,
			subtitle: `${told.title} (${told.unit}), ${name}`,
			drawing: drawn.drawing,
			table: drawn.table,
			source: {
				...source,
				count: `${known.length} de ${countedPeriods(drawn.table.rows.length, indicator.frequency)} con dato`
			},
			note: [
				...(known.some(({ provisional }) => provisional)
					? ['Marcas huecas: cifras provisionales.']
					: []),
				...(drawn.startsAtZero ? [] : ['La escala no empieza en cero.'])
			].join(' ')
		}
	);
}

function countedPeriods(count: number, frequency: 'year' | 'quarter'): string {
	const [one, many] = frequency === 'year' ? ['año', 'años'] : ['trimestre', 'trimestres'];
	return `${count} ${count === 1 ? one : many}`;
}

// Since the baseline of quarters; without one the last three years. Figures of a year go back ten.
function firstShown({ indicator, moment }: Asked, base: Period | null): string {
	if (indicator.frequency === 'year') return String(yearOf(moment.quarter) - 10);
	return base ?? addQuarters(moment.quarter, -12);
}

async function groupPoints({ viewer, indicator, request, group, moment }: Asked) {
	const series = await groupSeries(database(), {
		viewer,
		indicator,
		measure: request.measure,
		members: group.members,
		to: moment.quarter
	});
	return series.map(({ period, value }) => ({ period, value, provisional: true }));
}

async function ownPoints({ viewer, indicator, request, moment }: Asked) {
	const series = await seriesOf(database(), {
		viewer,
		municipality: request.municipality ?? '',
		indicators: [indicator.id]
	}).execute();
	return series
		.filter(
			({ dimension, period }) => dimension === request.measure.dimension && period <= moment.quarter
		)
		.map(({ period, value, provisional }) => ({ period, value, provisional }));
}
