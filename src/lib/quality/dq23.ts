import type { ReaderRule } from './reader.ts';

/** Codes of municipalities exist, periods are written as such, and no key comes twice. */
export const DQ23: ReaderRule = {
	id: 'DQ23',
	severity: 'error',
	says: 'El ubigeo existe, el período se reconoce (2025-T3) y ninguna fila se repite.',
	codes: [
		'not-an-ubigeo',
		'unknown-municipality',
		'reniec-code',
		'not-a-quarter',
		'not-a-year',
		'duplicate-key'
	]
};
