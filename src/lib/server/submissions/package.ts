import type { Kysely } from 'kysely';
import { datasets } from '#lib/datasets/index.ts';
import type { Database, SubmissionState } from '#lib/server/db/schema.ts';
import { check, type CheckOutcome } from './check.ts';
import type { Counts } from './changes.ts';
import { isSubmissionId, submissionId } from './id.ts';
import type { ReadOptions } from './reading.ts';
import { receiptOf, type Receipt } from './receipt.ts';
import { receive, type Arrival } from './receive.ts';
import { Refusal } from './refusal.ts';
import { sheetsApart, type LeftSheet } from './sheets.ts';
import { openStates, submissionById } from './state.ts';

/** One submission of a package: a file, or a sheet of a workbook. */
export type PackageMember = {
	readonly id: string;
	readonly dataset: string | null;
	readonly state: SubmissionState;
	readonly fileName: string;
	readonly sheet: string | null;
	/** Rows that were read; null before the first check. */
	readonly rows: number | null;
	/** Null for one with errors: then nothing is compared. */
	readonly counts: Counts | null;
	readonly errors: number;
	readonly warnings: number;
};

/** Files and sheets that were sent together, in the order in which they are confirmed. */
export type SubmissionPackage = {
	readonly id: string;
	/** The discarded ones stand last. */
	readonly members: readonly PackageMember[];
	/** `con_errores` while one of them cannot be confirmed, `descartada` when nothing is left. */
	readonly state: 'por_confirmar' | 'con_errores' | 'confirmada' | 'descartada';
};

/** What the sender of a package keeps as proof. */
export type PackageReceipt = {
	readonly id: string;
	readonly receipts: readonly Receipt[];
	/** The sum over its files. */
	readonly counts: Counts;
	/** When the last of them was confirmed, in UTC. */
	readonly confirmedAt: string;
	/** Everything in it «ya estaba cargado». */
	readonly unchanged: boolean;
};

/** What became of files that arrived together. */
export type ReceivedPackage = {
	/** Null when a single submission came of it: then there is no package. */
	readonly package: string | null;
	readonly ids: readonly string[];
	readonly left: readonly LeftSheet[];
	/** The same key came before: these are the submissions of then. */
	readonly repeated: boolean;
};

/**
 * Takes in files that arrive together: each is one submission, and so is each table of a workbook; all
 * of them share a package. With one key, sent again they are the submissions of the first time.
 *
 * @throws Refusal when there is none, one is too large, or the key came before with other files
 */
export async function receivePackage(
	db: Kysely<Database>,
	arrivals: readonly Arrival[]
): Promise<ReceivedPackage> {
	if (arrivals.length === 0) throw new Refusal('Elija al menos un archivo.', 400);
	const apart = await Promise.all(arrivals.map(sheetsApart));
	const parts = apart.flatMap((one) => one.arrivals);
	const label = parts.length > 1 ? submissionId() : null;
	const ids: string[] = [];
	let stored = label;
	let repeated = false;
	for (const [position, part] of parts.entries()) {
		const key = part.idempotencyKey;
		const received = await receive(db, {
			...part,
			...(stored !== null && { package: stored }),
			...(key !== undefined && position > 0 && { idempotencyKey: `${key}/${position}` })
		});
		ids.push(received.id);
		// Whoever died halfway the first time leaves the rest to join what was taken then.
		if (received.repeated && label !== null)
			stored = (await submissionById(db, received.id)).package ?? label;
		repeated ||= received.repeated;
	}
	return { package: stored, ids, left: apart.flatMap(({ left }) => left), repeated };
}

/**
 * Reads every file of a package that may still be read, in the order in which they are confirmed.
 *
 * @throws Refusal (404) when there is no such package
 */
export async function checkPackage(
	db: Kysely<Database>,
	id: string,
	options: ReadOptions
): Promise<CheckOutcome[]> {
	const outcomes = new Map<string, CheckOutcome>();
	const read = async () => {
		for (const { id: member, state } of (await packageOf(db, id)).members)
			if (openStates.includes(state) && outcomes.get(member)?.state !== 'por_confirmar')
				outcomes.set(member, await check(db, member, options));
	};
	await read();
	// Which file is the registry shows only by reading it; others may name places that it brings.
	const kinds = [...outcomes.values()].map(({ dataset }) => dataset);
	if (kinds.includes('municipios') || kinds.includes('membresias')) await read();
	return [...outcomes.values()];
}

