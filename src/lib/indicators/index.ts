import * as activities from './actividades.ts';
import { UMP06 } from './actividades-structure.ts';
import * as context from './contexto.ts';
import { CTX04 } from './contexto-growth.ts';
import { CTX05, CTX06, CTX07, CTX08 } from './contexto-living.ts';
import { indexFacts } from './facts.ts';
import * as funds from './fondos.ts';
import { FON06 } from './fondos-loss.ts';
import { FON08 } from './fondos-waiting.ts';
import { FON03, FON04 } from './fondos-year.ts';
import { IDX01, IDX02 } from './idel.ts';
import { IDX03, IDX04 } from './idel-improvement.ts';
import * as businesses from './microempresas.ts';
import { MIC03, MIC04 } from './microempresas-sectors.ts';
import * as services from './servicios.ts';
import { SRV07, SRV08 } from './servicios-coverage.ts';
import { SRV05, SRV06 } from './servicios-use.ts';
import type { Period } from '../domain/period.ts';
import type { ComputedValue, Explanation, Indicator, MunicipalityFacts } from './types.ts';

export { groupValue } from './group.ts';

/** Every indicator, in the order in which lists show them. */
export const indicators: readonly Indicator[] = [
	context.CTX01,
	context.CTX02,
	context.CTX03,
	CTX04,
	CTX05,
	CTX06,
	CTX07,
	CTX08,
	context.CTX09,
	businesses.MIC01,
	businesses.MIC02,
	MIC03,
	MIC04,
	businesses.MIC05,
	businesses.MIC06,
	services.SRV01,
	services.SRV02,
	services.SRV03,
	services.SRV04,
	SRV05,
	SRV06,
	SRV07,
	SRV08,
	IDX01,
	IDX02,
	IDX03,
	IDX04,
	funds.FON01,
	funds.FON02,
	FON03,
	FON04,
	funds.FON05,
	FON06,
	funds.FON07,
	FON08,
	activities.UMP05,
	UMP06,
	activities.UMP07
];

const byId = new Map(indicators.map((indicator) => [indicator.id, indicator]));
const bySlug = new Map(indicators.map((indicator) => [indicator.slug, indicator]));

export function findIndicator(id: string): Indicator | undefined {
	return byId.get(id);
}

export function findIndicatorBySlug(slug: string): Indicator | undefined {
	return bySlug.get(slug);
}

/**
 * Every value of every period of one municipality. What was not reported at all is left out; what
 * cannot be computed is there, null, with its reason.
 */
export function computeMunicipality(
	data: MunicipalityFacts,
	list: readonly Indicator[] = indicators
): ComputedValue[] {
	const facts = indexFacts(data);
	return list.flatMap((indicator) => indicator.compute(facts));
}

/** One value taken apart: formula, inputs, and the rows they come from. */
export function explain(
	indicator: Indicator,
	dimension: string,
	data: MunicipalityFacts,
	period: Period
): Explanation | undefined {
	return indicator.explain(indexFacts(data), dimension, period);
}
