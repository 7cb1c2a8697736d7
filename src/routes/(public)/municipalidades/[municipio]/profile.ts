import { categoryOrder, type ServiceCategory } from '#lib/domain/codes.ts';
import { periodYear } from '#lib/domain/period.ts';
import { addQuarters, isQuarter, quarterName, type Quarter } from '#lib/domain/quarter.ts';
import { indicators } from '#lib/indicators/index.ts';
import { database } from '#lib/server/database.ts';
import { dataDate } from '#lib/server/queries/data-date.ts';
import type { Choice } from '#lib/server/views/choice.ts';
import { figuresAt, type StoredFigure } from '#lib/server/views/figures-at.ts';
import type { Viewer } from '#lib/server/visibility.ts';
import {
	indexOfOne,
	lastReportSentence,
	offerSentence,
	type Offer
} from '#lib/words/municipality.ts';
import { valueAddress } from '#lib/words/origin.ts';
import { csvAddress } from '#lib/words/address.ts';
import { everyFigure } from './every-figure.ts';
import { indexFigure } from './index-figure.ts';
import { placeLines } from './place-lines.ts';

export type Asked = {
	viewer: Viewer;
	place: { ubigeo: string; name: string; fictional: boolean };
	choice: Choice | undefined;
	series: readonly StoredFigure[];
};

/** Looks up a figure at the quarter shown. */
export type Lookup = ReturnType<typeof figuresAt>;

/** Everything the page of a municipality shows at one quarter. */
export async function profileOf(asked: Asked) {
	const { place, choice, series } = asked;
	const quarter = choice?.quarter ?? newestQuarter(series);
	const at = figuresAt(series, quarter ?? '1900-T1');
	const offer = offerOf(at);
	const hasIndex = at('IDX02').period !== null;
	const asOf = await dataDate(database());

	return {
		quarter,
		groups: choice?.groups ?? [],
		group: choice ? { id: choice.group.id, name: choice.group.name } : null,
		periods: (choice?.quarters ?? []).map((id) => ({ id, name: quarterName(id) })),
		sentences: [
			lastReportSentence({ name: place.name, quarter, last: lastReport(series, quarter) }),
			...(Object.values(offer).some((value) => value !== null) ? [offerSentence(offer)] : []),
			...(hasIndex && quarter ? [indexWords(at, quarter)] : [])
		],
		provisional: series.some(({ provisional }) => provisional),
		offer,
		lines: quarter ? await placeLines(asked, { at, quarter }) : [],
		index: quarter ? await indexFigure(asked, { quarter, asOf }) : null,
		shares: {
			sectors: sharesOf(at, 'MIC03', place.ubigeo),
			activities: sharesOf(at, 'UMP06', place.ubigeo)
		},
		sources: {
			sectors: sourceOf('MIC03', place.ubigeo),
			activities: sourceOf('UMP06', place.ubigeo),
			funds: sourceOf('FON01', place.ubigeo)
		},
		asOf,
		participants: { activities: at('UMP05'), people: at('UMP05', 'participantes') },
		every: everyFigure(at)
	};
}

// A municipality in no group with quarters still has structural figures, shown at their newest year.
function newestQuarter(series: readonly StoredFigure[]): Quarter | null {
	const years = series.map(({ period }) => periodYear(period));
	return years.length === 0 ? null : `${Math.max(...years)}-T4`;
}

function lastReport(series: readonly StoredFigure[], until: Quarter | null): Quarter | null {
	const quarters = series
		// What is still to come is no report.
		.filter(({ state }) => state !== 'no_reporto')
		.map(({ period }) => period)
		.filter(isQuarter)
		.filter((quarter) => until === null || quarter <= until)
		.sort();
	return quarters.at(-1) ?? null;
}

function offerOf(at: Lookup): Offer {
	const value = (category: ServiceCategory) => {
		const found = at('SRV01', category).value;
		return found === null ? null : found > 0 ? 1 : 0;
	};
	return {
		FIN: value('FIN'),
		TEC: value('TEC'),
		MER: value('MER'),
		CAP: value('CAP'),
		ASI: value('ASI')
	};
}

// Against the year before, else against the quarter before.
function indexWords(at: Lookup, quarter: Quarter): string {
	const { value, state } = at('IDX02');
	const year = at('IDX03').value;
	const suffix = year === null ? '' : '_anio';
	const contributions = Object.fromEntries(
		categoryOrder.map((category) => [
			category,
			at('IDX03', `contribucion${suffix} ${category}`).value ?? 0
		])
	);
	return indexOfOne({
		value,
		partial: state === 'parcial',
		change: year ?? at('IDX03', 'trimestre').value,
		since: addQuarters(quarter, year === null ? -1 : -4),
		contributions
	});
}

/** Where the figures of an indicator come from, and where to get those of one municipality. */
function sourceOf(id: string, ubigeo: string) {
	const indicator = indicators.find((one) => one.id === id);
	return indicator
		? {
				source: indicator.source,
				definition: `/indicadores/${indicator.slug}#definicion`,
				csv: csvAddress('valores', { indicador: id, municipio: ubigeo })
			}
		: null;
}

/** The measures of an indicator of shares that have a figure, in the order declared. */
export function sharesOf(at: Lookup, id: string, ubigeo: string) {
	const indicator = indicators.find((one) => one.id === id);
	return (indicator?.measures ?? []).flatMap(({ dimension, label }) => {
		const { value, period } = at(id, dimension);
		if (value === null || period === null || !indicator) return [];
		const origin = valueAddress({ slug: indicator.slug, of: ubigeo, period, measure: dimension });
		return [{ label, value, period, origin }];
	});
}
