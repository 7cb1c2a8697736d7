import { groupRule } from '#lib/indicators/measure.ts';
import type { Indicator, Measure } from '#lib/indicators/types.ts';
import { columnName } from '#lib/server/views/explanation.ts';
import {
	directionWords,
	familyNames,
	frequencyWords,
	groupWords
} from '#lib/words/indicator-terms.ts';

/** What an indicator means and how it is computed, in words, from its declaration. */
export function definitionOf(indicator: Indicator, measure: Measure) {
	return {
		id: indicator.id,
		question: indicator.question,
		family: familyNames[indicator.family],
		formula: measure.formula,
		note: indicator.note,
		unit: measure.unit ?? indicator.unit,
		direction: directionWords[measure.direction ?? indicator.direction],
		group: groupWords(groupRule(indicator, measure), indicator.family),
		frequency: frequencyWords[indicator.frequency],
		source: indicator.source,
		inputs: measure.inputs.map(({ label, column }) => {
			const [dataset = '', name = ''] = column.split('.');
			return { label, from: columnName(dataset, name), href: `/datos/conjuntos/${dataset}` };
		})
	};
}
