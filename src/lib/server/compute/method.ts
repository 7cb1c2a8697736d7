import type { Kysely } from 'kysely';
import { defaultMethod, type IdelMethod } from '#lib/index/method.ts';
import { json } from '#lib/server/db/bulk.ts';
import type { Database } from '#lib/server/db/schema.ts';

/** The newest method version; the first is written down when there is none. */
export async function currentMethod(
	trx: Kysely<Database>
): Promise<{ id: number; options: IdelMethod }> {
	const newest = await trx
		.selectFrom('method')
		.select(['id', 'options'])
		.orderBy('id', 'desc')
		.limit(1)
		.executeTakeFirst();
	if (newest) return newest;

	return trx
		.insertInto('method')
		.values({
			options: json(defaultMethod),
			author: 'Observatorio IDEL',
			reason: 'Metas y pesos de partida; la red los revisa después de cuatro trimestres.'
		})
		.returning(['id', 'options'])
		.executeTakeFirstOrThrow();
}
