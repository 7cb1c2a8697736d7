import { error, type Cookies } from '@sveltejs/kit';
import type { Dataset } from '#lib/datasets/types.ts';
import { isPeriod } from '#lib/domain/period.ts';
import { isUbigeo } from '#lib/domain/ubigeo.ts';
import { attachmentHeaders } from '#lib/server/attachment.ts';
import { database } from '#lib/server/database.ts';
import { filledTemplates } from '#lib/server/templates/prefill.ts';
import { templateWorkbook, type TemplateBook } from '#lib/server/templates/workbook.ts';

/** The templates that an address asks for: `?municipio=180301&trimestre=2026-T3`, each optional. */
export async function askedTemplates(
	asked: readonly Dataset[],
	{ url, locals }: { url: URL; locals: App.Locals }
): Promise<TemplateBook> {
	const municipality = url.searchParams.get('municipio') || undefined;
	const period = url.searchParams.get('trimestre') || url.searchParams.get('periodo') || undefined;
	if (period !== undefined && !isPeriod(period))
		error(400, 'El trimestre se escribe como 2026-T3.');
	const { viewer } = locals;
	const book =
		municipality === undefined || isUbigeo(municipality)
			? await filledTemplates(database(), asked, { viewer, municipality, period })
			: undefined;
	return book ?? error(404, 'No existe esa municipalidad.');
}

/** `plantilla-servicios-180301-2026-T3.csv`: what is in a template stands in its name. */
export function templateName(what: string, url: URL, extension: 'csv' | 'xlsx'): string {
	const { searchParams } = url;
	const parts = ['municipio', 'trimestre'].map((name) => searchParams.get(name) ?? '');
	return `${['plantilla', what, ...parts].filter(Boolean).join('-')}.${extension}`;
}

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Templates as one workbook to save. */
export async function workbookAnswer(
	what: string,
	asked: readonly Dataset[],
	request: { url: URL; locals: App.Locals }
): Promise<Response> {
	const book = await templateWorkbook(await askedTemplates(asked, request));
	const name = templateName(what, request.url, 'xlsx');
	return new Response(new Uint8Array(book), {
		headers: { ...attachmentHeaders(name, workbookType), 'cache-control': 'private, no-cache' }
	});
}

const remembered = 'separador';
const year = 365 * 24 * 60 * 60;

/** The separator asked for, which is remembered, or the one of the last time. */
export function separator(url: URL, cookies: Cookies): ',' | ';' {
	const asked = url.searchParams.get('separador');
	if (asked === 'coma' || asked === 'punto-y-coma')
		cookies.set(remembered, asked, {
			path: '/cargas',
			maxAge: year,
			sameSite: 'lax',
			httpOnly: true
		});
	return (asked ?? cookies.get(remembered)) === 'punto-y-coma' ? ';' : ',';
}
