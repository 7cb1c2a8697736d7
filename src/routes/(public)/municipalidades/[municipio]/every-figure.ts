import { indicators } from '#lib/indicators/index.ts';
import { familyNames } from '#lib/words/indicator-terms.ts';
import type { Lookup } from './profile.ts';

/** Every indicator with its measures at the quarter shown, theme by theme; silence is there too. */
export function everyFigure(at: Lookup) {
	return Object.entries(familyNames).map(([family, name]) => ({
		name,
		rows: indicators
			.filter((indicator) => indicator.family === family)
			.flatMap((indicator) => {
				const { id, slug, title, measures } = indicator;
				const told = measures
					// The headline of a change is the one against the year before, said once.
					.filter(({ dimension }) => !(id === 'IDX03' && dimension === 'anio'))
					.map((measure) => ({
						slug,
						measure: measure.dimension,
						title: measure.label ? `${title}: ${measure.label.toLowerCase()}` : title,
						unit: measure.unit ?? indicator.unit,
						decimals: measure.decimals ?? indicator.decimals,
						...at(id, measure.dimension)
					}));
				const known = told.filter(({ period }) => period !== null);
				return known.length > 0 ? known : told.slice(0, 1).map((row) => ({ ...row, title }));
			})
	}));
}
