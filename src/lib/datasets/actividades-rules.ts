import { activityGroup } from './actividades-codes.ts';
import { groupRows, numberIn, textIn } from './cells.ts';
import { countOrShare } from './shares.ts';
import { atMost } from './order.ts';
import type { FileRule, RowRule } from './types.ts';

const currencyNamed: RowRule = {
	id: 'moneda-necesaria',
	severity: 'error',
	says: 'Un costo o unas ventas llevan moneda.',
	check: (cells) => {
		const amount = ['costo', 'ventas_feria'].find((column) => (numberIn(cells, column) ?? 0) > 0);
		if (!amount || textIn(cells, 'moneda') !== null) return undefined;
		return {
			column: 'moneda',
			expected: 'PEN o USD',
			message: `Hay un monto de ${numberIn(cells, amount)} sin moneda. Escriba PEN si son soles o USD si son dólares.`
		};
	}
};

const groupAndDetail: FileRule = {
	id: 'grupo-y-detalle',
	severity: 'warning',
	says: 'Promoción empresarial reúne capacitación, ferias, ruedas e información: no va junto con ellas.',
	*check(rows) {
		for (const group of groupRows(rows, ['municipio_id', 'periodo'])) {
			const whole = group.find((row) => row.cells['tipo'] === 'promocion_empresarial');
			const parts = group.filter(
				(row) =>
					row !== whole &&
					activityGroup(textIn(row.cells, 'tipo') ?? '') === 'promocion_empresarial'
			);
			if (whole && parts[0])
				yield {
					line: whole.line,
					column: 'tipo',
					expected: 'el grupo o su detalle',
					message: `«Promoción empresarial» ya incluye lo de la fila ${parts[0].line}: se contaría dos veces. Deje el grupo o el detalle, no los dos.`
				};
		}
	}
};

const oneTotal: FileRule = {
	id: 'un-solo-total',
	severity: 'warning',
	says: 'El total declarado de un trimestre es uno.',
	*check(rows) {
		for (const group of groupRows(rows, ['municipio_id', 'periodo'])) {
			const first = group.find((row) => numberIn(row.cells, 'total_declarado') !== null);
			if (!first) continue;
			const total = numberIn(first.cells, 'total_declarado');
			for (const row of group) {
				const other = numberIn(row.cells, 'total_declarado');
				if (other !== null && other !== total)
					yield {
						line: row.line,
						column: 'total_declarado',
						expected: `${total}`,
						message: `El total declarado es ${other} aquí y ${total} en la fila ${first.line} del mismo trimestre. Deje el correcto en las dos.`
					};
			}
		}
	}
};

export const rules: readonly RowRule[] = [
	countOrShare,
	atMost({
		id: 'mujeres-entre-participantes',
		part: 'mujeres',
		whole: 'participantes',
		partName: 'las mujeres',
		wholeName: 'los participantes'
	}),
	atMost({
		id: 'cofinanciadas-entre-actividades',
		part: 'cofinanciadas',
		whole: 'cantidad',
		partName: 'las cofinanciadas',
		wholeName: 'las actividades'
	}),
	currencyNamed
];

export const fileRules: readonly FileRule[] = [groupAndDetail, oneTotal];
