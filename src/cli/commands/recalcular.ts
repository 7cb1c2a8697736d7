import { recomputeEverything } from '#lib/server/compute/everything.ts';
import type { Context } from './context.ts';

/** Computes every value anew from the stored records, as after a change of formula. */
export async function recalcular(_args: readonly string[], context: Context): Promise<number> {
	const { municipalities, values } = await recomputeEverything(context.db);
	context.print(`Se calcularon ${values} valores de ${municipalities} municipalidades y redes.`);
	return 0;
}
