import { readFile, stat } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { Refusal } from '#lib/server/submissions/refusal.ts';
import { readUpload } from './upload.ts';

const options = { limit: 1000, fileField: 'archivo' };

function request(parts: readonly [string, string | File][]): Request {
	const form = new FormData();
	for (const [name, value] of parts) form.append(name, value);
	return new Request('http://sitio.invalid/', { method: 'POST', body: form });
}

async function refusal(asked: Request): Promise<Refusal> {
	try {
		await readUpload(asked, options);
	} catch (error) {
		if (error instanceof Refusal) return error;
		throw error;
	}
	throw new Error('It was taken.');
}

test('a file is set down as it came, and removed when asked', async () => {
	const file = new File(['a;b\r\nñ;2\r\n'], 'Ñuñoa «III» trimestre.csv');
	const upload = await readUpload(
		request([
			['conjunto', 'contexto'],
			['archivo', file]
		]),
		options
	);
	const path = upload.files[0]?.path ?? '';
	expect(upload.fields.get('conjunto')).toBe('contexto');
	expect(upload.files[0]?.name).toBe('Ñuñoa «III» trimestre.csv');
	expect(upload.files[0]?.bytes).toBe(11);
	expect(await readFile(path, 'utf8')).toBe('a;b\r\nñ;2\r\n');
	await upload.remove();
	await expect(stat(path)).rejects.toThrow();
});

test('a file input left empty is no file', async () => {
	const upload = await readUpload(request([['archivo', new File([], '')]]), options);
	expect(upload.files).toEqual([]);
	await upload.remove();
});

test('an empty file with a name is a file', async () => {
	const upload = await readUpload(request([['archivo', new File([], 'vacio.csv')]]), options);
	expect(upload.files[0]).toMatchObject({ name: 'vacio.csv', bytes: 0 });
	await upload.remove();
});

test('a file of exactly the limit is taken, one byte more is not', async () => {
	const exact = await readUpload(
		request([['archivo', new File(['x'.repeat(1000)], 'a.csv')]]),
		options
	);
	expect(exact.files[0]?.bytes).toBe(1000);
	await exact.remove();

	const over = await refusal(request([['archivo', new File(['x'.repeat(1001)], 'a.csv')]]));
	expect(over.status).toBe(413);
});

test('a huge body is refused while it comes, without a declared length', async () => {
	let sent = 0;
	const head = '--x\r\nContent-Disposition: form-data; name="archivo"; filename="a.csv"\r\n\r\n';
	const body = new ReadableStream({
		pull(controller) {
			controller.enqueue(new TextEncoder().encode(sent === 0 ? head : 'x'.repeat(65_536)));
			sent++;
		}
	});
	const init: RequestInit & { duplex: 'half' } = {
		method: 'POST',
		body,
		duplex: 'half',
		headers: { 'content-type': 'multipart/form-data; boundary=x' }
	};
	const asked = new Request('http://sitio.invalid/', init);
	expect((await refusal(asked)).status).toBe(413);
	expect(sent).toBeLessThan(50);
});

test('a declared length over the limit is refused before reading', async () => {
	const asked = new Request('http://sitio.invalid/', {
		method: 'POST',
		body: '--x--',
		headers: { 'content-type': 'multipart/form-data; boundary=x', 'content-length': '99999999' }
	});
	expect((await refusal(asked)).status).toBe(413);
});

test('several files are set down apart, in their order', async () => {
	const upload = await readUpload(
		request([
			['archivo', new File(['a'], 'a.csv')],
			['archivo', new File(['bb'], 'b.csv')]
		]),
		options
	);
	expect(upload.files.map(({ name, bytes }) => [name, bytes])).toEqual([
		['a.csv', 1],
		['b.csv', 2]
	]);
	const texts = await Promise.all(upload.files.map(({ path }) => readFile(path, 'utf8')));
	expect(texts).toEqual(['a', 'bb']);
	await upload.remove();
});

const manyFiles = Array.from({ length: 21 }, (_, index): [string, File] => [
	'archivo',
	new File(['a'], `${index}.csv`)
]);

test.each([
	['more files than one sends', request(manyFiles)],
	['a file under another name', request([['otro', new File(['a'], 'a.csv')]])],
	[
		'the same field twice',
		request([
			['conjunto', 'a'],
			['conjunto', 'b']
		])
	],
	['a field with a NUL', request([['clave', 'a\0b']])],
	['no form', new Request('http://sitio.invalid/', { method: 'POST', body: 'hola' })],
	[
		'no boundary',
		new Request('http://sitio.invalid/', {
			method: 'POST',
			body: 'hola',
			headers: { 'content-type': 'multipart/form-data;' }
		})
	],
	[
		'a form cut in half',
		new Request('http://sitio.invalid/', {
			method: 'POST',
			body: '--x\r\nContent-Disposition: form-data; name="archivo"; filename="a.csv"\r\n\r\nabc',
			headers: { 'content-type': 'multipart/form-data; boundary=x' }
		})
	]
])('%s is refused in words', async (_, asked) => {
	const refused = await refusal(asked);
	expect(refused.status).toBe(400);
	expect(refused.message.length).toBeGreaterThan(20);
});
