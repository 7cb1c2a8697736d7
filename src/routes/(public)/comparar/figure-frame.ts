import { bars } from '#lib/charts/bars.ts';
import type { Drawing, Figure, FigureTable } from '#lib/charts/drawing.ts';
import type { Indicator } from '#lib/indicators/types.ts';
import { draw } from '#lib/server/draw.ts';
import { csvAddress } from '#lib/words/address.ts';
import type { Chosen } from './chosen.ts';
import type { FigureAt } from './figure-at.ts';
import type { Compared } from './measures.ts';
import type { Panel } from './multiples-layout.ts';
import { cellText, reason } from './sentences.ts';

/** A figure with what is said under its drawing. */
export type NotedFigure = { readonly figure: Figure; readonly note: string };

type Point = Pick<FigureAt, 'value' | 'state' | 'provisional'>;

/** One panel for each place, with why it is empty where it is. */
export function panelsOf(
	chosen: readonly Chosen[],
	points: readonly (readonly Point[])[],
	figures: readonly FigureAt[]
): Panel[] {
	return chosen.map(({ name, fictional }, place) => ({
		name,
		invented: fictional,
		points: (points[place] ?? []).map(({ value, provisional }) => ({ value, provisional })),
		silence: `Sin dato: ${reason(figures[place]?.state ?? 'no_reporto').toLowerCase()}`
	}));
}

/** Of a single period: one bar for each place that has a figure, in their order. */
export function drawBars(
	{ decimals }: Compared,
	chosen: readonly Chosen[],
	figures: readonly FigureAt[],
	name: { id: string; title: string }
): Drawing {
	const rows = chosen.flatMap((place, index) => {
		const figure = figures[index];
		return figure && figure.value !== null
			? [
					{
						name: place.fictional ? `${place.name} (inventada)` : place.name,
						value: figure.value,
						own: false,
						provisional: figure.provisional
					}
				]
			: [];
	});
	return draw(bars, { rows, median: null, decimals }, name);
}

/** The table under a figure: one row for each place. */
export function rowsOf(
	chosen: readonly Chosen[],
	cells: readonly FigureTable['rows'][number]['cells'][]
): FigureTable['rows'] {
	return chosen.map(({ name, href, fictional }, place) => ({
		label: fictional ? `${name} (cifras inventadas)` : name,
		href,
		cells: cells[place] ?? []
	}));
}

export function cellOf(point: Point, compared: Compared) {
	return { text: cellText(point, compared), missing: point.value === null };
}

/** Id and name of a drawing. */
export function nameOf(
	{ slug }: Indicator,
	{ headline, subtitle }: { headline: string; subtitle: string }
) {
	return { id: slug, title: `${headline} ${subtitle}` };
}

/** The frame: words, drawing, table, source and file. */
export function assemble(
	indicator: Indicator,
	{ chosen, asOf }: { chosen: readonly Chosen[]; asOf: string | null },
	parts: Pick<Figure, 'headline' | 'subtitle' | 'drawing' | 'table'> & {
		note: string;
		figures: readonly FigureAt[];
	}
): NotedFigure {
	const { note, figures, ...shown } = parts;
	const known = figures.filter(({ value }) => value !== null).length;
	const codes = chosen.map(({ ubigeo }) => ubigeo).join(',');
	return {
		note,
		figure: {
			id: indicator.slug,
			...shown,
			source: {
				source: indicator.source,
				asOf,
				count: `${known} de ${chosen.length} municipalidades con dato`,
				definition: `/indicadores/${indicator.slug}`,
				csv: csvAddress('valores', { indicador: indicator.id, municipio: codes })
			}
		}
	};
}
