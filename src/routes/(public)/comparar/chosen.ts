import type { Kysely } from 'kysely';
import { fold, slug } from '#lib/domain/names.ts';
import { isUbigeo } from '#lib/domain/ubigeo.ts';
import type { Database } from '#lib/server/db/schema.ts';
import { listMunicipalities, searchMunicipalities } from '#lib/server/queries/municipalities.ts';
import type { Viewer } from '#lib/server/visibility.ts';
import { codeOf } from './asked.ts';

/** A municipality that is compared. */
export type Chosen = {
	readonly ubigeo: string;
	/** Told apart from another of the same name: `San Marcos (Huari)`. */
	readonly name: string;
	readonly place: string;
	/** Page of the municipality. */
	readonly href: string;
	readonly fictional: boolean;
};

type Row = {
	ubigeo: string;
	name: string;
	province: string | null;
	department: string;
	fictional: boolean;
};

/** The municipalities of some codes in the order of the codes, and the codes that nobody has. */
export async function findChosen(
	db: Kysely<Database>,
	{ viewer, codes }: { viewer: Viewer; codes: readonly string[] }
): Promise<{ found: Chosen[]; unknown: string[] }> {
	const members = codes.filter(isUbigeo);
	const rows =
		members.length === 0 ? [] : await listMunicipalities(db, { viewer, members }).execute();
	const byCode = new Map(rows.map((row) => [row.ubigeo, row]));
	const inOrder = codes.flatMap((code) => byCode.get(code) ?? []);

	return { found: tellApart(inOrder), unknown: codes.filter((code) => !byCode.has(code)) };
}

/** Who may be meant by what somebody typed: one by its code or whole name, else all that it fits. */
export async function findTyped(
	db: Kysely<Database>,
	{ viewer, text }: { viewer: Viewer; text: string }
): Promise<Chosen[]> {
	const code = codeOf(text);
	if (isUbigeo(code)) return (await findChosen(db, { viewer, codes: [code] })).found;
	if (fold(text) === '') return [];

	const rows = await searchMunicipalities(db, { viewer, text, limit: 12 }).execute();
	const exact = rows.filter((row) => fold(row.name) === fold(text));
	return tellApart(exact.length > 0 ? exact : rows);
}

/** Names that two of them bear get their province (or code) beside. */
export function tellApart(rows: readonly Row[]): Chosen[] {
	const isTwice = (name: string) => rows.filter((row) => row.name === name).length > 1;
	return rows.map(({ ubigeo, name, province, department, fictional }) => ({
		ubigeo,
		name: isTwice(name) ? `${name} (${province ?? ubigeo})` : name,
		place: [province, department].filter((part) => part && part !== name).join(', '),
		href: `/municipalidades/${ubigeo}-${slug(name)}`,
		fictional
	}));
}
