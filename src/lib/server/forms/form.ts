import { Refusal } from '#lib/server/submissions/refusal.ts';

const largest = 256 * 1024;

type FormRead = { form: FormData; refusal?: undefined } | { refusal: Refusal; form?: undefined };

/**
 * The fields of a form without files, read up to 256 KB, or why they cannot be taken. Use it instead
 * of `request.formData()`: the server's own limit is that of an upload.
 */
export async function formOrRefusal(request: Request): Promise<FormRead> {
	const bytes = await readUpTo(request.body, largest);
	if (!bytes) return { refusal: new Refusal('El formulario es demasiado grande.', 413) };
	const headers = { 'content-type': request.headers.get('content-type') ?? '' };
	const form = await new Response(bytes, { headers }).formData().catch(() => undefined);
	if (form && !hasNul(form)) return { form };
	const message = 'No pudimos leer el formulario. Vuelva a abrir la página.';
	return { refusal: new Refusal(message, 400) };
}

// No keyboard types one, and PostgreSQL takes none in text.
function hasNul(form: FormData): boolean {
	return [...form].some(([name, value]) => `${name}${textFrom(value)}`.includes('\0'));
}

/** A field as text; empty when it is absent or is a file. */
export function textOf(form: FormData, name: string): string {
	return textFrom(form.get(name));
}

function textFrom(value: FormDataEntryValue | null): string {
	return typeof value === 'string' ? value : '';
}

async function readUpTo(body: ReadableStream<Uint8Array> | null, limit: number) {
	const pieces: Uint8Array[] = [];
	let size = 0;
	const reader = body?.getReader();
	for (;;) {
		const { done, value } = (await reader?.read()) ?? { done: true };
		if (done || !value) break;
		size += value.length;
		if (size > limit) return undefined;
		pieces.push(value);
	}
	return new Uint8Array(Buffer.concat(pieces));
}
