import { currencies, type Currency } from '#lib/domain/codes.ts';
import type { CellValue, Row } from '#lib/domain/record.ts';
import type { Dataset } from '#lib/datasets/types.ts';
import { signsOf } from './cells/number-signs.ts';
import { seen } from './cells/read.ts';
import type { Collected } from './collect.ts';
import { numberFindings } from './findings/numbers.ts';
import type { Header } from './header.ts';

type Given = {
	readonly dataset: Dataset;
	readonly header: Pick<Header, 'headings'>;
	readonly found: Collected;
};

function isCurrency(code: CellValue | undefined): code is Currency {
	return typeof code === 'string' && Object.hasOwn(currencies, code);
}

/** `US$` typed in a row that says soles: amounts of two currencies are never taken one for the other. */
export function checkCurrency(
	{ line, cells, typed }: Row,
	{ dataset, header, found }: Given
): void {
	const currency = cells['moneda'];
	if (!isCurrency(currency)) return;
	for (const [name, text] of Object.entries(typed)) {
		const column = dataset.columns[name];
		if (column?.type !== 'decimal' || cells[name] === null || !/[$a-z]/i.test(text)) continue;
		const own = signsOf(seen(text)).currency;
		// An exchange rate is in soles whatever currency its row is about.
		if (own === undefined || own === (column.unit === 'S/' ? 'PEN' : currency)) continue;
		const spot = {
			line,
			label: column.label,
			field: name,
			heading: header.headings[name],
			found: text
		};
		const label = dataset.columns['moneda']?.label ?? 'moneda';
		found.add(numberFindings.otherCurrency(spot, own, label, currency));
	}
}
