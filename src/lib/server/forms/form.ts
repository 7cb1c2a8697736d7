import { Refusal } from '#lib/server/submissions/refusal.ts';

const largest = 256 * 1024;

/**
 * The fields of a form without files, read up to 256 KB. Use it instead of `request.formData()`: the
 * server's own limit is that of an upload.
 *
 * @throws Refusal (413 or 400)
 */
export async function readForm(request: Request): Promise<FormData> {
	const type = request.headers.get('content-type') ?? '';
	const bytes = await readUpTo(request.body, largest);
	try {
		return await new Response(bytes, { headers: { 'content-type': type } }).formData();
	} catch {
		throw new Refusal('No pudimos leer el formulario. Vuelva a abrir la página.', 400);
	}
}

/** A field as text; empty when it is absent or is a file. */
export function textOf(form: FormData, name: string): string {
	const value = form.get(name);
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
		if (size > limit) throw new Refusal('El formulario es demasiado grande.', 413);
		pieces.push(value);
	}
	return new Uint8Array(Buffer.concat(pieces));
}
