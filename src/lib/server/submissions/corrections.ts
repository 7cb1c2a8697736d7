import type { Kysely } from 'kysely';
import type { Finding } from '#lib/domain/finding.ts';
import type { Choices } from '#lib/intake/check.ts';
import type { Database } from '#lib/server/db/schema.ts';
import { findDataset } from '#lib/datasets/index.ts';
import { check, type CheckOutcome } from './check.ts';
import { readOriginal, type ReadOptions } from './reading.ts';
import { Refusal } from './refusal.ts';
import { submissionToWorkOn, type Submission } from './state.ts';

/** A cell of a file: its row as a spreadsheet numbers it, and our column. */
export type CellPlace = { readonly line: number; readonly field: string };

/** A cell and what a person wrote on the page for it. An empty text says that there is no figure. */
export type CellText = CellPlace & { readonly text: string };

/** A correction with what the file has there. */
export type Correction = CellText & { readonly original: string };

/** Who asks, and what is needed to read the file again. */
export type Asked = ReadOptions & { readonly account: string | null };

/** More corrections than these are a matter of a corrected file. */
export const mostCorrections = 20_000;
const longestText = 1000;

/**
 * Writes cells over those of the file and checks it again. A text equal to the file's own is no
 * correction, and takes back the one that was there.
 *
 * @throws Refusal when there is no such cell, a text is too long, or the file is not open any more
 */
export async function correct(
	db: Kysely<Database>,
	id: string,
	{ cells, account, ...options }: Asked & { readonly cells: readonly CellText[] }
): Promise<CheckOutcome> {
	const submission = await submissionToWorkOn(db, id);
	const choices = { ...submission.choices, cells: merged(submission, cells) };
	const detail = { celdas: cells.length };
	return check(db, id, {
		...options,
		choices,
		before: submission.choices,
		act: { account, action: 'corregir', detail }
	});
}

/** Which findings «corregir las N iguales» is about. */
export type Alike = {
	readonly code: string;
	readonly field: string;
	/** Only cells that hold this very text. */
	readonly found?: string;
};

/**
 * Writes what each finding of one kind in one column proposes, also of those that the page does not
 * list, and checks the file again.
 *
 * @throws Refusal when nothing can be proposed, or the file is not open any more
 */
export async function correctAlike(
	db: Kysely<Database>,
	id: string,
	{ code, field, found, account, ...options }: Asked & Alike
): Promise<CheckOutcome & { readonly corrected: number }> {
	const submission = await submissionToWorkOn(db, id);
	const choices = submission.choices;
	const { checked } = await readOriginal(db, submission, { ...options, choices, every: true });
	const alike = checked.findings.filter(
		(finding) =>
			finding.code === code &&
			finding.field === field &&
			(found === undefined || finding.found === found)
	);
	const cells = alike.flatMap(proposed);
	if (cells.length === 0)
		throw new Refusal('No hay celdas iguales que corregir; quizá ya se corrigieron.');

	const outcome = await check(db, id, {
		...options,
		choices: { ...choices, cells: merged(submission, cells) },
		before: choices,
		act: {
			account,
			action: 'corregir-iguales',
			detail: { codigo: code, columna: field, celdas: cells.length }
		}
	});
	return { ...outcome, corrected: cells.length };
}

/**
 * Takes corrections back: the cells hold again what the file says. All of them when none is named.
 *
 * @throws Refusal when the file is not open any more
 */
export async function uncorrect(
	db: Kysely<Database>,
	id: string,
	{ cells, account, ...options }: Asked & { readonly cells?: readonly CellPlace[] }
): Promise<CheckOutcome> {
	const { choices } = await submissionToWorkOn(db, id);
	const left: Record<string, Record<string, string>> = structuredClone(choices.cells ?? {});
	for (const { line, field } of cells ?? []) if (left[line]) delete left[line][field];
	return check(db, id, {
		...options,
		choices: { ...choices, cells: cells ? left : {} },
		before: choices,
		act: { account, action: 'quitar-correcciones', detail: { celdas: cells?.length ?? 'todas' } }
	});
}

/** What was written on the page, row by row, beside what the file has. */
export function correctionsOf(db: Kysely<Database>, id: string): Promise<Correction[]> {
	return db
		.selectFrom('correction')
		.where('submission', '=', id)
		.select(['line', 'field', 'original', 'text'])
		.orderBy('line')
		.orderBy('field')
		.execute();
}

function proposed({ line, field, replacement }: Finding): CellText[] {
	if (line === undefined || field === undefined || replacement === undefined) return [];
	return [{ line, field, text: replacement }];
}

function merged(submission: Submission, cells: readonly CellText[]): NonNullable<Choices['cells']> {
	const columns = findDataset(submission.dataset ?? '')?.columns ?? {};
	const all: Record<string, Record<string, string>> = structuredClone(
		submission.choices.cells ?? {}
	);
	for (const { line, field, text } of cells) {
		if (!Object.hasOwn(columns, field) || !Number.isSafeInteger(line) || line < 1)
			throw new Refusal('Esa celda no está en el archivo. Vuelva a abrir la página.', 400);
		if (text.length > longestText)
			throw new Refusal(`Fila ${line}: escriba a lo más ${longestText} letras.`, 400);
		(all[line] ??= {})[field] = plain(text);
	}
	const count = Object.values(all).reduce((sum, row) => sum + Object.keys(row).length, 0);
	if (count > mostCorrections)
		throw new Refusal(
			'Son demasiadas correcciones para hacerlas aquí. Corrija el archivo y envíelo otra vez.'
		);
	return all;
}

// PostgreSQL has neither NUL nor half letters in text.
function plain(text: string): string {
	return Buffer.from(text.replaceAll('\0', ''), 'utf8').toString('utf8');
}
