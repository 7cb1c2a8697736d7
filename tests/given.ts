import { computeMunicipality } from '#lib/indicators/index.ts';
import type { CellValue, Fact } from '#lib/domain/record.ts';
import type { ComputedValue, MunicipalityFacts } from '#lib/indicators/types.ts';

/** Facts typed by hand, for tests of formulas. */

const periodColumns = ['periodo', 'anio'];

/** One accepted row of a dataset. Columns that are not given are blank. */
export function fact(
	dataset: string,
	cells: Record<string, CellValue>,
	blanks: Fact['blanks'] = {}
): Fact {
	const period = periodColumns.map((column) => cells[column]).find((value) => value !== undefined);
	return {
		dataset,
		municipality: '990001',
		period: period === undefined || period === null ? null : String(period),
		cells,
		blanks,
		provisional: true
	};
}

/** A table of rows: the first line names the columns, `-` is a blank, digits are numbers. */
export function rows(dataset: string, table: string): Fact[] {
	const [header = [], ...lines] = table
		.trim()
		.split('\n')
		.map((line) => line.trim().split(/\s*\|\s*/));
	return lines.map((line) =>
		fact(
			dataset,
			Object.fromEntries(header.map((name, index) => [name, typed(line[index] ?? '-')]))
		)
	);
}

function typed(text: string): CellValue {
	if (text === '-' || text === '') return null;
	return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}

/** Everything known of a municipality of a district, unless told otherwise. */
export function municipality(
	facts: readonly Fact[],
	more: Partial<MunicipalityFacts> = {}
): MunicipalityFacts {
	const national = facts.filter(({ dataset }) => dataset === 'tipo_cambio');
	return {
		municipality: '990001',
		areaKm2: null,
		scope: 'distrito',
		facts: facts.filter((each) => !national.includes(each)),
		national,
		baseFor: () => undefined,
		...more
	};
}

/** The value of one measure; undefined when it is left out. */
export function valueIn(
	data: MunicipalityFacts,
	indicator: string,
	period: string,
	dimension = ''
): ComputedValue | undefined {
	return computeMunicipality(data).find(
		(each) => each.indicator === indicator && each.period === period && each.dimension === dimension
	);
}
