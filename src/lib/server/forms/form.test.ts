import { expect, test } from 'vitest';
import { formOrRefusal, textOf } from './form.ts';

const post = (body: BodyInit, type?: string) =>
	new Request('http://sitio.invalid/', {
		method: 'POST',
		body,
		headers: type ? { 'content-type': type } : {}
	});

test('a small form is read', async () => {
	const { form } = await formOrRefusal(post(new URLSearchParams({ correo: 'a@b.pe' })));
	expect(form && textOf(form, 'correo')).toBe('a@b.pe');
	expect(form && textOf(form, 'otro')).toBe('');
});

test('a file where a text is asked counts as nothing', async () => {
	const body = new FormData();
	body.append('correo', new File(['a'], 'a.txt'));
	const { form } = await formOrRefusal(post(body));
	expect(form && textOf(form, 'correo')).toBe('');
});

test('a huge form is refused', async () => {
	const { refusal } = await formOrRefusal(post(new URLSearchParams({ a: 'x'.repeat(300_000) })));
	expect(refusal?.status).toBe(413);
});

test.each([
	['hola', 'text/plain'],
	['--x', 'multipart/form-data; boundary=y'],
	['hola', undefined]
])('%s as %s is no form', async (body, type) => {
	const { refusal } = await formOrRefusal(post(body, type));
	expect(refusal?.status).toBe(400);
});

test.each([
	['correo', 'a\0b'],
	['valor:a\0', 'b']
])('a NUL in %j: %j is no form', async (name, value) => {
	const { refusal } = await formOrRefusal(post(new URLSearchParams([[name, value]])));
	expect(refusal?.status).toBe(400);
});
