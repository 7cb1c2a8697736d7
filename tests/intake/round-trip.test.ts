import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { datasets } from '#lib/datasets/index.ts';
import type { Dataset } from '#lib/datasets/types.ts';
import type { CellValue } from '#lib/domain/record.ts';
import type { Place, Places } from '#lib/domain/place.ts';
import { checkFile, type Choices } from '#lib/intake/check.ts';
import { encode, places as few, today } from './given.ts';

/** Whatever was accepted, written out as CSV in any style and read again, gives the same records. */

const ilo = few.byUbigeo.get('180301') as Place;
const places: Places = {
	...few,
	byUbigeo: new Map([
		...few.byUbigeo,
		...datasets
			.flatMap(({ municipality, examples }) => examples.map((row) => row[municipality ?? ''] ?? ''))
			.filter((ubigeo) => /^\d{6}$/.test(ubigeo) && !few.byUbigeo.has(ubigeo))
			.map((ubigeo) => [ubigeo, { ...ilo, ubigeo, name: `Demo ${ubigeo}` }] as const)
	])
};

const words = [
	'Año',
	'Ñuñoa',
	'café',
	'Perú',
	'ámbito',
	'taller',
	'"cita"',
	'a;b',
	'x,y',
	'p|q',
	'línea\notra',
	'(S/ 5)',
	'100%',
	'=1+1',
	'-'
];
const text = fc
	.array(fc.constantFrom(...words), { minLength: 1, maxLength: 5 })
	.map((some) => `Nota ${some.join(' ')} fin`);

type Grid = { readonly names: readonly string[]; readonly rows: readonly (readonly CellValue[])[] };

/** Rows like the examples of a dataset, with other texts and figures. */
function gridOf(dataset: Dataset): fc.Arbitrary<Grid> {
	const names = Object.keys(dataset.columns);
	const cell = (name: string, typed: string): fc.Arbitrary<CellValue> => {
		const column = dataset.columns[name];
		if (!column) return fc.constant(typed);
		const kept = { weight: 3, arbitrary: fc.constant<CellValue>(typed) };
		const number = typed === '' ? undefined : Number(typed);
		switch (column.type) {
			case 'text':
				return column.key || typed === '' ? fc.constant(typed) : fc.oneof(kept, text);
			case 'count':
				return number === undefined
					? fc.constant(typed)
					: fc.oneof(
							{ weight: 3, arbitrary: fc.constant(number) },
							fc.integer({ min: 0, max: 2_000_000 })
						);
			case 'decimal':
			case 'percent':
				return number === undefined
					? fc.constant(typed)
					: fc.oneof(
							{ weight: 3, arbitrary: fc.constant(number) },
							fc.integer({ min: 0, max: 99_999 }).map((value) => value / 1000)
						);
			default:
				return fc.constant(typed);
		}
	};
	const row = (example: Readonly<Record<string, string>>) =>
		fc.tuple(...names.map((name) => cell(name, example[name] ?? '')));
	return fc.tuple(...dataset.examples.map(row)).map((rows) => ({ names, rows }));
}

const style = fc.record({
	encoding: fc.constantFrom('utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be', 'windows-1252'),
	delimiter: fc.constantFrom(',', ';', '\t', '|'),
	ends: fc.constantFrom('\n', '\r\n', '\r'),
	number: fc.constantFrom('point' as const, 'comma' as const),
	grouped: fc.boolean(),
	quoteAll: fc.boolean(),
	order: fc.infiniteStream(fc.nat())
});

type Style = {
	encoding: string;
	delimiter: string;
	ends: string;
	number: 'point' | 'comma';
	grouped: boolean;
	quoteAll: boolean;
	order: Iterator<number>;
};

const plain = {
	encoding: 'utf-8',
	delimiter: ',',
	ends: '\n',
	number: 'point',
	grouped: false,
	quoteAll: false
} as const;

function typed(value: CellValue, { number, grouped }: Pick<Style, 'number' | 'grouped'>): string {
	if (typeof value !== 'number') return String(value ?? '');
	const [whole = '', rest] = String(value).split('.');
	const [group, decimal] = number === 'point' ? [',', '.'] : ['.', ','];
	const start = grouped ? whole.replace(/\B(?=(\d{3})+$)/g, group) : whole;
	return rest === undefined ? start : `${start}${decimal}${rest}`;
}

function write(grid: Grid, how: Omit<Style, 'order'>, order: readonly number[]): Uint8Array {
	const quote = (cell: string) =>
		how.quoteAll || cell.includes(how.delimiter) || /["\n\r]/.test(cell)
			? `"${cell.replaceAll('"', '""')}"`
			: cell;
	const line = (cells: readonly string[]) =>
		order.map((index) => quote(cells[index] ?? '')).join(how.delimiter);
	const rows = grid.rows.map((cells) => line(cells.map((value) => typed(value, how))));
	return encode([line(grid.names), ...rows, ''].join(how.ends), how.encoding);
}

function read(bytes: Uint8Array, dataset: Dataset, number: 'point' | 'comma') {
	const names = Object.keys(dataset.columns);
	const choices: Choices = {
		dataset: dataset.id,
		numberStyles: Object.fromEntries(names.map((name) => [name, number]))
	};
	return checkFile(bytes, { datasets, places, today, choices });
}

describe('written in any style and read again', () => {
	test.each(datasets.map((dataset) => [dataset.id, dataset] as const))('%s', (_, dataset) => {
		let compared = 0;
		fc.assert(
			fc.property(gridOf(dataset), style, (grid, how) => {
				const declared = grid.names.map((_name, index) => index);
				const before = read(write(grid, plain, declared), dataset, 'point');
				if (before.verdict === 'rejected') return;

				const ranks = declared.map((index) => [how.order.next().value ?? 0, index] as const);
				const order = ranks.toSorted(([a], [b]) => a - b).map(([, index]) => index);
				const after = read(write(grid, how, order), dataset, how.number);
				expect(after.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
				expect(after.rows.map(({ cells }) => cells)).toEqual(before.rows.map(({ cells }) => cells));
				expect(after.rows.map(({ blanks }) => blanks)).toEqual(
					before.rows.map(({ blanks }) => blanks)
				);
				expect(after.rows.map(({ line }) => line)).toEqual(before.rows.map(({ line }) => line));
				// And they are what was meant, not twice the same mistake.
				for (const [index, { cells }] of after.rows.entries())
					grid.names.forEach((name, place) => {
						const meant = grid.rows[index]?.[place];
						if (typeof meant === 'number') expect(cells[name]).toBe(meant);
						if (typeof meant === 'string' && meant.startsWith('Nota '))
							expect(cells[name]).toBe(meant);
					});
				compared++;
			}),
			{ numRuns: 25 }
		);
		expect(compared).toBeGreaterThan(3);
	});
});