/**
 * The submissions of a package with their state and what was found in them.
 *
 * @throws Refusal (404) when there is no such package
 */
export async function packageOf(db: Kysely<Database>, id: string): Promise<SubmissionPackage> {
	// What the demonstration's files share is a label and no package.
	const rows = isSubmissionId(id) ? await membersOf(db, id).execute() : [];
	if (rows.length === 0) throw new Refusal('No existe ese envío de varios archivos.', 404);

	const members = rows
		.map(({ file_name: fileName, counts, errors, warnings, ...member }): PackageMember => {
			const found = { errors: errors ?? 0, warnings: warnings ?? 0 };
			return { ...member, ...found, fileName, counts: counts && sum([counts]) };
		})
		.sort((a, b) => rank(a) - rank(b));
	return { id, members, state: stateOf(members.map(({ state }) => state)) };
}

/** @throws Refusal (404) when there is no such package, or not all of it is confirmed */
export async function packageReceipt(db: Kysely<Database>, id: string): Promise<PackageReceipt> {
	const { members, state } = await packageOf(db, id);
	if (state !== 'confirmada')
		throw new Refusal('No hay constancia de ese envío: no está confirmado.', 404);

	const receipts: Receipt[] = [];
	for (const member of members)
		if (member.state === 'confirmada') receipts.push(await receiptOf(db, member.id));
	return {
		id,
		receipts,
		counts: sum(receipts.map(({ counts }) => counts)),
		confirmedAt: receipts.map((receipt) => receipt.confirmedAt).reduce((a, b) => (a > b ? a : b)),
		unchanged: receipts.every((receipt) => receipt.unchanged)
	};
}

function membersOf(db: Kysely<Database>, id: string) {
	return db
		.selectFrom('submission')
		.where('package', '=', id)
		.select((row) => [
			'submission.id',
			'dataset',
			'state',
			'file_name',
			'sheet',
			'rows',
			'counts',
			row
				.selectFrom('finding')
				.whereRef('finding.submission', '=', 'submission.id')
				.where((where) => where(where.ref('finding', '->>').key('severity'), '=', 'error'))
				.select(({ fn }) => fn.countAll<number>().as('count'))
				.as('errors'),
			row
				.selectFrom('finding')
				.whereRef('finding.submission', '=', 'submission.id')
				.where((where) => where(where.ref('finding', '->>').key('severity'), '=', 'warning'))
				.select(({ fn }) => fn.countAll<number>().as('count'))
				.as('warnings')
		])
		.orderBy('received_at')
		.orderBy('submission.id');
}

/** What others refer to comes first; a file of an unknown kind after those, a discarded one last. */
function rank({ dataset, state }: PackageMember): number {
	if (state === 'descartada') return datasets.length + 1;
	const place = datasets.findIndex(({ id }) => id === dataset);
	return place < 0 ? datasets.length : place;
}

function stateOf(states: readonly SubmissionState[]): SubmissionPackage['state'] {
	const left = states.filter((state) => state !== 'descartada' && state !== 'deshecha');
	if (left.length === 0) return 'descartada';
	if (left.every((state) => state === 'confirmada')) return 'confirmada';
	const ready = left.every((state) => state === 'confirmada' || state === 'por_confirmar');
	return ready ? 'por_confirmar' : 'con_errores';
}

function sum(all: readonly Partial<Counts>[]): Counts {
	const total: Counts = { filas: 0, nuevas: 0, cambian: 0, iguales: 0, faltan: 0 };
	for (const { filas = 0, nuevas = 0, cambian = 0, iguales = 0, faltan = 0 } of all) {
		total.filas += filas;
		total.nuevas += nuevas;
		total.cambian += cambian;
		total.iguales += iguales;
		total.faltan += faltan;
	}
	return total;
}
