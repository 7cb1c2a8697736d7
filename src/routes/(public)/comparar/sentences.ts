import { periodName, type Period } from '#lib/domain/period.ts';
import { isQuarter } from '#lib/domain/quarter.ts';
import type { Flag, State } from '#lib/indicators/types.ts';
import { names, sentence } from '#lib/words/list.ts';
import { number, withUnit } from '#lib/words/number.ts';
import { missingWords } from '#lib/words/state.ts';
import type { Chosen } from './chosen.ts';
import { gapOf, type Difference, type Gap } from './differences.ts';
import type { FigureAt } from './figure-at.ts';
import type { Compared } from './measures.ts';

/** Why there is no figure: `No informó`. */
export function reason(state: State, flags: readonly Flag[] = []): string {
	return missingWords({ state, flags });
}

/** A figure in a table of one indicator, or in words why there is none. */
export function cellText(
	{ value, state }: Pick<FigureAt, 'value' | 'state'>,
	{ decimals }: Pick<Compared, 'decimals'>
): string {
	if (value === null) return `Sin dato: ${reason(state).toLowerCase()}`;
	return `${number(value, decimals)}${state === 'parcial' ? ' (parcial)' : ''}`;
}

/** What everybody has: `Índice IDEL: Ilo 52.1 y Nauta 40.3; sin dato de Ate.` In the order of the address. */
export function figureHeadline(
	compared: Compared,
	chosen: readonly Chosen[],
	figures: readonly FigureAt[],
	year: number
): string {
	const has = chosen.flatMap(({ name }, place) => {
		const figure = figures[place];
		if (!figure || figure.value === null) return [];
		const isOld =
			figure.period !== null && !isQuarter(figure.period) && Number(figure.period) !== year;
		return [`${name} ${short(figure.value, compared)}${isOld ? ` (${figure.period})` : ''}`];
	});
	const lacks = chosen.flatMap(({ name }, place) =>
		(figures[place]?.value ?? null) === null ? [name] : []
	);
	const silent = lacks.length === 0 ? '' : `; sin dato de ${names(lacks)}`;
	return `${compared.title}: ${names(has)}${silent}.`;
}

/** Of an indicator in parts, where the places are furthest apart. Without saying who is where. */
export function apartHeadline(
	title: string,
	measures: readonly Compared[],
	columns: readonly (readonly FigureAt[])[]
): string {
	const gaps = measures.flatMap((compared, index) => {
		const gap = gapOf(columns[index] ?? []);
		return gap ? [{ compared, gap }] : [];
	});
	const widest = gaps.toSorted((a, b) => sizeOf(b.gap) - sizeOf(a.gap))[0];
	if (!widest) return `${title}: solo una de las elegidas tiene datos completos.`;
	if (sizeOf(widest.gap) === 0) return `${title}: todas las que tienen dato están iguales.`;
	return `${title}: la mayor diferencia está en ${widest.compared.measure.label}, ${fromTo(widest.gap, widest.compared)}.`;
}

/** Unit and periods; of a line, whether its axis starts at zero. */
export function figureSubtitle(
	{ unit }: Compared,
	periods: readonly Period[],
	startsAtZero = true
): string {
	const first = periods[0];
	const last = periods.at(-1);
	const when =
		!first || !last
			? ''
			: first === last
				? sentence(periodName(first))
				: `De ${periodName(first)} a ${periodName(last)}`;
	return `Unidad: ${unit.replace(/\.$/, '')}. ${when}.${startsAtZero ? '' : ' El eje no empieza en cero.'}`;
}

/** What a reader must know of the figures: invented, all or some, and partial. */
export function figureNote(chosen: readonly Chosen[], figures: readonly FigureAt[]): string {
	const invented = chosen.filter(({ fictional }) => fictional).map(({ name }) => name);
	return [
		invented.length === 0
			? ''
			: invented.length === chosen.length
				? 'Cifras inventadas.'
				: `Cifras inventadas: ${names(invented)}.`,
		figures.some(({ state, value }) => state === 'parcial' && value !== null)
			? 'Parcial: falta una parte de los datos.'
			: ''
	]
		.filter(Boolean)
		.join(' ');
}

/** Where the places differ most, and how much of them can be compared at all. */
export function leadSentence(rows: readonly Difference[], when: string): string {
	const comparable = rows.filter(({ gap }) => gap !== null);
	if (comparable.length === 0) {
		return `${sentence(when)} no hay todavía ningún indicador que tengan al menos dos de ellas.`;
	}
	const widest = comparable
		.filter(({ gap }) => gap?.share)
		.toSorted((a, b) => (b.gap?.share ?? 0) - (a.gap?.share ?? 0))[0];
	const count = `Se pueden comparar ${comparable.length} de ${rows.length} cifras.`;
	if (!widest?.gap)
		return `${sentence(when)} no se diferencian en nada de lo que informaron. ${count}`;
	const { compared, gap } = widest;
	return `${sentence(when)}, donde más se diferencian es en «${compared.title}»: ${fromTo(gap, compared)}. ${count}`;
}

function sizeOf({ low, high }: Gap): number {
	return high - low;
}

// `de 0 a 1 instituciones`: the unit once, and in the plural; signs like % and S/ with each.
function fromTo({ low, high }: Gap, measured: Compared): string {
	return `de ${short(low, measured)} a ${withUnit(high, measured)}`;
}

// Percentages and money carry their unit; of the rest the subtitle tells it.
function short(value: number, { unit, decimals }: Compared): string {
	return unit.startsWith('%') || unit === 'S/' || unit === 'US$'
		? withUnit(value, { unit, decimals })
		: number(value, decimals);
}
