import { fold } from '#lib/domain/names.ts';
import { cellFindings } from '../findings/cells.ts';
import type { Cell, Read } from './read.ts';

const words: ReadonlyMap<string, 0 | 1> = new Map([
	...['si', 's', 'x', 'verdadero', 'true'].map((word) => [word, 1] as const),
	...['si tiene', 'tiene', 'si hay', 'hay', 'si existe', 'existe'].map(
		(word) => [word, 1] as const
	),
	...['no', 'n', 'falso', 'false'].map((word) => [word, 0] as const),
	...['no tiene', 'no hay', 'no existe'].map((word) => [word, 0] as const),
	['1 0', 1] as const,
	['0 0', 0] as const
]);

/** Whether a text is a no in words, even one that elsewhere means that there is nothing to report. */
export function saysNo(text: string): boolean {
	return text.length <= 12 && words.get(fold(text)) === 0;
}

/** Reads 1 or 0, kept as a number; `sí`, `no`, `no tiene` and Excel's `VERDADERO` with a notice. */
export function readFlag({ text, spot }: Cell): Read {
	if (text === '1' || text === '0') return { value: Number(text) };
	const value = text.length > 12 ? undefined : words.get(fold(text));
	return value === undefined
		? { value: null, finding: cellFindings.notAFlag(spot) }
		: { value, finding: cellFindings.flagRead(spot, value), once: text };
}
