import { numberIn } from '../datasets/cells.ts';
import type { RowRule } from '../datasets/types.ts';
import { formatNumber } from '../domain/number.ts';

/** The density as printed is population over area, within 0.05; only for the place's own territory. */
export const DQ18: RowRule = {
	id: 'DQ18',
	severity: 'warning',
	says: 'La densidad declarada es la población entre la superficie registrada, con 0.05 de margen.',
	applies: (cells, { place }) =>
		numberIn(cells, 'densidad_declarada') !== null &&
		numberIn(cells, 'poblacion_total') !== null &&
		!!place?.areaKm2 &&
		cells['ambito_datos'] === place.scope,
	check: (cells, { place }) => {
		const density = numberIn(cells, 'densidad_declarada');
		const residents = numberIn(cells, 'poblacion_total');
		if (density === null || residents === null || !place?.areaKm2) return undefined;
		if (cells['ambito_datos'] !== place.scope) return undefined;

		const computed = residents / place.areaKm2;
		const gap = density - computed;
		if (Math.abs(gap) <= 0.05 + 1e-9) return undefined;
		return {
			column: 'densidad_declarada',
			expected: formatNumber(computed, 2),
			message: `${formatNumber(residents)} habitantes ÷ ${formatNumber(place.areaKm2)} km² = ${formatNumber(computed, 2)}, y la densidad dice ${formatNumber(density)}: ${gap < 0 ? 'faltan' : 'sobran'} ${formatNumber(Math.abs(gap), 2)}. Revise la densidad, la población o la superficie registrada.`
		};
	}
};
