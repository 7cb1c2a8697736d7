import { findDataset } from '#lib/datasets/index.ts';
import type { Receipt } from '#lib/server/submissions/receipt.ts';
import { someNames } from '#lib/words/list.ts';
import { plainSteps } from '../../steps.ts';

const listed = 20;

/** A receipt as its page shows it: what was done by hand first, each list cut to what fits a sheet. */
export function receiptView(receipt: Receipt) {
	const columns = findDataset(receipt.dataset)?.columns ?? {};
	const label = (field: string) => columns[field]?.label ?? field;
	return {
		...receipt,
		steps: plainSteps('confirmar'),
		corrections: receipt.corrections.slice(0, listed).map((one) => ({
			...one,
			label: label(one.field)
		})),
		corrected: receipt.corrections.length,
		leftOut: receipt.leftOut.length,
		leftOutLines: someNames(receipt.leftOut.map(String), listed),
		reasons: receipt.reasons.map(({ code, field, text }) => ({
			key: `${code}:${field}`,
			title: field ? label(field) : 'Todo el archivo',
			text
		}))
	};
}
