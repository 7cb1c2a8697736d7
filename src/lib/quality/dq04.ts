import type { ReaderRule } from './reader.ts';

/** A count is whole. The reader hands the figure on (55.9), so that DQ05 can name it. */
export const DQ04: ReaderRule = {
	id: 'DQ04',
	severity: 'error',
	says: 'Una cantidad es un número entero, sin decimales.',
	codes: ['DQ04']
};
