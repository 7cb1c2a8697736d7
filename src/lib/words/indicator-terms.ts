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

/** How the value of a group follows from its members. */
export const groupRuleWords: Readonly<Record<GroupRule, string>> = {
	'ratio-of-sums':
		'se suman numeradores y denominadores de las que informaron, y después se divide',
	sum: 'se suman los valores de las que informaron',
	median: 'se toma la municipalidad del medio',
	weighted: 'se promedia según el número de microempresas',
	pooled: 'se juntan las cantidades de todas y se calcula una sola vez',
	none: 'no se calcula'
};

/** How often there is a figure. */
export const frequencyWords = { year: 'Una vez al año', quarter: 'Cada trimestre' } as const;
