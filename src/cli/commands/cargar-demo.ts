import { loadDemonstration } from '../../../seeds/seed.ts';
import type { Context } from './context.ts';

/** Loads the demonstration network; what is in already stays as it is. */
export async function cargarDemo(_args: readonly string[], context: Context): Promise<number> {
	const loaded = await loadDemonstration(context.db, { originals: context.originals });
	const fresh = loaded.filter(({ repeated }) => !repeated);
	const rows = fresh.reduce((sum, file) => sum + file.rows, 0);

	context.print(
		fresh.length === 0
			? 'La red de demostración ya estaba cargada.'
			: `Se cargaron ${fresh.length} archivos de la red de demostración (${rows} filas). Sus cifras son inventadas.`
	);
	return 0;
}
