import { formatNumber } from '../domain/number.ts';
import { isNo, isYes, numberIn, textIn } from './cells.ts';
import { amountsNeedCurrency } from './money.ts';
import { atMost, noFutureYear, notFuture } from './order.ts';
import type { RowRule } from './types.ts';

const noUnitNoStaff: RowRule = {
	id: 'sin-unidad-sin-promotores',
	severity: 'error',
	says: 'Donde no hay unidad no hay promotores: 0 o vacío.',
	check: (cells) => {
		const staff = numberIn(cells, 'num_promotores') ?? 0;
		if (!isNo(cells, 'unidad_existe') || staff === 0) return undefined;
		return {
			column: 'num_promotores',
			expected: '0 o la celda vacía',
			replacement: '0',
			message: `Dice que no hay unidad y anota ${formatNumber(staff)} promotores. Escriba 0 o corrija «Existe la unidad».`
		};
	}
};

const spentOfAssigned: RowRule = {
	id: 'ejecutado-y-asignado',
	severity: 'warning',
	says: 'Lo ejecutado no pasa de 1.2 veces lo asignado.',
	check: (cells) => {
		const spent = numberIn(cells, 'presupuesto_ejecutado');
		const assigned = numberIn(cells, 'presupuesto_asignado');
		if (spent === null || assigned === null || spent <= 1.2 * assigned + 1e-9) return undefined;
		return {
			column: 'presupuesto_ejecutado',
			expected: `${formatNumber(1.2 * assigned)} o menos`,
			message: `Se ejecutó ${formatNumber(spent)} y se asignó ${formatNumber(assigned)}: ${formatNumber(spent - assigned)} más. Revise los dos montos; si hubo una ampliación, escriba en lo asignado el monto ampliado.`
		};
	}
};

const unitWithoutName: RowRule = {
	id: 'norma-sin-unidad',
	severity: 'warning',
	says: 'Una unidad que no existe no tiene norma, lugar en el organigrama ni presupuesto.',
	check: (cells) => {
		if (!isNo(cells, 'unidad_existe')) return undefined;
		const assigned = (numberIn(cells, 'presupuesto_asignado') ?? 0) > 0;
		const column = assigned
			? 'presupuesto_asignado'
			: isYes(cells, 'en_organigrama')
				? 'en_organigrama'
				: textIn(cells, 'norma_creacion') !== null
					? 'norma_creacion'
					: undefined;
		return column === undefined
			? undefined
			: {
					column,
					expected: 'la celda vacía',
					message:
						'Dice que no hay unidad y esta celda habla de ella. Si existe, escriba 1 en «Existe la unidad»; si no, deje vacía esta celda.'
				};
	}
};

export const rules: readonly RowRule[] = [
	noFutureYear,
	notFuture('promotor_desde'),
	noUnitNoStaff,
	unitWithoutName,
	spentOfAssigned,
	atMost({
		id: 'asignado-entre-municipal',
		part: 'presupuesto_asignado',
		whole: 'presupuesto_municipal',
		partName: 'los montos asignados a la unidad',
		wholeName: 'los de toda la municipalidad'
	}),
	amountsNeedCurrency(['presupuesto_asignado', 'presupuesto_ejecutado', 'presupuesto_municipal'])
];
