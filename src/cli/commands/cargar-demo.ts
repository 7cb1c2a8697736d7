import { formatNumber } from '#lib/domain/number.ts';
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
			: `Se cargaron ${fresh.length} archivos (${formatNumber(rows)} filas): lo que dicen los dos documentos y la red de demostración, de cifras inventadas.`
	);
	return 0;
}
