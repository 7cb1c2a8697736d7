import { indicators } from '#lib/indicators/index.ts';
import { directionWords, familyNames, frequencyWords } from '#lib/words/indicator-terms.ts';
import type { PageServerLoad } from './$types.js';

/** What is measured, and how? */
export const load: PageServerLoad = () => ({
	families: Object.entries(familyNames).map(([family, name]) => ({
		name,
		indicators: indicators
			.filter((indicator) => indicator.family === family)
			.map(({ id, slug, title, question, formula, unit, direction, frequency, measures }) => ({
				id,
				slug,
				title,
				question,
				formula,
				unit,
				direction: directionWords[direction],
				frequency: frequencyWords[frequency],
				measures: measures.length
			}))
	}))
});
