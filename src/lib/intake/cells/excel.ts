import type { ExcelTrace } from '../findings/cells.ts';

const month =
	'(ene|feb|mar|abr|may|jun|jul|ago|set|sep|sept|oct|nov|dic|jan|apr|aug|dec|enero|febrero|marzo|abril|mayo|junio|julio|agosto|setiembre|septiembre|octubre|noviembre|diciembre)';

const traces: readonly (readonly [ExcelTrace, RegExp])[] = [
	['excel-hashes', /^#{2,}$/],
	[
		'excel-error',
		/^#\s?([¡!]?(div\/0|ref|valor|value|num|nulo|null|calc|spill|desbordamiento|campo|field)!|n\/?[ad]|[¿?]?(name|nombre)\?)$/i
	],
	['excel-scientific', /^[+-]?\d+([.,]\d+)?\s?e\s?[+-]?\d+$/i],
	['excel-logical', /^(verdadero|falso|true|false)$/i],
	[
		'excel-date',
		new RegExp(`^(\\d{1,2}[-/. ]${month}\\.?([-/. ]\\d{2,4})?|${month}\\.?[-/. ]\\d{1,4})$`, 'i')
	],
	['excel-formula', /^=/]
];

/** The part of Excel in what a cell holds: `####`, `#¡DIV/0!`, `1.2E+05`, `05-ene`. */
export function excelTrace(text: string): ExcelTrace | undefined {
	return traces.find(([, form]) => form.test(text))?.[0];
}
