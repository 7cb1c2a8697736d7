import type { Kysely } from 'kysely';
import { isQuarter, quarterName, type Quarter } from '#lib/domain/quarter.ts';
import type { Finding } from '#lib/domain/finding.ts';
import { textList } from '#lib/server/db/bulk.ts';
import type { Database } from '#lib/server/db/schema.ts';
import { noteAct } from './acts.ts';
import type { Changes } from './changes.ts';
import { lockCommits } from './lock.ts';
import { Refusal } from './refusal.ts';

/**
 * Closes a quarter: its figures are corrected with a reason from then on, and no submission that
 * touched it can be undone. Closing twice changes nothing.
 *
 * @throws Refusal (400) when the text is no quarter
 */
export async function closeQuarter(
	db: Kysely<Database>,
	quarter: string,
	{ account }: { account: string | null }
): Promise<{ repeated: boolean }> {
	const name = readQuarter(quarter);
	return db.transaction().execute(async (trx) => {
		await lockCommits(trx);
		const closed = await trx
			.insertInto('quarter')
			.values({ quarter: name, closed_by: account })
			.onConflict((conflict) => conflict.doNothing())
			.returning('quarter')
			.executeTakeFirst();
		if (!closed) return { repeated: true };
		await noteAct(trx, name, { account, action: 'cerrar-trimestre' });
		return { repeated: false };
	});
}

/**
 * Opens a closed quarter again. Opening an open one changes nothing.
 *
 * @throws Refusal (400) when the text is no quarter
 */
export async function openQuarter(
	db: Kysely<Database>,
	quarter: string,
	{ account }: { account: string | null }
): Promise<{ repeated: boolean }> {
	const name = readQuarter(quarter);
	return db.transaction().execute(async (trx) => {
		await lockCommits(trx);
		const { numDeletedRows } = await trx
			.deleteFrom('quarter')
			.where('quarter', '=', name)
			.executeTakeFirst();
		if (numDeletedRows === 0n) return { repeated: true };
		await noteAct(trx, name, { account, action: 'abrir-trimestre' });
		return { repeated: false };
	});
}

/** Those of some periods that are closed, in order. */
export async function closedAmong(
	db: Kysely<Database>,
	periods: Iterable<string | null>
): Promise<Quarter[]> {
	const quarters = [...new Set(periods)].filter((period) => period !== null).filter(isQuarter);
	if (quarters.length === 0) return [];
	const found = await db
		.selectFrom('quarter')
		.where('quarter', 'in', textList(quarters))
		.select('quarter')
		.orderBy('quarter')
		.execute();
	return found.map(({ quarter }) => quarter).filter(isQuarter);
}

/** Periods of which a file changes something; with `retire`, also those of the rows that it retires. */
export function touchedPeriods(changes: Changes, retire: boolean): Set<string | null> {
	return new Set([
		...changes.added.map(({ period }) => period),
		...changes.changed.map(({ row }) => row.period),
		...changes.changed.map(({ before }) => before.period),
		...(retire ? changes.missing.map(({ period }) => period) : [])
	]);
}

/** One warning for all closed quarters that a file changes; kept only with a reason. */
export function closedFinding(quarters: readonly Quarter[]): Finding[] {
	if (quarters.length === 0) return [];
	const names = quarters.slice(0, 4).map(quarterName).join(', ');
	const more = quarters.length > 4 ? ` y ${quarters.length - 4} más` : '';
	const closed =
		quarters.length === 1
			? `El ${names} ya está cerrado`
			: `Estos trimestres ya están cerrados: ${names}${more}`;
	return [
		{
			code: 'closed-quarter',
			severity: 'warning',
			asksReason: true,
			expected: 'un trimestre abierto',
			message: `${closed} y el archivo cambia lo que se informó. Explique por qué se corrige; después no se podrá deshacer.`
		}
	];
}

function readQuarter(text: string): Quarter {
	const quarter = text.trim().toUpperCase();
	if (!isQuarter(quarter))
		throw new Refusal('Escriba el trimestre así: 2026-T3 (año, guion, T y del 1 al 4).', 400);
	return quarter;
}
