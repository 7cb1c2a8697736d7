import type { Kysely } from 'kysely';
import { json } from '#lib/server/db/bulk.ts';
import type { Database } from '#lib/server/db/schema.ts';

/** Who did what to whom; never with a secret in it. */
export type Deed = {
	/** Null for the command line and the set-up link. */
	account: string | null;
	action: 'entrar' | 'salir' | 'crear-administrador' | 'cambiar-contraseña';
	/** Account that it is about. */
	subject: string;
};

/** Adds a line to the audit log. */
export async function noteDeed(
	db: Kysely<Database>,
	{ account, action, subject }: Deed
): Promise<void> {
	await db
		.insertInto('audit')
		.values({ account, action, subject, detail: json({}) })
		.execute();
}
