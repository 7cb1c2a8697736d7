import type { Dataset } from './types.ts';

/** Who fills a dataset and how often, for lists that are read by looking for oneself. */
export const fillers = {
	trimestre: 'La UMPE, cada trimestre',
	anio: 'La UMPE, una vez al año o cuando algo cambia',
	coordinacion: 'La coordinación de la red'
} as const;

export type Filler = keyof typeof fillers;

/** The datasets by who fills them, in the order of `fillers`; what nobody fills has no group. */
export function byFiller<Some extends Pick<Dataset, 'filledBy'>>(
	datasets: readonly Some[]
): { filler: Filler; title: string; datasets: Some[] }[] {
	return (Object.keys(fillers) as Filler[])
		.map((filler) => ({
			filler,
			title: fillers[filler],
			datasets: datasets.filter((dataset) => fillerOf(dataset) === filler)
		}))
		.filter((group) => group.datasets.length > 0);
}

/** Told by the dataset's own words, so that a new one finds its place by itself. */
function fillerOf({ filledBy }: Pick<Dataset, 'filledBy'>): Filler {
	if (/coordinación/i.test(filledBy)) return 'coordinacion';
	return /cada trimestre/i.test(filledBy) ? 'trimestre' : 'anio';
}
