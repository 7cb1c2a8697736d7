import { populationParts } from './parts.ts';

/** Urban and rural add up to the total, without tolerance: both come from one count. */
export const DQ01 = populationParts({
	id: 'DQ01',
	parts: ['poblacion_urbana', 'poblacion_rural'],
	names: ['Urbana', 'rural']
});
