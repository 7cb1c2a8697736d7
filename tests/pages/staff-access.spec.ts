import type { BrowserContext } from '@playwright/test';
import { asBrowser } from './files.ts';
import { expect, signIn, test } from './test.ts';

// What protects accounts must hold for a page without script, and for whoever uses no page at all.
test.use({ javaScriptEnabled: false });

async function sessionOf(context: BrowserContext) {
	const cookie = (await context.cookies()).find(({ name }) => name === 'sesion');
	if (!cookie) throw new Error('No session.');
	return cookie;
}

test('the one-time link made the first account and opens nothing more', async ({
	page,
	site,
	administrator
}) => {
	expect(administrator.email).toBeTruthy();
	for (const address of [site.setupLink, '/instalacion', '/instalacion?clave=otra']) {
		const answer = await page.goto(address);
		expect(answer?.status()).toBe(404);
	}
	const answer = await page.request.post(site.setupLink, {
		headers: asBrowser(site),
		form: { nombre: 'Otra', correo: 'otra@x.example', clave: 'cuatro palabras muy sueltas' }
	});
	expect(answer.status()).toBe(404);
});

for (const path of [
	'/cargas',
	'/cargas/nueva',
	'/cargas/ABCDEFGHJKMNPQRS',
	'/cargas/ABCDEFGHJKMNPQRS/correcciones',
	'/cargas/paquete/ABCDEFGHJKMNPQRS',
	'/cuenta'
])
	test(`a stranger at ${path} is sent to sign in and comes back`, async ({
		page,
		administrator
	}) => {
		await page.goto(path);
		expect(new URL(page.url()).pathname).toBe('/entrar');
		expect(new URL(page.url()).searchParams.get('next')).toBe(path);
		await page.getByLabel('Correo electrónico').fill(administrator.email);
		await page.getByLabel('Contraseña').fill(administrator.password);
		await page.getByRole('main').getByRole('button', { name: 'Ingresar' }).click();
		expect(new URL(page.url()).pathname).toBe(path);
	});

test('an original and a receipt are nothing to a stranger', async ({ request }) => {
	for (const rest of ['original', 'constancia', 'errores.csv', 'fila/2', 'deshacer', 'progreso']) {
		const answer = await request.get(`/cargas/ABCDEFGHJKMNPQRS/${rest}`, { maxRedirects: 0 });
		expect(answer.status()).toBe(303);
		expect(answer.headers().location).toContain('/entrar?next=');
	}
});

test('the data of a staff page are nothing to a stranger either', async ({ request }) => {
	for (const path of ['/cargas', '/cargas/nueva', '/cuenta']) {
		const answer = await request.get(`${path}/__data.json`);
		expect(await answer.text()).not.toMatch(/documentado|Plantilla|datasets|@/);
	}
});

test('a stranger who posts changes nothing', async ({ request, site }) => {
	const headers = asBrowser(site);
	const file = { name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from('a,b\n1,2\n') };
	const posts = [
		request.post('/cargas/nueva', { headers, multipart: { archivo: file }, maxRedirects: 0 }),
		request.post('/cuenta?/vaciarDemo', { headers, form: { seguro: '1' }, maxRedirects: 0 }),
		request.post('/cargas/ABCDEFGHJKMNPQRS/confirmar?/confirmar', {
			headers,
			form: {},
			maxRedirects: 0
		}),
		request.post('/cargas/ABCDEFGHJKMNPQRS/deshacer', { headers, form: {}, maxRedirects: 0 })
	];
	for (const answer of await Promise.all(posts)) {
		expect(answer.status()).toBe(303);
		expect(answer.headers().location).toMatch(/^\/entrar\?next=%2F(cargas|cuenta)/);
	}
});

test('an unknown e-mail and a wrong password read the same', async ({ page, administrator }) => {
	const said: string[] = [];
	for (const email of [administrator.email, 'nadie@muniilo.example']) {
		await page.goto('/entrar');
		await page.getByLabel('Correo electrónico').fill(email);
		await page.getByLabel('Contraseña').fill('no es esta');
		await page.getByRole('main').getByRole('button', { name: 'Ingresar' }).click();
		said.push(await page.getByRole('alert').innerText());
		expect(await page.getByLabel('Correo electrónico').inputValue()).toBe(email);
		expect(await page.getByLabel('Contraseña').inputValue()).toBe('');
	}
	expect(said[0]).toContain('no son correctos');
	expect(said[1]).toBe(said[0]);
});

