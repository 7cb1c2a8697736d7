import { contexto } from '../datasets/contexto.ts';
import { numberIn } from '../datasets/cells.ts';
import type { RowRule } from '../datasets/types.ts';
import { formatNumber } from '../domain/number.ts';
import type { Cells } from '../domain/record.ts';

const services = ['viviendas_agua', 'viviendas_desague', 'viviendas_alumbrado'];

/** Parts with their whole; a part with a sibling is left to DQ01 or DQ02 when both are known. */
const parts: readonly { part: string; whole: string; sibling?: string }[] = [
	...services.map((part) => ({ part, whole: 'viviendas' })),
	{ part: 'poblacion_15mas', whole: 'poblacion_total' },
	{ part: 'pea', whole: 'poblacion_total' },
	{ part: 'poblacion_urbana', whole: 'poblacion_total', sibling: 'poblacion_rural' },
	{ part: 'poblacion_rural', whole: 'poblacion_total', sibling: 'poblacion_urbana' },
	{ part: 'poblacion_hombres', whole: 'poblacion_total', sibling: 'poblacion_mujeres' },
	{ part: 'poblacion_mujeres', whole: 'poblacion_total', sibling: 'poblacion_hombres' }
];

function label(column: string): string {
	return contexto.columns[column]?.label ?? column;
}

function partOfWhole({ part, whole, sibling }: (typeof parts)[number]): RowRule {
	return {
		id: 'DQ17',
		severity: 'error',
		says: `«${label(part)}» no pasa de «${label(whole)}».`,
		applies: (cells) => numberIn(cells, part) !== null && numberIn(cells, whole) !== null,
		check: (cells) => {
			const some = numberIn(cells, part);
			const all = numberIn(cells, whole);
			if (some === null || all === null || some <= all) return undefined;
			if (sibling && numberIn(cells, sibling) !== null) return undefined;
			return {
				column: part,
				expected: `${formatNumber(all)} o menos`,
				message: `${label(part)} dice ${formatNumber(some)}, más que ${label(whole)}, ${formatNumber(all)}: sobran ${formatNumber(some - all)}. Corrija una de las dos cifras.`
			};
		}
	};
}

/** The largest share of dwellings that may have no service at all: what the best covered one leaves. */
export function mostWithoutServices(cells: Cells): { limit: number; service: string } | undefined {
	const dwellings = numberIn(cells, 'viviendas');
	if (!dwellings) return undefined;
	const limits = services.flatMap((service) => {
		const served = numberIn(cells, service);
		return served === null ? [] : [{ limit: 100 - (100 * served) / dwellings, service }];
	});
	return limits.sort((a, b) => a.limit - b.limit)[0];
}

const withoutServices: RowRule = {
	id: 'DQ17',
	severity: 'error',
	says: 'Los hogares sin ningún servicio no pasan de los que deja el servicio con más cobertura.',
	applies: (cells) =>
		numberIn(cells, 'porc_hogares_sin_servicios') !== null &&
		mostWithoutServices(cells) !== undefined,
	check: (cells) => {
		const share = numberIn(cells, 'porc_hogares_sin_servicios');
		const most = mostWithoutServices(cells);
		if (share === null || !most || share <= most.limit) return undefined;
		return {
			column: 'porc_hogares_sin_servicios',
			expected: `${formatNumber(most.limit, 1)} o menos`,
			message: `Dice que el ${formatNumber(share)} % de los hogares no tiene ningún servicio, pero «${label(most.service)}» cubre al ${formatNumber(100 - most.limit, 1)} % y deja ${formatNumber(most.limit, 1)} %: sobran ${formatNumber(share - most.limit, 1)} puntos. Corrija una de las dos cifras.`
		};
	}
};

/** A part is never more than its whole. */
export const DQ17: readonly RowRule[] = [...parts.map(partOfWhole), withoutServices];
