import type { Kysely } from 'kysely';
import type { Database } from '#lib/server/db/schema.ts';
import { networkPrefix } from './network.ts';
import { secretHash } from './secrets.ts';

/** Failed attempts allowed within the window: of one e-mail from anywhere, and from one network. */
export const guessingLimits = { window: 15 * 60 * 1000, account: 10, network: 60 } as const;

type Attempt = { email: string; address: string; now: Date };

/**
 * Counts an attempt before its password is looked at, so that a thousand at once are not all let in
 * before the first one fails. Returns whether it may go on.
 */
export async function countAttempt(db: Kysely<Database>, attempt: Attempt): Promise<boolean> {
	const failed_at = attempt.now.toISOString();
	const [account, network] = subjects(attempt);
	await db.deleteFrom('login_failure').where('failed_at', '<=', windowStart(attempt.now)).execute();
	await db
		.insertInto('login_failure')
		.values([
			{ subject: account, failed_at },
			{ subject: network, failed_at }
		])
		.execute();

	const counted = await db
		.selectFrom('login_failure')
		.where('subject', 'in', [account, network])
		.groupBy('subject')
		.select(['subject', (on) => on.fn.countAll<number>().as('attempts')])
		.execute();
	const attempts = (subject: string) =>
		counted.find((row) => row.subject === subject)?.attempts ?? 0;
	return attempts(account) <= guessingLimits.account && attempts(network) <= guessingLimits.network;
}

/** A right password clears the person's failures and takes its own attempt off the network's. */
export async function forgiveAttempts(db: Kysely<Database>, attempt: Attempt): Promise<void> {
	const [account, network] = subjects(attempt);
	await db.deleteFrom('login_failure').where('subject', '=', account).execute();
	const own = db
		.selectFrom('login_failure')
		.where('subject', '=', network)
		.orderBy('id', 'desc')
		.limit(1)
		.select('id');
	await db.deleteFrom('login_failure').where('id', 'in', own).execute();
}

// Only a hash of what was typed as e-mail: people type passwords there too.
function subjects({ email, address }: Attempt): [account: string, network: string] {
	return [`cuenta ${secretHash(foldEmail(email))}`, `red ${networkPrefix(address)}`];
}

/** E-mails are compared without case or spaces around. */
export function foldEmail(email: string): string {
	return email.normalize('NFC').trim().toLowerCase();
}

function windowStart(now: Date): string {
	return new Date(now.getTime() - guessingLimits.window).toISOString();
}
