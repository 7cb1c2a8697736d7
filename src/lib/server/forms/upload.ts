import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Busboy, type BusboyFileStream, type BusboyInstance } from '@fastify/busboy';
import { Refusal } from '#lib/server/submissions/refusal.ts';

/** Longest text that can be pasted, in bytes. */
const pastedLimit = 2 * 1024 * 1024;
/** Room for a pasted text, the boundaries and the other fields around a file. */
const aroundFile = pastedLimit + 64 * 1024;

/** Where a file was set down, and the name that its sender gave it: text to show, never a path. */
export type UploadedFile = { readonly path: string; readonly name: string; readonly bytes: number };

/** Most files that one form may bring. */
const mostFiles = 20;

/** A form with its files, which were written to disk while they came in. */
export type Upload = {
	readonly fields: ReadonlyMap<string, string>;
	readonly files: readonly UploadedFile[];
	/** Removes the files from where they were set down. To be called in every case. */
	remove(): Promise<void>;
};

type Options = { readonly limit: number; readonly fileField: string };

/**
 * Reads a form with files without holding them in memory; together they keep within the limit. A file
 * input left empty is no file.
 *
 * @param options.limit most bytes in all files
 * @throws Refusal (400 or 413) with words for the person
 */
export async function readUpload(request: Request, options: Options): Promise<Upload> {
	const type = request.headers.get('content-type') ?? '';
	if (!/^multipart\/form-data\s*;/i.test(type) || !request.body) throw unreadable();
	if (Number(request.headers.get('content-length')) > options.limit + aroundFile)
		throw tooLarge(options.limit);

	const folder = await mkdtemp(join(tmpdir(), 'observatorio-subida-'));
	const remove = () => rm(folder, { recursive: true, force: true });
	try {
		const parts = collect(openParser(type, options), { ...options, folder });
		await feed(request.body, parts, options.limit);
		const all = await Promise.all(parts.files);
		const files = all.filter(({ name, bytes }) => name !== '' || bytes > 0);
		return { fields: parts.fields, files, remove };
	} catch (error) {
		await remove();
		throw refusalFor(error, options);
	}
}

type Parts = {
	readonly parser: BusboyInstance;
	readonly fields: Map<string, string>;
	readonly files: Promise<UploadedFile>[];
	/** Fulfilled at the end of the form. */
	readonly finished: Promise<void>;
	/** Rejected as soon as the form cannot be taken. */
	readonly stopped: Promise<never>;
};

function openParser(type: string, { limit }: Options): BusboyInstance {
	const limits = {
		fileSize: limit,
		files: mostFiles,
		fields: 20,
		fieldSize: pastedLimit,
		headerPairs: 20
	};
	try {
		return new Busboy({ headers: { 'content-type': type }, limits });
	} catch {
		// A content type without boundary.
		throw unreadable();
	}
}

function collect(
	parser: BusboyInstance,
	{ limit, fileField, folder }: Options & { folder: string }
): Parts {
	const fields = new Map<string, string>();
	const files: Promise<UploadedFile>[] = [];
	let stop: (reason: unknown) => void = () => undefined;
	const stopped = new Promise<never>((_, reject) => (stop = reject));
	const finished = new Promise<void>((resolve) => parser.on('finish', () => resolve()));
	// Whoever reads the form races against it; nobody listens once the form is whole.
	stopped.catch(() => undefined);

	parser.on('error', stop);
	parser.on('fieldsLimit', () => stop(unreadable()));
	parser.on('filesLimit', () =>
		stop(new Refusal(`Suba hasta ${mostFiles} archivos por vez.`, 400))
	);
	parser.on('field', (name, value, _, truncated) => {
		if (truncated)
			stop(new Refusal('El texto pegado pasa de 2 MB. Guárdelo como CSV y súbalo.', 413));
		// PostgreSQL takes no NUL in text, and no form of ours sends one.
		if (fields.has(name) || `${name}${value}`.includes('\0')) stop(unreadable());
		fields.set(name, value);
	});
	parser.on('file', (field, stream, name) => {
		if (field !== fileField) stop(unreadable());
		stream.on('limit', () => stop(tooLarge(limit)));
		const written = write(stream, {
			path: join(folder, `archivo-${files.length}`),
			name: name ?? ''
		});
		written.catch(stop);
		files.push(written);
	});
	return { parser, fields, files, finished, stopped };
}

async function write(
	stream: BusboyFileStream,
	{ path, name }: { path: string; name: string }
): Promise<UploadedFile> {
	await pipeline(stream, createWriteStream(path, { mode: 0o600 }));
	return { path, name, bytes: stream.bytesRead };
}

/**
 * Hands the body on piece by piece. When the form is refused the rest is left unread rather than
 * cancelled: that would cut the connection, and the person would not get the answer.
 */
async function feed(
	body: ReadableStream<Uint8Array>,
	{ parser, finished, stopped }: Parts,
	limit: number
) {
	const reader = body.getReader();
	let size = 0;
	for (;;) {
		const { done, value } = await Promise.race([reader.read(), stopped]);
		if (done) break;
		size += value.length;
		if (size > limit + aroundFile) throw tooLarge(limit);
		const taken = new Promise<void>((resolve) => parser.write(value, () => resolve()));
		await Promise.race([taken, stopped]);
	}
	parser.end();
	await Promise.race([finished, stopped]);
}

// The frame reports a body over its own limit by status; anything else that breaks is a cut form.
function refusalFor(error: unknown, { limit }: Options): unknown {
	if (error instanceof Refusal) return error;
	if (!(error instanceof Error)) return error;
	if ('status' in error && error.status === 413) return tooLarge(limit);
	if ('code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT')) return error;
	return new Refusal('El archivo llegó incompleto y no se guardó. Súbalo otra vez.', 400);
}

function unreadable(): Refusal {
	return new Refusal(
		'No pudimos leer el formulario. Vuelva a abrir la página y suba el archivo otra vez.',
		400
	);
}

function tooLarge(limit: number): Refusal {
	const size =
		limit >= 1024 * 1024 ? `${round(limit / 1024 / 1024)} MB` : `${round(limit / 1024)} KB`;
	return new Refusal(
		`El archivo es demasiado grande: el límite es ${size}. Un trimestre suele ocupar menos de 100 KB. ¿Eligió otro archivo?`,
		413
	);
}

function round(size: number): number {
	return Math.floor(size * 10) / 10;
}
