import type { Kysely } from 'kysely';
import type { Database } from '#lib/server/db/schema.ts';
import { publicViewer as viewer } from '#lib/server/visibility.ts';
import { respond } from '../../src/routes/api/v1/[resource]/respond.ts';

export type Row = Readonly<Record<string, unknown>>;
export type Body = {
	datos: Row[];
	meta: Readonly<Record<string, unknown>> & { siguiente?: string };
};

/** Asks the API as anybody would: `valores.json?indicador=IDX02`, or a whole address. */
export function ask(db: Kysely<Database>, path: string, seen?: string): Promise<Response> {
	const url = new URL(path, 'http://observatorio.test/api/v1/');
	const resource = url.pathname.split('/').at(-1) ?? '';
	return respond(db, { viewer, resource, url, seen });
}

/** The same, read as JSON. Fails with what was answered when it is not 200. */
export async function askJson(db: Kysely<Database>, path: string): Promise<Body> {
	const response = await ask(db, path);
	if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`);
	const body: Body = await response.json();
	return body;
}

/** What tells a value from every other. */
export function keyOf(row: Row): string {
	return [row.indicador, row.dimension ?? '', row.periodo, row.municipio].join('\u0000');
}
