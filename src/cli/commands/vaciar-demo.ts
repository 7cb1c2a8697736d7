import { emptyDemonstration } from '#lib/server/submissions/empty-demonstration.ts';
import type { Context } from './context.ts';

/** Removes the invented network and all that derives from it; what the documents say stays. */
export async function vaciarDemo(_args: readonly string[], context: Context): Promise<number> {
	const emptied = await emptyDemonstration(context.db, {
		originals: context.originals,
		account: null
	});

	context.print(
		emptied.submissions === 0
			? 'No hay datos de demostración.'
			: `Se quitaron ${emptied.municipalities} municipalidades inventadas, ${emptied.submissions} archivos y ${emptied.records} filas. Lo documentado queda.`
	);
	return 0;
}
