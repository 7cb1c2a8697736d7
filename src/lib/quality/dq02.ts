import { populationParts } from './parts.ts';

/** Men and women add up to the total, without tolerance. */
export const DQ02 = populationParts({
	id: 'DQ02',
	parts: ['poblacion_hombres', 'poblacion_mujeres'],
	names: ['Hombres', 'mujeres']
});
