import type { Kysely } from 'kysely';
import type { Choices } from '#lib/intake/check.ts';
import type { Database } from '#lib/server/db/schema.ts';
import { check, type CheckOutcome } from './check.ts';
import type { Asked } from './corrections.ts';
import { readOriginal, type ReadOptions } from './reading.ts';
import { Refusal } from './refusal.ts';
import { submissionToWorkOn, type Submission } from './state.ts';

/** What leaving rows out would keep and leave: «Guardar 41 filas correctas y dejar 3 pendientes». */
export type Partial = {
	/** Rows without errors, which would be stored. */
	readonly kept: number;
	/** Rows with errors, by their number in the file. */
	readonly left: readonly number[];
	/** Why it cannot be done, in words; null when it can. */
	readonly refused: string | null;
};

// Rules over rows together speak once the rows that could not be read are away.
const passes = 5;

/** Which rows would be left out, without doing anything. */
export async function partialOf(
	db: Kysely<Database>,
	id: string,
	options: ReadOptions
): Promise<Partial> {
	return plan(db, await submissionToWorkOn(db, id), options);
}

/**
 * Leaves out the rows with errors, so that the others can be confirmed. Only ever because somebody
 * asked for it.
 *
 * @throws Refusal when something is wrong with the whole file, no row is good, or none is bad
 */
export async function leaveOut(
	db: Kysely<Database>,
	id: string,
	{ account, ...options }: Asked
): Promise<CheckOutcome & { readonly leftOut: number }> {
	const submission = await submissionToWorkOn(db, id);
	const { left, kept, refused } = await plan(db, submission, options);
	if (refused !== null) throw new Refusal(refused);
	const outcome = await check(db, id, {
		...options,
		choices: { ...submission.choices, leftOut: [...left] },
		before: submission.choices,
		act: { account, action: 'dejar-filas', detail: { filas: left.length, quedan: kept } }
	});
	return { ...outcome, leftOut: left.length };
}

/**
 * Takes the choice back: every row of the file is read again.
 *
 * @throws Refusal when the file is not open any more
 */
export async function takeAllIn(
	db: Kysely<Database>,
	id: string,
	{ account, ...options }: Asked
): Promise<CheckOutcome> {
	const { choices } = await submissionToWorkOn(db, id);
	return check(db, id, {
		...options,
		choices: withoutLeftOut(choices),
		before: choices,
		act: { account, action: 'incluir-filas' }
	});
}

/** The choices without the rows that were left out. */
export function withoutLeftOut(choices: Choices): Choices {
	const whole = { ...choices };
	delete whole.leftOut;
	return whole;
}

async function plan(
	db: Kysely<Database>,
	submission: Submission,
	options: ReadOptions
): Promise<Partial> {
	const choices = withoutLeftOut(submission.choices);
	const left = new Set<number>();
	for (let pass = 0; pass < passes; pass++) {
		const { checked } = await readOriginal(db, submission, {
			...options,
			choices: { ...choices, leftOut: [...left] },
			every: true
		});
		const errors = checked.findings.filter(({ severity }) => severity === 'error');
		if (errors.length === 0) return planned(checked.rows.length, left);

		const head = checked.reading?.headerLine ?? Infinity;
		const whole = errors.find(({ line }) => line === undefined || line <= head || left.has(line));
		// Without its bad rows the file has none: that is what is wrong, and not its foot.
		if (whole?.code === 'no-rows' && left.size > 0) return planned(0, left);
		if (whole)
			return { kept: 0, left: [], refused: `Antes corrija esto en el archivo: ${whole.message}` };
		for (const { line = 0 } of errors) left.add(line);
	}
	return {
		kept: 0,
		left: [],
		refused: 'Quedan errores aun sin esas filas. Corrija el archivo y envíelo otra vez.'
	};
}

function planned(kept: number, left: ReadonlySet<number>): Partial {
	const refused =
		left.size === 0
			? 'Ninguna fila tiene errores: se guardan todas.'
			: kept === 0
				? 'Todas las filas tienen errores: todavía no hay ninguna que se pueda guardar.'
				: null;
	return { kept, left: [...left].sort((a, b) => a - b), refused };
}
