import { isDeepStrictEqual } from 'node:util';
import type { Kysely } from 'kysely';
import type { StoredRow } from '#lib/intake/records.ts';
import type { Database } from '#lib/server/db/schema.ts';
import { registryVersion } from '#lib/server/queries/revisions.ts';
import { commit, type Commit, type CommitOutcome } from './commit.ts';
import { readToCommit, reviewAgain, tryAgain } from './confirm.ts';
import { packageOf, packageReceipt, type PackageMember, type PackageReceipt } from './package.ts';
import type { ReadOptions } from './reading.ts';
import { Refusal } from './refusal.ts';

const attempts = 3;

/**
 * Confirms every file of a package in one transaction: all of it becomes visible, or nothing. Files
 * are read before it; what others refer to goes first.
 *
 * @throws Refusal when there is no such package, or one of its files cannot be confirmed
 */
export async function confirmPackage(
	db: Kysely<Database>,
	id: string,
	options: ReadOptions & { account: string | null }
): Promise<PackageReceipt & { repeated: boolean }> {
	for (let attempt = 1; attempt <= attempts; attempt++) {
		const { members, state } = await packageOf(db, id);
		if (state === 'confirmada') return { ...(await packageReceipt(db, id)), repeated: true };
		if (state === 'descartada')
			throw new Refusal(
				members.some((member) => member.state === 'deshecha')
					? 'Este envío se confirmó y se deshizo. Envíelo otra vez.'
					: 'Este envío se descartó. Envíelo otra vez.'
			);
		if (state === 'con_errores')
			throw new Refusal(
				'Una parte de este envío tiene errores o no se ha revisado. Corríjala o descártela, y luego confirme todo.'
			);

		const registry = await registryVersion(db);
		const files: Omit<Commit, 'registry'>[] = [];
		for (const member of members)
			if (member.state === 'por_confirmar') files.push(await readToCommit(db, member.id, options));
		refuseContradictions(files, members);

		const stop = await commitAll(db, files, registry);
		if (stop === undefined) return { ...(await packageReceipt(db, id)), repeated: false };
		if (stop === 'review-again') throw reviewAgain();
	}
	throw tryAgain();
}

/** Of one row with two contents nobody knows which is right, least of all by the order of the files. */
function refuseContradictions(
	files: readonly Omit<Commit, 'registry'>[],
	members: readonly PackageMember[]
): void {
	const named = new Map(
		members.map(({ id, fileName, sheet }) => [
			id,
			sheet ? `${fileName}, hoja «${sheet}»` : fileName
		])
	);
	const seen = new Map<string, { file: string; row: StoredRow }>();
	for (const { id, dataset, rows } of files)
		for (const row of rows) {
			const key = `${dataset.id} ${row.key}`;
			const first = seen.get(key);
			if (!first) seen.set(key, { file: id, row });
			else if (!isDeepStrictEqual(contentOf(first.row), contentOf(row)))
				throw new Refusal(
					`Dos archivos traen la misma fila con datos distintos: ${named.get(first.file)} (fila ${first.row.line}) y ${named.get(id)} (fila ${row.line}). Corrija o descarte uno y confirme todo.`
				);
		}
}

function contentOf({ cells, blanks }: StoredRow) {
	return { cells, blanks };
}

/** Undefined when everything was committed; otherwise nothing was, and why. */
async function commitAll(
	db: Kysely<Database>,
	files: readonly Omit<Commit, 'registry'>[],
	registry: number
): Promise<Exclude<CommitOutcome, object> | undefined> {
	try {
		await db.transaction().execute(async (trx) => {
			let version = registry;
			for (const file of files) {
				const outcome = await commit(trx, { ...file, registry: version });
				if (typeof outcome === 'string') throw new Undone(outcome);
				// A registry of this very package is what the files after it were read against.
				version = await registryVersion(trx);
			}
		});
		return undefined;
	} catch (error) {
		if (error instanceof Undone) return error.outcome;
		throw error;
	}
}

/** Rolls the transaction back and says why. */
class Undone extends Error {
	readonly outcome: Exclude<CommitOutcome, object>;

	constructor(outcome: Exclude<CommitOutcome, object>) {
		super(outcome);
		this.outcome = outcome;
	}
}
