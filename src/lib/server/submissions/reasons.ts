import { sql, type Kysely } from 'kysely';
import type { Finding } from '#lib/domain/finding.ts';
import type { Database } from '#lib/server/db/schema.ts';
import { noteAct } from './acts.ts';
import { Refusal } from './refusal.ts';
import { submissionToWorkOn } from './state.ts';

/** Why the warnings of one kind in one column are kept. */
export type Reason = {
	readonly code: string;
	/** Our column; empty for a warning of no column. */
	readonly field: string;
	readonly text: string;
	readonly account: string | null;
	/** Instant in UTC. */
	readonly at: string;
};

const longestReason = 1000;

/**
 * Says why the warnings of one kind in one column are right as they are. An empty text takes the
 * reason back.
 *
 * @throws Refusal when there is no such warning, the text is too long, or the file is not open any more
 */
export async function explain(
	db: Kysely<Database>,
	id: string,
	said: { code: string; field?: string; text: string; account: string | null }
): Promise<void> {
	await submissionToWorkOn(db, id);
	const { code, field = '', account } = said;
	const text = Buffer.from(said.text.replaceAll('\0', ''), 'utf8').toString('utf8').trim();
	if (text.length > longestReason)
		throw new Refusal(`Explíquelo en menos de ${longestReason} letras.`, 400);
	const warnings = await warningsOf(db, id);
	if (!warnings.some((finding) => finding.code === code && (finding.field ?? '') === field))
		throw new Refusal('Esa advertencia ya no está. Vuelva a abrir la página.');

	await db.transaction().execute(async (trx) => {
		if (text === '')
			await trx
				.deleteFrom('remark')
				.where('submission', '=', id)
				.where('code', '=', code)
				.where('field', '=', field)
				.execute();
		else
			await trx
				.insertInto('remark')
				.values({ submission: id, code, field, text, account })
				.onConflict((conflict) =>
					conflict.columns(['submission', 'code', 'field']).doUpdateSet({
						text,
						account,
						at: sql<string>`date_trunc('milliseconds', now())`
					})
				)
				.execute();
		await noteAct(trx, id, { account, action: 'explicar', detail: { codigo: code, field, text } });
	});
}

/** The reasons given for the warnings of a submission. */
export function reasonsOf(db: Kysely<Database>, id: string): Promise<Reason[]> {
	return db
		.selectFrom('remark')
		.where('submission', '=', id)
		.select(['code', 'field', 'text', 'account', 'at'])
		.orderBy('code')
		.orderBy('field')
		.execute();
}

/** The first warning of each kind and column that is kept only with a reason and has none. */
export async function unexplained(db: Kysely<Database>, id: string): Promise<Finding[]> {
	const reasons = new Set((await reasonsOf(db, id)).map(({ code, field }) => `${code}|${field}`));
	const open = new Map<string, Finding>();
	for (const finding of await warningsOf(db, id)) {
		const kind = `${finding.code}|${finding.field ?? ''}`;
		if (finding.asksReason && !reasons.has(kind) && !open.has(kind)) open.set(kind, finding);
	}
	return [...open.values()];
}

/** Gives one reason for every warning that waits for one: for whoever loads files without being asked. */
export async function explainAll(
	db: Kysely<Database>,
	id: string,
	{ text, account }: { text: string; account: string | null }
): Promise<void> {
	for (const { code, field } of await unexplained(db, id))
		await explain(db, id, { code, field, text, account });
}

/** @throws Refusal that names the warnings which wait for a reason */
export async function refuseUnexplained(db: Kysely<Database>, id: string): Promise<void> {
	const open = await unexplained(db, id);
	if (open.length === 0) return;
	const columns = [...new Set(open.flatMap(({ column }) => column ?? []))];
	const shown = columns.slice(0, 4).map((name) => `«${name}»`);
	const named =
		columns.length === 0
			? []
			: [
					`Falta explicar por qué es correcto lo que advertimos en ${shown.join(', ')}${columns.length > 4 ? ' y otras columnas' : ''}; o corríjalo.`
				];
	const others = open.filter(({ column }) => column === undefined);
	throw new Refusal([...named, ...others.map(({ message }) => message)].join(' '));
}

/** Takes away the reasons for warnings that are not found any more. */
export async function forgetReasons(
	trx: Kysely<Database>,
	id: string,
	findings: readonly Finding[]
): Promise<void> {
	const left = new Set(
		findings
			.filter(({ severity }) => severity === 'warning')
			.map(({ code, field }) => `${code}|${field ?? ''}`)
	);
	for (const { code, field } of await reasonsOf(trx, id))
		if (!left.has(`${code}|${field}`))
			await trx
				.deleteFrom('remark')
				.where('submission', '=', id)
				.where('code', '=', code)
				.where('field', '=', field)
				.execute();
}

async function warningsOf(db: Kysely<Database>, id: string): Promise<Finding[]> {
	const found = await db
		.selectFrom('finding')
		.where('submission', '=', id)
		.select('finding')
		.orderBy('position')
		.execute();
	return found.map(({ finding }) => finding).filter(({ severity }) => severity === 'warning');
}
