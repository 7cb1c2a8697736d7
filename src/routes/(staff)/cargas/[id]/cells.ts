import type { Column } from '#lib/datasets/types.ts';
import type { Blank, CellValue } from '#lib/domain/record.ts';
import { quarterName, isQuarter } from '#lib/domain/quarter.ts';
import { shortDate } from '#lib/words/date.ts';
import { number } from '#lib/words/number.ts';

const blankWords: Readonly<Record<Blank, string>> = {
	vacio: 'Sin dato',
	no_aplica: 'No aplica',
	pendiente: 'Pendiente',
	nada: 'Nada que informar'
};

/** Names of municipalities by ubigeo. */
export type Names = ReadonlyMap<string, string>;

/** A typed cell as people read it: `1,234.5`, `III trimestre 2025`, `Ilo (180301)`, `Sin dato`. */
export function cellWords(
	column: Column,
	value: CellValue,
	{ blank, names }: { blank?: Blank; names: Names }
): string {
	if (value === null) return blankWords[blank ?? 'vacio'];
	if (column.type === 'flag') return value === true || value === 1 ? 'Sí' : 'No';
	if (typeof value === 'number' && column.type !== 'year') return number(value, decimalsOf(value));

	const text = String(value);
	const name = column.type === 'municipality' ? names.get(text) : undefined;
	if (name) return `${name} (${text})`;
	if (column.type === 'code') return column.codes?.[text] ?? text;
	if (column.type === 'date') return shortDate(text);
	return isQuarter(text) ? quarterName(text) : text;
}

/** Whether the column's cells are aligned as figures. */
export function isFigure({ type }: Column): boolean {
	return type === 'count' || type === 'decimal' || type === 'percent';
}

/** As many decimals as the figure has, up to six. */
export function decimalsOf(value: number): number {
	const [, decimals = ''] = String(value).split('.');
	return decimals.includes('e') ? 6 : Math.min(decimals.length, 6);
}
