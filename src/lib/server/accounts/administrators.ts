import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Database } from '#lib/server/db/schema.ts';
import { noteDeed } from './audit.ts';
import { hashPassword, verifyPassword } from './passwords.ts';
import type { Person } from './person.ts';
import { closeSessionsOf } from './sessions.ts';

/** Whether somebody can administer the observatory already. */
export async function hasAdministrator(db: Kysely<Database>): Promise<boolean> {
	const found = await db
		.selectFrom('account')
		.where('role', '=', 'administracion')
		.where('active', '=', true)
		.select('id')
		.limit(1)
		.executeTakeFirst();
	return found !== undefined;
}

/**
 * Creates an administrator; the hash comes ready, since it takes long and this may run inside a
 * transaction. Returns the account's id, or undefined when the e-mail is taken.
 */
export async function insertAdministrator(
	db: Kysely<Database>,
	{ name, email, passwordHash }: Omit<Person, 'password'> & { passwordHash: string }
): Promise<string | undefined> {
	const id = randomUUID();
	const inserted = await db
		.insertInto('account')
		.values({ id, email, name, password_hash: passwordHash, role: 'administracion' })
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst();
	if (inserted.numInsertedOrUpdatedRows !== 1n) return undefined;

	await noteDeed(db, { account: null, action: 'crear-administrador', subject: id });
	return id;
}

/** As the command line does it. Returns the account's id, or undefined when the e-mail is taken. */
export async function createAdministrator(
	db: Kysely<Database>,
	person: Person
): Promise<string | undefined> {
	const passwordHash = await hashPassword(person.password);
	return db.transaction().execute((trx) => insertAdministrator(trx, { ...person, passwordHash }));
}

/**
 * Changes a password and ends the person's other sessions. Returns false when the present one is wrong.
 *
 * @param options.keep token of the session in hand
 */
export async function changePassword(
	db: Kysely<Database>,
	options: { account: string; present: string; password: string; keep?: string }
): Promise<boolean> {
	const { account, present, password, keep } = options;
	const stored = await db
		.selectFrom('account')
		.where('id', '=', account)
		.select('password_hash')
		.executeTakeFirst();
	if (!(await verifyPassword(stored?.password_hash, present))) return false;

	const password_hash = await hashPassword(password);
	await db.transaction().execute(async (trx) => {
		await trx.updateTable('account').set({ password_hash }).where('id', '=', account).execute();
		await closeSessionsOf(trx, { account, except: keep });
		await noteDeed(trx, { account, action: 'cambiar-contraseña', subject: account });
	});
	return true;
}
