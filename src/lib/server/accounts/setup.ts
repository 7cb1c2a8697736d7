import { sql, type Kysely } from 'kysely';
import type { Database } from '#lib/server/db/schema.ts';
import { hasAdministrator, insertAdministrator } from './administrators.ts';
import { hashPassword } from './passwords.ts';
import type { Person } from './person.ts';
import { newSecret, secretHash } from './secrets.ts';

const lifetime = 60 * 60 * 1000;

// Any number will do, as long as nothing else in the database locks with it.
const setupLock = 1_230_259_533;

/**
 * A one-time link with which the first administrator gets an account, valid for an hour; earlier links
 * stop working. Undefined once there is an administrator.
 *
 * @param options.baseUrl public address, without path: never taken from a request
 */
export async function createSetupLink(
	db: Kysely<Database>,
	{ baseUrl, now }: { baseUrl: string; now: Date }
): Promise<string | undefined> {
	if (await hasAdministrator(db)) return undefined;
	const token = newSecret();

	await db.transaction().execute(async (trx) => {
		await trx
			.deleteFrom('invitation')
			.where('purpose', '=', 'setup')
			.where('used_at', 'is', null)
			.execute();
		await trx
			.insertInto('invitation')
			.values({
				token_hash: secretHash(token),
				purpose: 'setup',
				created_at: now.toISOString(),
				expires_at: new Date(now.getTime() + lifetime).toISOString()
			})
			.execute();
	});
	return new URL(`/instalacion?clave=${token}`, baseUrl).href;
}

/** Whether a link still opens the set-up page. */
export async function isSetupOpen(
	db: Kysely<Database>,
	{ token, now }: { token: string; now: Date }
): Promise<boolean> {
	const link = await db
		.selectFrom('invitation')
		.where('token_hash', '=', secretHash(token))
		.where('purpose', '=', 'setup')
		.where('used_at', 'is', null)
		.where('expires_at', '>', now.toISOString())
		.select('token_hash')
		.executeTakeFirst();
	return link !== undefined && !(await hasAdministrator(db));
}

/** Uses a link up and creates the first administrator, together. Undefined when the link opens nothing. */
export async function completeSetup(
	db: Kysely<Database>,
	{ token, person, now }: { token: string; person: Person; now: Date }
): Promise<string | undefined> {
	if (!(await isSetupOpen(db, { token, now }))) return undefined;
	const passwordHash = await hashPassword(person.password);

	return db.transaction().execute(async (trx) => {
		// Two links cannot both make the «first» one.
		await sql`select pg_advisory_xact_lock(${sql.lit(setupLock)})`.execute(trx);
		if (!(await isSetupOpen(trx, { token, now }))) return undefined;
		await trx
			.updateTable('invitation')
			.set({ used_at: now.toISOString() })
			.where('token_hash', '=', secretHash(token))
			.execute();
		return insertAdministrator(trx, { ...person, passwordHash });
	});
}
