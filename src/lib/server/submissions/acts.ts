import type { Kysely } from 'kysely';
import { json } from '#lib/server/db/bulk.ts';
import type { Database } from '#lib/server/db/schema.ts';

/** Something that a person did, for the audit. */
export type Act = {
	readonly account: string | null;
	readonly action: string;
	readonly detail?: Record<string, unknown>;
};

/** Writes down what was done to a submission or a quarter, in the transaction that does it. */
export async function noteAct(
	trx: Kysely<Database>,
	subject: string,
	{ account, action, detail = {} }: Act
): Promise<void> {
	await trx
		.insertInto('audit')
		.values({ account, action, subject, detail: json(detail) })
		.execute();
}
