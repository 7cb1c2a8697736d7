import type { Finding } from '#lib/domain/finding.ts';
import type { Blank, CellValue } from '#lib/domain/record.ts';
import type { Column } from '#lib/datasets/types.ts';
import { listed, type Spot } from '../findings/words.ts';

/** What a cell was read as. */
export type Read = {
	readonly value: CellValue;
	/** It holds something, but not anything that could be read; another finding says why. */
	readonly unread?: true;
	readonly blank?: Blank;
	readonly finding?: Finding;
	/** The finding is told once for cells that share this text. */
	readonly once?: string;
};

/** A cell to read: what it holds without signs that nobody sees, and where it is. */
export type Cell = { readonly text: string; readonly spot: Spot; readonly column: Column };

const invisible = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/g;

/** Whether a cell holds something that could not be read: not the same as a blank. */
export function isUnread({ value, unread, finding }: Read): boolean {
	return unread === true || (value === null && finding?.severity === 'error');
}

/** The cell as a person sees it: trimmed, without invisible signs, quotes or the apostrophe of Excel. */
export function seen(raw: string): string {
	// Nearly every cell is of these letters only, and needs nothing.
	if (/^[\w.,-]*$/.test(raw)) return raw;
	const text = raw.replace(invisible, '').trim();
	const quoted = /^"([^"]*)"$/.exec(text);
	const inner = (quoted?.[1] ?? text).trim();
	return inner.startsWith("'") ? inner.slice(1).trim() : inner;
}

/** What each type of column expects, in words. */
export function expectedOf(column: Column): string {
	switch (column.type) {
		case 'count':
			return 'un número entero';
		case 'decimal':
			return 'un número con punto decimal';
		case 'percent':
			return 'un porcentaje de 0 a 100';
		case 'quarter':
			return 'un trimestre';
		case 'year':
			return 'un año con cuatro cifras';
		case 'date':
			return 'una fecha con día, mes y año';
		case 'flag':
			return '1 o 0';
		case 'ubigeo':
		case 'municipality':
			return 'el ubigeo de seis cifras';
		case 'code': {
			const codes = Object.keys(column.codes ?? {});
			return codes.length > 8 ? 'un valor de la lista' : listed(codes, 'o');
		}
		case 'text':
			return 'un texto';
	}
}

const examples: Readonly<Record<Column['type'], string>> = {
	count: '1250',
	decimal: '1250.5',
	percent: '45.7',
	quarter: '2025-T3',
	year: '1993',
	date: '30/09/2025',
	flag: '1',
	ubigeo: '180301',
	municipality: '180301',
	code: '',
	text: 'texto'
};

/** What may be written in a column, as an example. */
export function exampleOf(column: Column): string {
	return column.example ?? (examples[column.type] || (Object.keys(column.codes ?? {})[0] ?? ''));
}
