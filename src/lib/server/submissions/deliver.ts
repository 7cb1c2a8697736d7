import type { Kysely } from 'kysely';
import type { Database } from '#lib/server/db/schema.ts';
import { check, type CheckOutcome } from './check.ts';
import { confirm } from './confirm.ts';
import { explainAll } from './reasons.ts';
import type { Receipt } from './receipt.ts';
import { receive, type Arrival } from './receive.ts';

/**
 * The whole way of a file whose sender does not wait to be asked: the command line and the
 * demonstration network. Warnings do not hold it back; with errors it stays rejected.
 */
export async function deliver(
	db: Kysely<Database>,
	arrival: Arrival & { readonly today?: string; readonly reason?: string }
): Promise<{ outcome: CheckOutcome; receipt: Receipt | null }> {
	const { id } = await receive(db, arrival);
	const outcome = await check(db, id, arrival);
	if (outcome.state === 'rechazada') return { outcome, receipt: null };
	const { account, reason: text = 'Se cargó sin preguntar, desde la línea de comandos.' } = arrival;
	await explainAll(db, id, { text, account });
	return { outcome, receipt: await confirm(db, id, arrival) };
}
