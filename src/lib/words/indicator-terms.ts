import type { Direction, Family, GroupRule } from '#lib/indicators/types.ts';

/** How to read more or less of an indicator. */
export const directionWords: Readonly<Record<Direction, string>> = {
	higher: 'Más es mejor',
	lower: 'Menos es mejor',
	neutral: 'Describe; no se juzga'
};

/** The themes under which indicators stand, in the order in which lists show them. */
export const familyNames: Readonly<Record<Family, string>> = {
	IDX: 'Índice IDEL',
	SRV: 'Servicios para las empresas',
	FON: 'Fondos',
	UMP: 'Actividades de la UMPE',
	MIC: 'Microempresas',
	CTX: 'Contexto del distrito'
};

const groupRuleWords: Readonly<Record<Exclude<GroupRule, 'weighted'>, string>> = {
	'ratio-of-sums':
		'se suman numeradores y denominadores de las que informaron, y después se divide',
	sum: 'se suman los valores de las que informaron',
	median: 'se toma la municipalidad del medio',
	pooled: 'se juntan las cantidades de todas y se calcula una sola vez',
	none: 'no se calcula'
};

/** What a municipality weighs in a mean: context by its people, the rest by its microenterprises. */
export function weightWords(family: Family): string {
	return family === 'CTX' ? 'Población de 15 y más' : 'Microempresas';
}

/** How the value of a group follows from its members. */
export function groupWords(rule: GroupRule, family: Family): string {
	if (rule !== 'weighted') return groupRuleWords[rule];
	return family === 'CTX'
		? 'se promedia según la población de 15 y más años'
		: 'se promedia según el número de microempresas';
}

/** How often there is a figure. */
export const frequencyWords = { year: 'Una vez al año', quarter: 'Cada trimestre' } as const;
