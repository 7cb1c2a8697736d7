import type { Kysely } from 'kysely';
import type { Database } from '#lib/server/db/schema.ts';
import { noteDeed } from './audit.ts';
import { countAttempt, foldEmail, forgiveAttempts } from './guessing.ts';
import { verifyPassword } from './passwords.ts';
import { openSession } from './sessions.ts';

export type SignIn = {
	email: string;
	password: string;
	/** Network address that the attempt comes from. */
	address: string;
	now: Date;
};

/**
 * A new session for whoever knows the password. The refusal is the same, and takes as long, for an
 * unknown e-mail, a deactivated account and a wrong password.
 */
export async function signIn(
	db: Kysely<Database>,
	attempt: SignIn
): Promise<{ token: string } | { refused: 'wrong' | 'too-many' }> {
	if (!(await countAttempt(db, attempt))) return { refused: 'too-many' };

	const account = await db
		.selectFrom('account')
		.where('email', '=', foldEmail(attempt.email))
		.where('active', '=', true)
		.select(['id', 'password_hash'])
		.executeTakeFirst();
	if (!(await verifyPassword(account?.password_hash, attempt.password)) || !account)
		return { refused: 'wrong' };

	await forgiveAttempts(db, attempt);
	await noteDeed(db, { account: account.id, action: 'entrar', subject: account.id });
	return { token: await openSession(db, { account: account.id, now: attempt.now }) };
}
