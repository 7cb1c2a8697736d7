import { periodName } from '#lib/domain/period.ts';
import type { Quarter } from '#lib/domain/quarter.ts';
import { findIndicator } from '#lib/indicators/index.ts';
import { database } from '#lib/server/database.ts';
import { seriesOf } from '#lib/server/queries/values.ts';
import type { Viewer } from '#lib/server/visibility.ts';
import { valueAddress } from '#lib/words/origin.ts';
import { csvAddress } from '#lib/words/address.ts';

/**
 * What a network says of its own activities, at its newest quarter up to the one shown: as declared,
 * with what is left unexplained. It enters no sum of municipalities. Null where it declared nothing.
 */
export async function declaredActivities(
	viewer: Viewer,
	{ group, quarter }: { group: string; quarter: Quarter }
) {
	const network = /^red-(.+)$/.exec(group)?.[1];
	const indicator = findIndicator('UMP06');
	if (!network || !indicator) return null;

	const rows = await seriesOf(database(), {
		viewer,
		municipality: network,
		indicators: [indicator.id]
	}).execute();
	const periods = rows.map(({ period }) => period).filter((period) => period <= quarter);
	const newest = periods.sort().at(-1);
	if (!newest) return null;

	return {
		period: periodName(newest),
		source: indicator.source,
		csv: csvAddress('registros', { conjunto: 'actividades', municipio: network }),
		shares: indicator.measures.flatMap(({ dimension, label }) => {
			const row = rows.find((one) => one.period === newest && one.dimension === dimension);
			if (row?.value == null) return [];
			const address = { slug: indicator.slug, of: network, period: newest, measure: dimension };
			return [{ label, value: row.value, origin: valueAddress(address) }];
		})
	};
}
