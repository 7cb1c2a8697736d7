import type { Period } from '#lib/domain/period.ts';
import { isInvented } from '#lib/domain/ubigeo.ts';
import { findIndicator } from '#lib/indicators/index.ts';
import { valueAddress } from '#lib/words/origin.ts';
import type { JsonRow } from './answer.ts';

/** Columns of a value as CSV. */
export const valueColumns = [
	'indicador',
	'dimension',
	'periodo',
	'municipio',
	'valor',
	'numerador',
	'denominador',
	'estado',
	'avisos',
	'metodo',
	'origen',
	'demostracion'
];

/** One figure of one place, as it was stored or as it answers for a period. */
export type Value = {
	indicator: string;
	dimension: string;
	period: Period;
	municipality: string;
	value: number | null;
	numerator: number | null;
	denominator: number | null;
	state: string;
	flags: readonly string[];
	provisional: boolean;
	method: number | null;
};

/** A value as others' scripts read it; what is too old is noted as well as stated. */
export function valueRow(row: Value, site: string): JsonRow {
	const stale = row.state === 'vencido' && !row.flags.includes('vencido');
	const notes = stale ? [...row.flags, 'vencido'].sort() : row.flags;
	return {
		indicador: row.indicator,
		dimension: row.dimension || null,
		periodo: row.period,
		municipio: row.municipality,
		valor: row.value,
		numerador: row.numerator,
		denominador: row.denominator,
		estado: row.state,
		avisos: [...notes, ...(row.provisional ? ['provisional'] : [])],
		metodo: row.method,
		origen: originOf(row, site),
		...(isInvented(row.municipality) ? { demostracion: true } : {})
	};
}

/** The page of where a value comes from; none where nothing is stored. */
function originOf(row: Value, site: string): string | null {
	const slug = findIndicator(row.indicator)?.slug;
	if (!slug || row.method === null) return null;
	const { municipality: of, period, dimension: measure } = row;
	return `${site}${valueAddress({ slug, of, period, measure })}`;
}
