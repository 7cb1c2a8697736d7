import { sql, type Kysely } from 'kysely';
import { limaDate } from '#lib/domain/lima.ts';
import type { Database } from '#lib/server/db/schema.ts';
import { Refusal } from './refusal.ts';

/** What one account may send in a day of Lima. Files of nobody (the command line) are not counted. */
export const dailyQuota = { files: 300, bytes: 2 * 1024 * 1024 * 1024 } as const;

type Quota = { readonly files: number; readonly bytes: number };

/**
 * Refuses a file that would pass an account's quota of the day, with what frees it. Whoever sends on
 * another account is not held up.
 *
 * @throws Refusal (429) when the quota is used up
 */
export async function refuseOverQuota(
	db: Kysely<Database>,
	{ account, bytes, now = new Date() }: { account: string; bytes: number; now?: Date },
	quota: Quota = dailyQuota
): Promise<void> {
	const sent = await db
		.selectFrom('submission')
		.where('account', '=', account)
		.where('received_at', '>=', midnight(now))
		.select(({ fn }) => [
			fn.countAll<number>().as('files'),
			fn.coalesce(fn.sum<number>('bytes'), sql<number>`0`).as('bytes')
		])
		.executeTakeFirstOrThrow();
	if (Number(sent.files) >= quota.files)
		throw new Refusal(
			`Hoy ya envió ${sent.files} archivos, el máximo por día y por cuenta. Podrá enviar más desde la medianoche (hora de Lima); si es urgente, puede hacerlo otra persona con su cuenta.`,
			429
		);
	if (Number(sent.bytes) + bytes > quota.bytes)
		throw new Refusal(
			`Con este archivo pasaría de ${megabytes(quota.bytes)} MB enviados hoy, el máximo por día y por cuenta. Podrá enviarlo desde la medianoche (hora de Lima); si es urgente, puede hacerlo otra persona con su cuenta.`,
			429
		);
}

// Peru is five hours behind UTC all year.
function midnight(now: Date): string {
	return `${limaDate(now)}T05:00:00.000Z`;
}

function megabytes(bytes: number): string {
	return String(Math.floor(bytes / 1024 / 1024)).replace(/\B(?=(\d{3})+$)/g, ',');
}
