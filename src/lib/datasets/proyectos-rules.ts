import { formatNumber } from '../domain/number.ts';
import { isYes, numberIn, textIn } from './cells.ts';
import { noFutureYear } from './order.ts';
import type { RowRule } from './types.ts';

const spentOfPlanned: RowRule = {
	id: 'ejecutado-y-programado',
	severity: 'warning',
	says: 'Lo público ejecutado no pasa de 1.5 veces lo programado.',
	check: (cells) => {
		const spent = numberIn(cells, 'publico_ejecutado');
		const planned = numberIn(cells, 'publico_programado');
		if (spent === null || planned === null || spent <= 1.5 * planned + 1e-9) return undefined;
		return {
			column: 'publico_ejecutado',
			expected: `${formatNumber(1.5 * planned)} o menos`,
			message: `Se ejecutó ${formatNumber(spent)} y se programó ${formatNumber(planned)}: ${formatNumber(spent - planned)} más. Revise los dos montos y que estén en la misma moneda.`
		};
	}
};

const fundApart: RowRule = {
	id: 'fondo-aparte',
	severity: 'warning',
	says: 'El dinero de un fondo de crédito va en el conjunto «fondos» y no se repite aquí.',
	check: (cells) =>
		cells['rubro'] === 'fondo' && (numberIn(cells, 'publico_ejecutado') ?? 0) > 0
			? {
					column: 'rubro',
					expected: '0 en lo ejecutado de un fondo',
					message: `Anota ${formatNumber(numberIn(cells, 'publico_ejecutado') ?? 0)} en un fondo. Si es capital para créditos, infórmelo en el conjunto «fondos» y escriba 0 aquí, para no contarlo dos veces.`
				}
			: undefined
};

const promotionMarked: RowRule = {
	id: 'pe-sin-caracteristicas',
	severity: 'notice',
	says: 'Un proyecto PE se reconoce por al menos 3 de sus 5 características; la que queda vacía cuenta como 0.',
	check: (cells) => {
		if (cells['tipo_declarado'] !== 'PE') return undefined;
		const marks = ['pe_a', 'pe_b', 'pe_c', 'pe_d', 'pe_e'];
		const met = marks.filter((mark) => isYes(cells, mark)).length;
		const blank = marks.find((mark) => (cells[mark] ?? null) === null);
		if (met >= 3 || blank === undefined) return undefined;
		return {
			column: blank,
			message: `Dice PE y marca ${met} de las 5 características; las vacías cuentan como 0. Con menos de 3 se contará como apoyo a la producción: complételas si las cumple.`
		};
	}
};

const partnerOfMoney: RowRule = {
	id: 'socio-sin-nombre',
	severity: 'notice',
	says: 'Si un privado puso dinero, se nombra al socio.',
	check: (cells) => {
		const put = numberIn(cells, 'privado_ejecutado') ?? 0;
		if (put === 0 || textIn(cells, 'socio_privado') !== null) return undefined;
		return {
			column: 'socio_privado',
			message: `Hay ${formatNumber(put)} de privados y no se dice de quién. Escriba la empresa u organización; puede quedar vacía.`
		};
	}
};

export const rules: readonly RowRule[] = [
	noFutureYear,
	spentOfPlanned,
	fundApart,
	promotionMarked,
	partnerOfMoney
];
