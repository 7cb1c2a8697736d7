import { stat } from 'node:fs/promises';
import type { Kysely } from 'kysely';
import type { Choices } from '#lib/intake/check.ts';
import { json } from '#lib/server/db/bulk.ts';
import type { Database } from '#lib/server/db/schema.ts';
import type { Originals } from '#lib/server/originals.ts';
import { submissionId } from './id.ts';
import { refuseOverQuota } from './quota.ts';
import { Refusal } from './refusal.ts';

/** A file as it arrives, and what its sender said of it. */
export type Arrival = {
	readonly originals: Originals;
	/** The file whole, or where the upload was written while it came in. */
	readonly bytes: Uint8Array | { readonly path: string };
	readonly fileName: string;
	readonly choices?: Choices;
	/** Account that sends it; null for the command line. */
	readonly account: string | null;
	/** Whose file it is, as its sender says; what its rows say counts for more. */
	readonly municipality?: string;
	/** Invented, for a file without municipalities (an exchange rate of the demonstration). */
	readonly fictional?: boolean;
	/** A label for files sent together. */
	readonly package?: string;
	/** The same key from the same sender is the same submission, however often it arrives. */
	readonly idempotencyKey?: string;
	/** Largest file that is taken, in bytes. */
	readonly limit?: number;
};

/**
 * Takes a file in. The original is on disk and flushed before its row exists, and the id is the
 * acknowledgement: whoever has it can count on the file.
 *
 * @throws Refusal when the file is too large, the account sent too much today, or the key came before
 * with another file
 */
export async function receive(
	db: Kysely<Database>,
	arrival: Arrival
): Promise<{ id: string; repeated: boolean }> {
	const { originals, bytes, account } = arrival;
	const size = bytes instanceof Uint8Array ? bytes.length : (await stat(bytes.path)).size;
	if (arrival.limit !== undefined && size > arrival.limit) throw tooLarge(arrival.limit);
	if (account !== null && !(await isRepeated(db, arrival)))
		await refuseOverQuota(db, { account, bytes: size });
	const original = await originals.keep(bytes);

	const inserted = await db
		.insertInto('submission')
		.values({
			id: submissionId(),
			dataset: arrival.choices?.dataset ?? null,
			state: 'recibida',
			file_name: readableName(arrival.fileName),
			...original,
			account,
			choices: json(arrival.choices ?? {}),
			municipality: arrival.municipality ?? null,
			fictional: arrival.fictional ?? false,
			package: arrival.package ?? null,
			sheet: arrival.choices?.sheet ?? null,
			idempotency_key: arrival.idempotencyKey ?? null
		})
		.onConflict((conflict) => conflict.doNothing())
		.returning(noted)
		.executeTakeFirst();
	if (inserted) {
		await originals.note(inserted);
		return { id: inserted.id, repeated: false };
	}

	const earlier = await sentWithKey(db, account, arrival.idempotencyKey ?? '');
	if (earlier.sha256 !== original.sha256)
		throw new Refusal('Esa clave de envío ya se usó con otro archivo. Use una clave nueva.');
	// Whoever sent it first may have died before it was noted.
	await originals.note(earlier);
	return { id: earlier.id, repeated: true };
}

const noted = [
	'id',
	'sha256',
	'bytes',
	'file_name',
	'dataset',
	'account',
	'choices',
	'package',
	'idempotency_key',
	'received_at'
] as const;

function sentWithKey(db: Kysely<Database>, account: string | null, key: string) {
	return db
		.selectFrom('submission')
		.where('account', account === null ? 'is' : '=', account)
		.where('idempotency_key', '=', key)
		.select(noted)
		.executeTakeFirstOrThrow();
}

// What came before counts once, and its sender gets the same answer.
async function isRepeated(db: Kysely<Database>, { account, idempotencyKey }: Arrival) {
	if (account === null || idempotencyKey === undefined) return false;
	const earlier = await db
		.selectFrom('submission')
		.where('account', '=', account)
		.where('idempotency_key', '=', idempotencyKey)
		.select('id')
		.executeTakeFirst();
	return earlier !== undefined;
}

function tooLarge(limit: number): Refusal {
	const megabytes = Math.floor((limit / 1024 / 1024) * 10) / 10;
	return new Refusal(
		`El archivo pasa de ${megabytes} MB, el máximo que se recibe. Divídalo por trimestres o por municipalidades.`,
		413
	);
}

// The name is only ever shown: no path is made from it. PostgreSQL has no NUL in text.
function readableName(name: string): string {
	// Signs that turn the line would show another name than the file has.
	const plain = name
		.replace(/[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, '')
		.slice(0, 255);
	return Buffer.from(plain, 'utf8').toString('utf8') || 'sin nombre';
}
