import type { Kysely } from 'kysely';
import { writeCsv } from '#lib/server/csv.ts';
import type { Database } from '#lib/server/db/schema.ts';
import { dataVersion } from '#lib/server/queries/revisions.ts';
import { Refusal } from '#lib/server/submissions/refusal.ts';
import type { Viewer } from '#lib/server/visibility.ts';
import { flat, type Answer, type Resource } from './answer.ts';
import { calidad } from './calidad.ts';
import { conjuntos } from './conjuntos.ts';
import { indicadores } from './indicadores.ts';
import { municipios } from './municipios.ts';
import { readParameters, readStyle } from './parameters.ts';
import { registros } from './registros.ts';
import { valores } from './valores.ts';

const resources: ReadonlyMap<string, Resource> = new Map(
	Object.entries({ municipios, conjuntos, indicadores, valores, registros, calidad })
);

/** Anybody's page or script may read what is public. */
export const open = {
	'access-control-allow-origin': '*',
	'access-control-allow-methods': 'GET, HEAD, OPTIONS',
	'access-control-expose-headers': 'ETag, Link'
};

/**
 * The answer of `/api/v1/<name>.json`, `.csv` or without extension (JSON). `seen` is the caller's
 * `If-None-Match`; the mark changes with the data and with the release.
 */
export async function respond(
	db: Kysely<Database>,
	options: {
		viewer: Viewer;
		resource: string;
		url: URL;
		release?: string;
		seen?: string | null;
	}
): Promise<Response> {
	const { viewer, resource: name, url, release = '0', seen } = options;
	const [, base = '', extension = 'json'] = /^([a-z]+)(?:\.(json|csv))?$/.exec(name) ?? [];
	const resource = resources.get(base);
	if (!resource)
		return refuse(404, `No existe esa dirección. Hay: ${[...resources.keys()].join(', ')}.`);

	try {
		const parameters = readParameters(
			url,
			extension === 'csv' ? [...resource.parameters, 'separador'] : resource.parameters
		);
		const style = readStyle(parameters);
		const version = await dataVersion(db);
		const etag = `W/"${version}-${release}"`;
		const headers = { ...open, etag, 'cache-control': 'public, no-cache' };
		if (seen?.split(',').some((mark) => mark.trim() === etag)) {
			return new Response(null, { status: 304, headers });
		}

		const answer = await resource.read(db, { viewer, parameters, site: url.origin });
		const next = answer.next === undefined ? undefined : nextAddress(url, answer.next);
		const more = {
			...headers,
			...(next ? { link: `<${next}>; rel="next"` } : {}),
			...(answer.invented ? { 'x-robots-tag': 'noindex' } : {})
		};
		return extension === 'csv'
			? asCsv(answer, { name: base, style, headers: more })
			: asJson(answer, version, next, more);
	} catch (problem) {
		if (problem instanceof Refusal) return refuse(problem.status, problem.message);
		throw problem;
	}
}

type Headers = Record<string, string>;

function asJson(answer: Answer, version: number, next: string | undefined, headers: Headers) {
	const meta = {
		version,
		demostracion: answer.invented,
		...(answer.invented ? { aviso: 'Contiene cifras inventadas de la red de demostración.' } : {}),
		...answer.meta,
		...(next ? { siguiente: next } : {})
	};
	return Response.json({ datos: answer.rows, meta }, { headers });
}

function asCsv(
	answer: Answer,
	{ name, style, headers }: { name: string; style: ReturnType<typeof readStyle>; headers: Headers }
) {
	return new Response(writeCsv(answer.columns, answer.csv ?? answer.rows.map(flat), style), {
		headers: {
			...headers,
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': `attachment; filename="${name}.csv"`,
			'x-content-type-options': 'nosniff'
		}
	});
}

function nextAddress(url: URL, mark: string): string {
	const next = new URL(url);
	next.searchParams.set('siguiente', mark);
	return next.href;
}

function refuse(status: number, error: string) {
	return Response.json({ error }, { status, headers: open });
}
