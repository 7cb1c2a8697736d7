import { fold } from '#lib/domain/names.ts';
import type { Finding } from '#lib/domain/finding.ts';
import { keyColumns, type Dataset } from '#lib/datasets/types.ts';
import { codeIn } from './cells/code.ts';
import { rowFindings } from './findings/rows.ts';
import { HeadingRows } from './heading-rows.ts';
import { neededColumns } from './headings.ts';
import type { Header } from './header.ts';
import { SumsAbove } from './sums-above.ts';
import type { RawRow } from './tokenize.ts';

type Given = {
	readonly dataset: Dataset;
	readonly header: Header;
	readonly headings: readonly string[];
	readonly headerLine: number;
};

/** A row that is not read and about which nothing is said: what is wrong was said above it. */
export const silent = 'silent';

/** Tells the rows that hold no data: the headings again, units below them, totals, notes, titles. */
export class NotData {
	readonly #given: Given;
	readonly #keyPlace: number | undefined;
	/** Where the names of the key stand. */
	readonly #namePlaces: readonly number[];
	readonly #sums: SumsAbove;
	/** Rows with headings, these or others: titles may stand just above. */
	readonly #again: ReadonlyMap<number, Finding>;
	/** Below the headings of another table. */
	#isOther = false;

	/** @param raw all the rows, or a part of them from the first on */
	constructor(given: Given, raw: readonly RawRow[]) {
		this.#given = given;
		this.#keyPlace = placeOfKey(given);
		const { dataset, header } = given;
		this.#namePlaces = keyColumns(dataset)
			.filter((name) => dataset.columns[name]?.type === 'text')
			.flatMap((name) => header.places.get(name) ?? []);
		this.#sums = new SumsAbove(given.dataset, given.header);
		const headingRows = new HeadingRows(given);
		this.#again = new Map(
			raw.flatMap((row) => {
				const finding = headingRows.find(row);
				return finding ? [[row.line, finding] as const] : [];
			})
		);
	}

	/** What a row is when it is no data; undefined when it is. Rows are asked about in their order. */
	find(row: RawRow): Finding | typeof silent | undefined {
		const again = this.#again.get(row.line);
		if (again) {
			this.#isOther = again.severity === 'error';
			return again;
		}
		if (this.#isOther) return silent;
		const finding = this.#find(row);
		if (!finding) this.#sums.add(row);
		return finding;
	}

	#find(row: RawRow): Finding | undefined {
		const { line, cells } = row;
		const { dataset, header } = this.#given;
		const first = cells.findIndex((cell) => cell.trim() !== '');
		const typed = (cells[first] ?? '').trim();
		const key = this.#keyPlace === undefined ? undefined : (cells[this.#keyPlace] ?? '').trim();

		const total = this.#totalOfKey(cells) ?? this.#totalOfPlaces(key ?? '', cells);
		if (total !== undefined) return rowFindings.totalRow(line, total);
		// A row with a code where its key should be is data, whatever else it says.
		if (/^["'=\s]*\d[\d.,]*["\s]*$/.test(key ?? '')) return undefined;

		const filled = cells.filter((cell) => cell.trim() !== '');
		if (this.#isUnits(row, filled, key)) return rowFindings.unitsRow(line);
		const name = [...header.places].find(([, place]) => place === first)?.[0];
		const column = name === undefined ? undefined : dataset.columns[name];
		const isCode = column?.type === 'code' && codeIn(column, typed) !== undefined;
		const labels = [...(isCode ? [] : [typed]), ...this.#names(cells)];
		const said = labels.find((text) => totals.test(fold(text.slice(0, 60))));
		if (said !== undefined) return rowFindings.totalRow(line, said);
		if (header.width > 2 && notes.test(typed)) return rowFindings.noteRow(line, typed);

		const isTitle =
			filled.length === 1 &&
			[...this.#again.keys()].some((other) => other > line && other - line <= 4);
		const isNote =
			filled.length === 1 && header.width > 2 && typed.length > 20 && key !== undefined;
		if (isNote || isTitle) return rowFindings.noteRow(line, typed);
		const sum = this.#sums.of(row);
		return sum === undefined ? undefined : rowFindings.totalRow(line, sum);
	}

	/** «TOTAL» where the name of a fund or an institution should be: the row adds up those above. */
	#totalOfKey(cells: readonly string[]): string | undefined {
		for (const place of this.#namePlaces) {
			const text = (cells[place] ?? '').trim();
			if (!noTotal.test(text) && onlyTotal.test(fold(text.slice(0, 60)))) return text;
		}
		return undefined;
	}

	/** The code of a province or a department, 180300 or 18, where it adds up its districts. */
	#totalOfPlaces(key: string, cells: readonly string[]): string | undefined {
		const { dataset } = this.#given;
		const column = dataset.columns[dataset.municipality ?? ''];
		if (column?.type !== 'municipality') return undefined;
		if (/^\d{4}00$/.test(key)) return [key, ...this.#names(cells)].join(' ');
		if (!/^\d{1,4}$/.test(key)) return undefined;
		return this.#names(cells).find((text) => totals.test(fold(text.slice(0, 60))));
	}

	/** The names of places that stand in a row. */
	#names(cells: readonly string[]): string[] {
		return [...this.#given.header.companions.values()]
			.map((place) => (cells[place] ?? '').trim())
			.filter((text) => text !== '');
	}

	/** Units or kinds below the headings: «N°», «S/», «(personas)», or words without a figure. */
	#isUnits({ line }: RawRow, filled: readonly string[], key = ''): boolean {
		const below = line - this.#given.headerLine;
		if (below > 3 || filled.length < 2) return false;
		const own = Object.values(this.#given.dataset.columns).map(({ unit }) => fold(unit ?? ''));
		const isUnit = (cell: string) => {
			const text = fold(cell.slice(0, 60));
			return text === '' || units.has(text) || own.includes(text);
		};
		if (filled.every(isUnit)) return true;
		return below === 1 && key === '' && !/\d/.test(filled.join(''));
	}
}

// The first letters that no word for a total has: names are told apart without folding them.
const noTotal = /^[a-fh-ru-zA-FH-RU-Z0-9]/;
const onlyTotal = /^(sub ?total(es)?|(gran )?total(es)?( general(es)?)?|suma( total)?)$/;
const totals =
	/^(sub ?total(es)?|(gran )?total(es)?|sumas?|suman|promedios?|media|acumulado|(provincia|departamento|region)( del?)? \p{L}+|peru|(total )?nacional)( |$)|\p{L} (sub ?)?total$/u;
const notes =
	/^(\(?\*+\)?|\(?\d\)|\d\/(?!\d)|fuentes?\b|notas?\b|elaboraci[oó]n|elaborado|leyenda|observaci[oó]n(es)?:|(s\.? ?[di]|n\.? ?[dai])\.?\s*[:=])/i;

/** What people write below a heading to say what it counts, folded. */
const units = new Set(
	'n,no,num,numero,cantidad,unidad,unidades,s,us,soles,dolares,personas,habitantes,hab,texto,codigo,fecha,entero,decimal,porcentaje,km2,aaaa,aaaa tn,6 digitos,si no,obligatorio,opcional'.split(
		','
	)
);

/** Where the first key column of the file stands; undefined when the file has none. */
function placeOfKey({ dataset, header }: Given): number | undefined {
	const names = [dataset.municipality, ...neededColumns(dataset)];
	return names
		.map((name) => (name === undefined ? undefined : header.places.get(name)))
		.find((place) => place !== undefined);
}
