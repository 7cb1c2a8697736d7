import type { ReaderRule } from './reader.ts';

/** `13.467` among whole figures: its point parts thousands. Read so, and told. */
export const DQ22: ReaderRule = {
	id: 'DQ22',
	severity: 'warning',
	says: 'Un punto o una coma de miles no se toma por decimal: 13.467 entre enteros es 13,467.',
	codes: ['grouped-number', 'doubtful-decimals']
};
