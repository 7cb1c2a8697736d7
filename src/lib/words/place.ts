import type { Direction, State } from '#lib/indicators/types.ts';

/** Where a municipality stands in its group; the reader is told why when nothing can be said. */
export type Place = {
	readonly word: 'Por encima' | 'Similar' | 'Por debajo' | null;
	/** `favorable` and `desfavorable` colour the word; null for a neutral indicator and for «Similar». */
	readonly judgement: 'favorable' | 'desfavorable' | null;
	readonly note: string;
};

type Standing = { readonly value: number | null; readonly state: State };

/** With fewer complete values than this nothing is compared; with fewer than eight no quarter is named. */
export const fewestToCompare = 5;
export const fewestForQuarters = 8;

/**
 * The place of `own` among the complete values of its group (its own included): above when it is in
 * the highest quarter, below when in the lowest, else similar. Ties share their place, and whoever
 * equals the median is «Similar», so that a group of equals has neither top nor bottom.
 */
export function placeInGroup(
	own: Standing,
	group: readonly Standing[],
	direction: Direction
): Place {
	const values = completeValues(group);
	if (own.value === null) return nothing('');
	if (own.state !== 'ok') return nothing('Dato parcial: no se compara');
	if (values.length < fewestToCompare) return nothing('Muy pocas con dato para comparar');
	if (direction === 'neutral' || values.length < fewestForQuarters) return nothing('');

	const value = own.value;
	const middle = median(values) ?? value;
	const above = values.filter((other) => other > value).length;
	const below = values.filter((other) => other < value).length;

	if (value > middle && 4 * (above + 1) <= values.length) {
		return {
			word: 'Por encima',
			judgement: direction === 'higher' ? 'favorable' : 'desfavorable',
			note: ''
		};
	}
	if (value < middle && 4 * (below + 1) <= values.length) {
		return {
			word: 'Por debajo',
			judgement: direction === 'higher' ? 'desfavorable' : 'favorable',
			note: ''
		};
	}
	return { word: 'Similar', judgement: null, note: '' };
}

/** Values that may be compared: neither missing nor partial. */
export function completeValues(group: readonly Standing[]): number[] {
	return group.flatMap(({ value, state }) => (value !== null && state === 'ok' ? [value] : []));
}

/** The middle value, or the mean of the two middle ones; null when there is none. */
export function median(values: readonly number[]): number | null {
	const sorted = [...values].sort((a, b) => a - b);
	const upper = sorted[sorted.length >> 1];
	if (upper === undefined) return null;
	const lower = sorted[(sorted.length - 1) >> 1] ?? upper;
	return (lower + upper) / 2;
}

function nothing(note: string): Place {
	return { word: null, judgement: null, note };
}
