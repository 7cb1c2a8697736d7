import { niceRange } from '#lib/charts/scale.ts';
import { isQuarter, quarterShortName, yearOf, type Quarter } from '#lib/domain/quarter.ts';
import { indicators } from '#lib/indicators/index.ts';
import type { Indicator } from '#lib/indicators/types.ts';
import { draw } from '#lib/server/draw.ts';
import { spanFor } from '#lib/server/queries/as-of.ts';
import type { Chosen } from './chosen.ts';
import { figureAt, type FigureAt } from './figure-at.ts';
import {
	assemble,
	cellOf,
	drawBars,
	nameOf,
	panelsOf,
	rowsOf,
	type NotedFigure
} from './figure-frame.ts';
import { comparedOf, hasHeadline, type Compared } from './measures.ts';
import { originOf } from './difference-table.ts';
import { multiples } from './multiples.ts';
import { periodsShown, pointsAt } from './periods.ts';
import { apartHeadline, figureHeadline, figureNote, figureSubtitle } from './sentences.ts';
import type { Shelf } from './stored.ts';

type Scene = {
	readonly chosen: readonly Chosen[];
	readonly shelf: Shelf;
	/** The quarter at which everything is compared. */
	readonly quarter: Quarter;
	readonly asOf: string | null;
};

/** One figure for each featured indicator of which somebody has a figure, in the order of themes. */
export function figuresOf(scene: Scene): NotedFigure[] {
	return indicators
		.filter(({ featured }) => featured)
		.flatMap((indicator) => {
			const noted = hasHeadline(indicator)
				? throughTime(indicator, scene)
				: byCategory(indicator, scene);
			return noted ? [noted] : [];
		});
}

/** Titles of the featured indicators of which nobody has a figure. */
export function silentTitles({ chosen, shelf, quarter }: Scene): string[] {
	return indicators
		.filter(({ featured }) => featured)
		.filter((indicator) =>
			comparedOf(indicator).every((compared) =>
				figuresAt(compared, { chosen, shelf, quarter }).every(({ value }) => value === null)
			)
		)
		.map(({ title }) => title);
}

/** What each place has of a measure at the quarter shown. */
export function figuresAt(
	{ id, dimension }: Compared,
	{ chosen, shelf, quarter }: Pick<Scene, 'chosen' | 'shelf' | 'quarter'>
): FigureAt[] {
	const indicator = indicators.find((one) => one.id === id);
	return chosen.map(({ ubigeo }) =>
		figureAt(shelf(ubigeo, id, dimension), spanFor(indicator, quarter))
	);
}

/** A headline through its periods: lines, or bars where there is a single period. */
function throughTime(indicator: Indicator, scene: Scene): NotedFigure | undefined {
	const [compared] = comparedOf(indicator);
	if (!compared) return undefined;
	const { chosen, shelf, quarter } = scene;
	const figures = figuresAt(compared, scene);
	if (figures.every(({ value }) => value === null)) return undefined;

	const series = chosen.map(({ ubigeo }) => shelf(ubigeo, indicator.id, compared.dimension));
	const periods = periodsShown(indicator, series, quarter);
	const points = series.map((stored) => pointsAt(stored, periods));
	const labels = periods.map((period) => (isQuarter(period) ? quarterShortName(period) : period));
	const range = niceRange(points.flat().map(({ value }) => value));
	const startsAtZero = range[0] <= 0 || periods.length === 1;
	const words = {
		headline: figureHeadline(compared, chosen, figures, yearOf(quarter)),
		subtitle: figureSubtitle(compared, periods, startsAtZero),
		note: figureNote(chosen, figures)
	};
	const table = {
		columns: ['Municipalidad', ...labels],
		rows: rowsOf(
			chosen,
			points.map((line, place) =>
				line.map((point, at) => ({
					...cellOf(point, compared),
					origin: originOf(
						{ ...point, period: periods[at] ?? null },
						compared,
						chosen[place]?.ubigeo
					)
				}))
			)
		)
	};
	const drawing =
		periods.length === 1
			? drawBars(compared, chosen, figures, nameOf(indicator, words))
			: draw(
					multiples,
					{
						form: 'line',
						labels,
						decimals: compared.decimals,
						range,
						everyMark: indicator.frequency === 'year',
						panels: panelsOf(chosen, points, figures)
					},
					nameOf(indicator, words)
				);

	return assemble(indicator, scene, { ...words, table, drawing, figures });
}

/** Services by category, businesses by sector: one set of bars for each place. */
function byCategory(indicator: Indicator, scene: Scene): NotedFigure | undefined {
	const { chosen } = scene;
	const measures = comparedOf(indicator);
	const columns = measures.map((compared) => figuresAt(compared, scene));
	const [first] = measures;
	if (!first || columns.flat().every(({ value }) => value === null)) return undefined;

	const points = chosen.map((_, place) => columns.flatMap((figures) => figures[place] ?? []));
	const periods = [
		...new Set(points.flat().flatMap(({ period, value }) => (value === null ? [] : (period ?? []))))
	].toSorted();
	const labels = measures.map(({ measure }) => measure.label);
	const best = points.map((line) => line.find(({ value }) => value !== null) ?? line[0]);
	const figures = best.filter((figure) => figure !== undefined);
	const words = {
		headline: apartHeadline(indicator.title, measures, columns),
		subtitle: figureSubtitle(first, periods),
		note: figureNote(chosen, points.flat())
	};
	const drawing = draw(
		multiples,
		{
			form: 'bar',
			labels,
			decimals: first.decimals,
			range: [0, niceRange([0, ...points.flat().map(({ value }) => value)])[1]],
			everyMark: false,
			panels: panelsOf(chosen, points, figures)
		},
		nameOf(indicator, words)
	);
	const table = {
		columns: ['Municipalidad', ...labels],
		rows: rowsOf(
			chosen,
			points.map((line, place) =>
				line.map((point, at) => ({
					...cellOf(point, first),
					origin: originOf(point, measures[at] ?? first, chosen[place]?.ubigeo)
				}))
			)
		)
	};

	return assemble(indicator, scene, { ...words, table, drawing, figures });
}
