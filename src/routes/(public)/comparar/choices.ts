import { error, redirect } from '@sveltejs/kit';
import type { Kysely } from 'kysely';
import type { Database } from '#lib/server/db/schema.ts';
import { countMunicipalities, listMunicipalities } from '#lib/server/queries/municipalities.ts';
import { listNetworks, networkMembers } from '#lib/server/queries/groups.ts';
import type { Viewer } from '#lib/server/visibility.ts';
import { isQuarter, type Quarter } from '#lib/domain/quarter.ts';
import { addressOf, most, type Asked } from './asked.ts';
import { findChosen, findTyped, type Chosen } from './chosen.ts';

/** What the page knows once the address is read and looked up. */
export type Choices = {
	readonly chosen: readonly Chosen[];
	/** Known ones beyond the most that fit. */
	readonly leftOut: readonly Chosen[];
	/** Codes that nobody has, cut short. */
	readonly unknown: readonly string[];
	/** What was typed to add one, and who may be meant when it is not one alone. */
	readonly typed: { readonly text: string; readonly candidates: readonly Chosen[] } | null;
	readonly quarter: Quarter | null;
};

/** More codes than this in one address are nobody's comparison. */
const mostCodes = 50;
/** Longer lists would weigh more than the page: they name members of networks only. */
const mostOffered = 300;

/** Looks up what the address asks for. Who was typed and found alone is added, and the address says so. */
export async function readChoices(
	db: Kysely<Database>,
	{ viewer, asked }: { viewer: Viewer; asked: Asked }
): Promise<Choices> {
	const codes = asked.codes.slice(0, mostCodes);
	const { found, unknown } = await findChosen(db, { viewer, codes });
	const quarter = readQuarter(asked.quarter);
	const choices = {
		chosen: found.slice(0, most),
		leftOut: found.slice(most),
		unknown: unknown.map((code) => code.slice(0, 40)),
		quarter
	};
	if (asked.adding === '') return { ...choices, typed: null };

	const candidates = await findTyped(db, { viewer, text: asked.adding });
	const [only] = candidates;
	if (only && candidates.length === 1) {
		const all = [...new Set([...found.map(({ ubigeo }) => ubigeo), only.ubigeo])];
		redirect(303, addressOf(all, { quarter: quarter ?? '', order: asked.order }));
	}
	return { ...choices, typed: { text: asked.adding.slice(0, 80), candidates } };
}

/** Municipalities that the field to add one suggests: all of them, or those of the networks. */
export async function suggestions(
	db: Kysely<Database>,
	{ viewer, chosen }: { viewer: Viewer; chosen: readonly Chosen[] }
): Promise<string[]> {
	const { total } = await countMunicipalities(db).executeTakeFirstOrThrow();
	const members = total > mostOffered ? await ofNetworks(db, viewer) : undefined;
	const rows = await listMunicipalities(db, { viewer, members }).execute();
	const taken = new Set(chosen.map(({ ubigeo }) => ubigeo));

	return rows
		.filter(({ ubigeo }) => !taken.has(ubigeo))
		.slice(0, mostOffered)
		.map(({ ubigeo, name }) => `${name} (${ubigeo})`);
}

async function ofNetworks(db: Kysely<Database>, viewer: Viewer): Promise<string[]> {
	const networks = await listNetworks(db).execute();
	const members = await Promise.all(
		networks.map(({ network }) => networkMembers(db, { viewer, network }).execute())
	);
	return [...new Set(members.flat().map(({ ubigeo }) => ubigeo))];
}

function readQuarter(text: string): Quarter | null {
	if (text === '') return null;
	if (!isQuarter(text)) error(400, 'Escriba el trimestre así: 2026-T3.');
	return text;
}