for (const next of [
	'//malo.example',
	'/\\malo.example',
	'https://malo.example/',
	'/.//malo.example'
])
	test(`signing in does not lead to ${next}`, async ({ page, site, administrator }) => {
		await page.goto(`/entrar?next=${encodeURIComponent(next)}`);
		await page.getByLabel('Correo electrónico').fill(administrator.email);
		await page.getByLabel('Contraseña').fill(administrator.password);
		await page.getByRole('main').getByRole('button', { name: 'Ingresar' }).click();
		expect(page.url()).toBe(`${site.url}/cargas`);

		// Nor does a form whose hidden field somebody changed, nor the page for whoever is in already.
		const answer = await page.request.get(`/entrar?next=${encodeURIComponent(next)}`, {
			maxRedirects: 0
		});
		expect(answer.headers().location).toBe('/cargas');
	});

test('the cookie is out of reach of scripts and of other sites', async ({
	page,
	context,
	administrator
}) => {
	await signIn(page, administrator);
	expect(await sessionOf(context)).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
});

test('a session planted before signing in is worth nothing after', async ({
	page,
	context,
	site,
	administrator
}) => {
	const planted = 'A'.repeat(43);
	await context.addCookies([{ name: 'sesion', value: planted, url: site.url }]);
	await signIn(page, administrator);
	expect((await sessionOf(context)).value).not.toBe(planted);
});

test('signing out ends the session at the server', async ({
	page,
	context,
	site,
	administrator
}) => {
	await signIn(page, administrator);
	const stolen = await sessionOf(context);
	await page.goto('/cuenta');
	await page.getByRole('button', { name: 'Salir' }).click();
	await page.waitForURL(`${site.url}/`);

	await context.addCookies([stolen]);
	await page.goto('/cargas');
	expect(new URL(page.url()).pathname).toBe('/entrar');
});

test('what somebody saw signed in stays in no cache', async ({ page, administrator }) => {
	await signIn(page, administrator);
	for (const path of ['/cargas', '/municipalidades', '/api/v1/indicadores']) {
		const answer = await page.request.get(path);
		expect(answer.headers()['cache-control']).toContain('no-store');
	}
});

/** Everything that can be done to a file, by its address below `/cargas/<id>`. */
const submissionActions = [
	'/columnas?/leer',
	'/correcciones?/guardar',
	'/correcciones?/iguales',
	'/correcciones?/quitar',
	'/correcciones?/parcial',
	'/correcciones?/todas',
	'/cambios',
	'/confirmar?/confirmar',
	'/confirmar?/descartar',
	'/progreso?/detener',
	'/progreso?/repetir',
	'/deshacer'
];

const submissionPages = [
	'',
	'/columnas',
	'/correcciones',
	'/cambios',
	'/confirmar',
	'/constancia',
	'/deshacer',
	'/progreso',
	'/fila/2',
	'/original',
	'/errores.csv'
];

test('a file that does not exist is not found, whatever is asked of it', async ({
	page,
	site,
	administrator
}) => {
	await signIn(page, administrator);
	for (const rest of submissionPages) {
		const answer = await page.request.get(`/cargas/ABCDEFGHJKMNPQRS${rest}`);
		expect([rest, answer.status()]).toEqual([rest, 404]);
	}
	for (const action of submissionActions) {
		const answer = await page.request.post(`/cargas/ABCDEFGHJKMNPQRS${action}`, {
			headers: asBrowser(site),
			form: {}
		});
		expect([action, answer.status()]).toEqual([action, 404]);
	}
	for (const id of ['ABCDEFGHJKMNPQRS', 'demostracion', 'documentado'])
		for (const rest of ['', '/constancia']) {
			const answer = await page.request.get(`/cargas/paquete/${id}${rest}`);
			expect([id, rest, answer.status()]).toEqual([id, rest, 404]);
		}
});

const actions = [
	'/entrar',
	'/salir',
	'/instalacion',
	'/cuenta?/clave',
	'/cuenta?/sesiones',
	'/cuenta?/vaciarDemo',
	'/cargas/nueva',
	...submissionActions.map((action) => `/cargas/ABCDEFGHJKMNPQRS${action}`),
	'/cargas/paquete/ABCDEFGHJKMNPQRS'
];
const form = 'application/x-www-form-urlencoded';
const forged: Record<string, Record<string, string>> = {
	'another site': { origin: 'https://malo.example', 'content-type': form },
	'no origin': { 'content-type': form },
	'the null origin': { origin: 'null', 'content-type': form },
	'plain text': { origin: 'https://malo.example', 'content-type': 'text/plain' },
	'a type in capitals': {
		origin: 'https://malo.example',
		'content-type': 'MULTIPART/FORM-DATA; boundary=x'
	}
};

for (const [what, headers] of Object.entries(forged))
	test(`a post forged with ${what} is refused everywhere`, async ({ page, administrator }) => {
		await signIn(page, administrator);
		for (const action of actions) {
			const answer = await page.request.post(action, {
				headers,
				data: 'seguro=1',
				maxRedirects: 0
			});
			expect([action, answer.status()]).toEqual([action, 403]);
		}
	});
