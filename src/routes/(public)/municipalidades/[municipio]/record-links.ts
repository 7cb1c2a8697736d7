import { datasets } from '#lib/datasets/index.ts';
import { isPeriod, periodName } from '#lib/domain/period.ts';
import { count } from '#lib/words/list.ts';
import { csvAddress } from '#lib/words/address.ts';

type Counted = { dataset: string; rows: number; first: string | null; last: string | null };

/** Where the accepted rows behind a municipality's figures can be had, dataset by dataset. */
export function recordLinks(municipality: string, counts: readonly Counted[]) {
	return datasets.flatMap(({ id, title }) => {
		const found = counts.find(({ dataset }) => dataset === id);
		if (!found) return [];
		return [
			{
				id,
				title,
				rows: count(found.rows, 'fila', 'filas'),
				span: spanOf(found),
				csv: csvAddress('registros', { conjunto: id, municipio: municipality })
			}
		];
	});
}

function spanOf({ first, last }: Counted): string {
	const [from, to] = [first, last].map((period) =>
		period && isPeriod(period) ? periodName(period) : ''
	);
	if (!from || !to) return '';
	return from === to ? from : `${from} a ${to}`;
}
