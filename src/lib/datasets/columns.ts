import { scopes } from '../domain/codes.ts';
import type { Column } from './types.ts';

/** Columns that several datasets have, in the same words. */

/** Ways of writing `PEN` and `USD`: as people and as the bank's tables do. */
export const currencySynonyms = {
	us: 'USD',
	dolar: 'USD',
	'dolar americano': 'USD',
	'dolares americanos': 'USD',
	s: 'PEN',
	sol: 'PEN',
	'nuevo sol': 'PEN',
	'nuevos soles': 'PEN'
} as const;

/** Headings under which the ubigeo arrives, where `código` may mean something else. */
export const ubigeoAliases = [
	'código ubigeo',
	'cod ubigeo',
	'ubigeo inei',
	'código inei',
	'ubigeo del municipio',
	'código del municipio',
	'código de municipalidad'
];

export const municipality: Column = {
	label: 'Ubigeo',
	type: 'municipality',
	key: true,
	description:
		'Código INEI de seis dígitos de la municipalidad, con sus ceros a la izquierda. No es el código de RENIEC.',
	aliases: ['código', 'cod', ...ubigeoAliases],
	example: '180301'
};

export const scope: Column = {
	label: 'Ámbito de los datos',
	type: 'code',
	codes: scopes,
	key: true,
	description: 'Territorio que describen las cifras de la fila: el distrito o toda la provincia.',
	aliases: ['ámbito', 'ámbito del dato', 'territorio', 'nivel territorial'],
	synonyms: { distrital: 'distrito', provincial: 'provincia' },
	example: 'provincia'
};

export const quarter: Column = {
	label: 'Trimestre',
	type: 'quarter',
	key: true,
	description: 'Trimestre que se informa: el año, un guion y T1, T2, T3 o T4.',
	aliases: ['trim', 'trimestre informado', 'período trimestral', 'periodo informado'],
	example: '2025-T3'
};

export const year: Column = {
	label: 'Año',
	type: 'year',
	key: true,
	min: 1940,
	max: 2100,
	description: 'Año al que se refieren las cifras.',
	aliases: ['año del dato', 'año de referencia', 'ejercicio'],
	example: '1993'
};

export const source: Column = {
	label: 'Fuente',
	type: 'text',
	description: 'De dónde sale el dato: documento, entidad o registro. Puede quedar vacía.',
	aliases: ['fuente del dato', 'fuente de información'],
	example: 'CEPAL/GTZ 2000, II.3'
};

export const verified: Column = {
	label: 'Verificado',
	type: 'flag',
	description: '1 si alguien comprobó el dato en su fuente; 0 si no. Puede quedar vacía.',
	aliases: ['dato verificado', 'comprobado'],
	example: '1'
};
