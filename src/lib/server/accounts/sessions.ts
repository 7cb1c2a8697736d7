import type { Kysely } from 'kysely';
import type { Database } from '#lib/server/db/schema.ts';
import { newSecret, secretHash } from './secrets.ts';

const hour = 60 * 60 * 1000;

/** How long a session lives without use, and at most, in milliseconds. */
export const sessionLimits = { idle: 12 * hour, absolute: 7 * 24 * hour } as const;

// Written at most this often, so that reading pages does not become writing to the database.
const noticeUseEvery = 5 * 60 * 1000;

/** Whoever signed in. */
export type User = NonNullable<App.Locals['user']>;

/** Opens a session and returns its token, which only the person's browser keeps. */
export async function openSession(
	db: Kysely<Database>,
	{ account, now }: { account: string; now: Date }
): Promise<string> {
	const token = newSecret();
	await db.deleteFrom('session').where('expires_at', '<=', now.toISOString()).execute();
	await db
		.insertInto('session')
		.values({
			token_hash: secretHash(token),
			account,
			created_at: now.toISOString(),
			seen_at: now.toISOString(),
			expires_at: at(now, sessionLimits.absolute)
		})
		.execute();
	return token;
}

/** Who holds this token; null when it is unknown, closed, too old, unused too long, or of somebody deactivated. */
export async function userOfSession(
	db: Kysely<Database>,
	{ token, now }: { token: string; now: Date }
): Promise<User | null> {
	const hash = secretHash(token);
	const found = await liveSession(db, { hash, now }).executeTakeFirst();
	if (!found || found.role !== 'administracion') return null;

	if (now.getTime() - Date.parse(found.seen_at) > noticeUseEvery)
		await db
			.updateTable('session')
			.set({ seen_at: now.toISOString() })
			.where('token_hash', '=', hash)
			.execute();
	return { id: found.id, email: found.email, name: found.name, role: found.role };
}

/** Ends a session at the server: its token is worth nothing from here on, wherever it was copied. */
export async function closeSession(db: Kysely<Database>, token: string): Promise<void> {
	await db.deleteFrom('session').where('token_hash', '=', secretHash(token)).execute();
}

/** Ends every session of a person; `except` keeps the one in hand. */
export async function closeSessionsOf(
	db: Kysely<Database>,
	{ account, except }: { account: string; except?: string }
): Promise<void> {
	let query = db.deleteFrom('session').where('account', '=', account);
	if (except) query = query.where('token_hash', '!=', secretHash(except));
	await query.execute();
}

function liveSession(db: Kysely<Database>, { hash, now }: { hash: string; now: Date }) {
	return db
		.selectFrom('session')
		.innerJoin('account', 'account.id', 'session.account')
		.where('session.token_hash', '=', hash)
		.where('session.expires_at', '>', now.toISOString())
		.where('session.seen_at', '>', at(now, -sessionLimits.idle))
		.where('account.active', '=', true)
		.select(['account.id', 'account.email', 'account.name', 'account.role', 'session.seen_at']);
}

function at(now: Date, milliseconds: number): string {
	return new Date(now.getTime() + milliseconds).toISOString();
}
