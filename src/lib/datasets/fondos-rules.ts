import { formatNumber } from '../domain/number.ts';
import { isQuarter, quarterIndex } from '../domain/quarter.ts';
import type { Row } from '../domain/record.ts';
import { groupRows, numberIn, textIn } from './cells.ts';
import { atMost } from './order.ts';
import type { FileRule, RowRule } from './types.ts';

const creditsAndAmount: RowRule = {
	id: 'creditos-y-colocado',
	severity: 'error',
	says: 'Sin créditos no hay monto colocado, y sin monto colocado no hay créditos.',
	check: (cells) => {
		const credits = numberIn(cells, 'num_creditos');
		const lent = numberIn(cells, 'colocado');
		if (credits === null || lent === null || (credits === 0) === (lent === 0)) return undefined;
		return {
			column: credits === 0 ? 'num_creditos' : 'colocado',
			expected: 'las dos en 0 o ninguna',
			message: `Dice ${formatNumber(credits)} créditos y ${formatNumber(lent)} colocado. Si no se prestó, las dos son 0; si se prestó, ninguna lo es.`
		};
	}
};

const portfolioReported: RowRule = {
	id: 'cartera-completa',
	severity: 'warning',
	says: 'Quien tiene un fondo informa lo colocado, el saldo y la mora; si nada se prestó, con 0.',
	check: (cells) => {
		const names = { colocado: 'colocado', saldo_vigente: 'saldo', saldo_mora_30: 'mora' };
		const blank = Object.entries(names).filter(([column]) => numberIn(cells, column) === null);
		if (!blank[0]) return undefined;
		return {
			column: blank[0][0],
			expected: 'un monto, o 0',
			message: `Falta: ${blank.map(([, name]) => name).join(', ')}. Si el fondo todavía no presta, escriba 0; si no se sabe, puede quedar vacío y no se calculará.`
		};
	}
};

const ledger: FileRule = {
	id: 'saldo-encadenado',
	severity: 'warning',
	says: 'El saldo es el del trimestre anterior más lo colocado, menos lo cobrado y lo castigado, con 2 % de margen.',
	*check(rows) {
		for (const fund of groupRows(rows, ['municipio_id', 'fondo_id', 'moneda'])) {
			const byQuarter = new Map(fund.map((row) => [indexOf(row), row]));
			for (const row of fund) {
				const before = byQuarter.get(indexOf(row) - 1);
				const finding = before && balance(before, row);
				if (finding) yield finding;
			}
		}
	}
};

function indexOf(row: Row): number {
	const quarter = textIn(row.cells, 'periodo') ?? '';
	return isQuarter(quarter) ? quarterIndex(quarter) : NaN;
}

/** Compares a balance with the one that follows from the quarter before; nothing when a figure is blank. */
function balance(before: Row, { line, cells }: Row) {
	const opening = numberIn(before.cells, 'saldo_vigente');
	const closing = numberIn(cells, 'saldo_vigente');
	const lent = numberIn(cells, 'colocado');
	const paid = numberIn(cells, 'cobrado_capital');
	const lost = numberIn(cells, 'castigado');
	if (opening === null || closing === null || lent === null || paid === null) return undefined;

	const expected = opening + lent - paid - (lost ?? 0);
	const gap = closing - expected;
	// An unknown write-off can only make the balance smaller.
	if (lost === null && gap < 0) return undefined;
	if (Math.abs(gap) <= Math.abs(expected) * 0.02 + 1e-9) return undefined;

	const written = lost === null ? '' : ` − ${formatNumber(lost)} castigado`;
	return {
		line,
		column: 'saldo_vigente',
		expected: formatNumber(expected),
		message: `Saldo anterior ${formatNumber(opening)} (fila ${before.line}) + ${formatNumber(lent)} colocado − ${formatNumber(paid)} cobrado${written} = ${formatNumber(expected)}, y la fila dice ${formatNumber(closing)}: ${gap > 0 ? 'sobran' : 'faltan'} ${formatNumber(Math.abs(gap))}. Revise esos montos.`
	};
}

export const rules: readonly RowRule[] = [
	atMost({
		id: 'mora-entre-saldo',
		part: 'saldo_mora_30',
		whole: 'saldo_vigente',
		partName: 'los saldos en mora',
		wholeName: 'los saldos de la cartera'
	}),
	atMost({
		id: 'mujeres-entre-creditos',
		part: 'creditos_mujeres',
		whole: 'num_creditos',
		partName: 'los créditos a mujeres',
		wholeName: 'los créditos'
	}),
	atMost({
		id: 'adelantos-entre-cobrado',
		part: 'adelantos',
		whole: 'cobrado_capital',
		partName: 'los adelantos',
		wholeName: 'los cobros de capital'
	}),
	creditsAndAmount,
	portfolioReported
];

export const fileRules: readonly FileRule[] = [ledger];
