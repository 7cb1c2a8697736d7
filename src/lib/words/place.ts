import { fewestForQuartiles, fewestToRank, standings } from '#lib/comparison/rank.ts';
import { median } from '#lib/comparison/summary.ts';
import type { Direction, State } from '#lib/indicators/types.ts';

/** Where a municipality stands in its group; the reader is told why when nothing can be said. */
export type Place = {
	readonly word: 'Por encima' | 'Similar' | 'Por debajo' | null;
	/** `favorable` and `desfavorable` colour the word; null for a neutral indicator and for «Similar». */
	readonly judgement: 'favorable' | 'desfavorable' | null;
	readonly note: string;
};

type Standing = { readonly value: number | null; readonly state: State };

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
	if (values.length < fewestToRank) return nothing('Muy pocas con dato para comparar');
	if (direction === 'neutral' || values.length < fewestForQuartiles) return nothing('');

	const middle = median(values) ?? own.value;
	if (own.value > middle && inFirstQuarter(own.value, values, 'higher')) {
		return {
			word: 'Por encima',
			judgement: direction === 'higher' ? 'favorable' : 'desfavorable',
			note: ''
		};
	}
	if (own.value < middle && inFirstQuarter(own.value, values, 'lower')) {
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

function inFirstQuarter(
	own: number,
	values: readonly number[],
	direction: 'higher' | 'lower'
): boolean {
	const ranked = standings(
		values.map((value) => ({ key: '', value, complete: true })),
		direction
	);
	return ranked[values.indexOf(own)]?.quartile === 1;
}

function nothing(note: string): Place {
	return { word: null, judgement: null, note };
}
