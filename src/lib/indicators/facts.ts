import { isPeriod, type Period } from '../domain/period.ts';
import type { Fact } from '../domain/record.ts';
import type { MunicipalityFacts } from './types.ts';

/** The facts of one municipality laid out for the formulas. */
export type Facts = {
	readonly about: MunicipalityFacts;
	/** Facts of a dataset at a period. */
	readonly at: (dataset: string, period: Period) => readonly Fact[];
	/** Periods with any fact of a dataset, oldest first. */
	readonly periods: (dataset: string) => readonly Period[];
};

/** Datasets whose rows describe a territory: those of another one than the municipality's are left out. */
const territorial: readonly string[] = ['contexto', 'microempresas'];

/** Lays out facts by dataset and period. */
export function indexFacts(about: MunicipalityFacts): Facts {
	const datasets = new Map<string, Map<Period, Fact[]>>();

	for (const fact of [...about.facts, ...about.national]) {
		if (fact.period === null || !isPeriod(fact.period)) continue;
		const foreign =
			territorial.includes(fact.dataset) && fact.cells['ambito_datos'] !== about.scope;
		if (foreign) continue;

		const periods = datasets.get(fact.dataset) ?? new Map<Period, Fact[]>();
		const same = periods.get(fact.period);
		if (same) same.push(fact);
		else periods.set(fact.period, [fact]);
		datasets.set(fact.dataset, periods);
	}

	const sorted = new Map([...datasets].map(([id, periods]) => [id, [...periods.keys()].sort()]));
	return {
		about,
		at: (dataset, period) => datasets.get(dataset)?.get(period) ?? [],
		periods: (dataset) => sorted.get(dataset) ?? []
	};
}
