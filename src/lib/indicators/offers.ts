import { categoryOrder, serviceCategories, type ServiceCategory } from '../domain/codes.ts';
import { fold } from '../domain/names.ts';
import { isQuarter, type Quarter } from '../domain/quarter.ts';
import type { Fact } from '../domain/record.ts';
import type { Facts } from './facts.ts';
import { keep } from './keep.ts';
import { textIn } from './quantity.ts';

/** A service that somebody gives: one institution, one type of service. */
export type Offer = {
	readonly institution: string;
	readonly kind: string;
	/** `municipal`, `ong`, …; null when not told. */
	readonly institutionType: string | null;
	readonly fact: Fact;
};

/** What was reported of one category in one quarter, be it that there is no service. */
export type CategoryReport = {
	readonly rows: readonly Fact[];
	readonly active: readonly Fact[];
	/** Distinct institution and service of the active rows. */
	readonly offers: ReadonlyMap<string, Offer>;
};

export type QuarterReport = ReadonlyMap<ServiceCategory, CategoryReport>;

/** Label and code of each category, in the order in which they are shown. */
export const categories = categoryOrder.map((code) => ({ code, label: serviceCategories[code] }));

/** Quarters with any row of services. */
export function serviceQuarters(facts: Facts): Quarter[] {
	return facts.periods('servicios').filter(isQuarter);
}

/** What was reported of each category in a quarter. A category without rows is not in it. */
export const reportOf = keep((facts, quarter): QuarterReport =>
	buildReport(facts.at('servicios', quarter))
);

function buildReport(facts: readonly Fact[]): QuarterReport {
	const found = new Map<ServiceCategory, CategoryReport>();
	for (const category of categoryOrder) {
		const rows = facts.filter((fact) => textIn(fact, 'categoria') === category);
		if (rows.length === 0) continue;
		const active = rows.filter((fact) => textIn(fact, 'estado') === 'activo');
		found.set(category, { rows, active, offers: offersOf(active) });
	}
	return found;
}

function offersOf(active: readonly Fact[]): Map<string, Offer> {
	const offers = new Map<string, Offer>();
	for (const fact of active) {
		// «SENATI» in one quarter is «Senati» in the next.
		const institution = fold(textIn(fact, 'institucion') ?? '');
		const kind = textIn(fact, 'tipo_servicio') ?? '';
		const key = `${institution}|${kind}`;
		if (!offers.has(key))
			offers.set(key, {
				institution,
				kind,
				institutionType: textIn(fact, 'tipo_institucion'),
				fact
			});
	}
	return offers;
}

/** Distinct types of service; `otro` counts as an offer and not as a type. */
export function typesIn({ offers }: CategoryReport): number {
	const kinds = [...offers.values()].map(({ kind }) => kind).filter((kind) => kind !== 'otro');
	return new Set(kinds).size;
}

/** Distinct institutions. */
export function institutionsIn({ offers }: CategoryReport): number {
	return new Set([...offers.values()].map(({ institution }) => institution)).size;
}
