import { findDataset } from '#lib/datasets/index.ts';
import type { Blanks, Cells, CellValue } from '#lib/domain/record.ts';
import { isQuarter, type Quarter } from '#lib/domain/quarter.ts';
import { allCells } from '#lib/server/submissions/current.ts';
import { fundState } from '#lib/words/fund.ts';
import { blankWords, rowAddress } from '#lib/words/origin.ts';

type Stored = {
	key: string;
	period: string | null;
	cells: Cells;
	blanks: Blanks;
	submission: string;
	line: number;
};

/** One fund as it last reported up to a quarter. */
export type FundLine = {
	readonly id: string;
	readonly name: string;
	readonly kind: string;
	readonly operator: string | null;
	readonly currency: string;
	readonly assigned: number | null;
	readonly balance: number | null;
	readonly quarter: Quarter;
	readonly state: string;
	/** Where its figures come from: one row of one file. */
	readonly origin: string;
	/** Why its figures are missing, where they are. */
	readonly missing: { readonly assigned: string; readonly balance: string };
};

/** The funds of a municipality, each by its newest row up to a quarter. */
export function fundLines(records: readonly Stored[], until: Quarter | null): FundLine[] {
	const newest = new Map<string, { quarter: Quarter; cells: Cells; record: Stored }>();
	for (const record of records) {
		const cells = allCells(record);
		const { period } = record;
		const id = text(cells.fondo_id);
		if (id === null || !period || !isQuarter(period) || (until && period > until)) continue;
		const known = newest.get(id);
		if (!known || known.quarter < period) newest.set(id, { quarter: period, cells, record });
	}

	return [...newest].map(([id, { quarter, cells, record }]) => ({
		id,
		quarter,
		name: text(cells.nombre) ?? id,
		kind: findDataset('fondos')?.columns.tipo?.codes?.[text(cells.tipo) ?? ''] ?? '',
		operator: text(cells.operador),
		currency: text(cells.moneda) ?? 'PEN',
		assigned: figure(cells.capital_asignado),
		balance: figure(cells.saldo_vigente),
		state: fundState({
			assigned: figure(cells.capital_asignado),
			lent: figure(cells.colocado),
			balance: figure(cells.saldo_vigente),
			operator: text(cells.operador)
		}),
		origin: rowAddress({ dataset: 'fondos', ...record }),
		missing: {
			assigned: blankWords[record.blanks.capital_asignado ?? 'vacio'],
			balance: blankWords[record.blanks.saldo_vigente ?? 'vacio']
		}
	}));
}

function text(value: CellValue | undefined): string | null {
	return typeof value === 'string' ? value : null;
}

function figure(value: CellValue | undefined): number | null {
	return typeof value === 'number' ? value : null;
}
