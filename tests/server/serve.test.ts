import { readFile, readdir, writeFile } from 'node:fs/promises';
import { request, type IncomingHttpHeaders } from 'node:http';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { build, needsBuild } from '../../src/cli/build.ts';
import { newServerDatabase } from '../engines.ts';
import { temporaryFolder } from '../folders.ts';
import { freePort } from '../postgres.ts';
import { ready, runAdmin, startServer } from './program.ts';

const project = join(import.meta.dirname, '..', '..');

beforeAll(async () => {
	if (await needsBuild(project)) await build(project);
});

type Answer = { status: number; headers: IncomingHttpHeaders; body: string };

/** A bare request: `fetch` would not send another Host, and follows where it is sent. */
function ask(
	port: number,
	path: string,
	options: { method?: string; headers?: Record<string, string>; body?: string } = {}
): Promise<Answer> {
	return new Promise((resolve, reject) => {
		const { method, headers } = options;
		const sent = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
			let body = '';
			response.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
			response.on('end', () => {
				resolve({ status: response.statusCode ?? 0, headers: response.headers, body });
			});
		});
		sent.on('error', reject);
		sent.end(options.body);
	});
}

test('a day with the embedded database: start, work, a second server, stop, kill, start', async () => {
	const DATA_DIR = await temporaryFolder();
	const port = await freePort();
	const env = { DATA_DIR, PORT: String(port) };
	const first = startServer(env);
	await first.says(ready);
	await first.says(`http://127.0.0.1:${port}/instalacion?clave=`);
	expect(first.said()).toContain('una red de demostración');

	// It answers, and says what it rests on.
	expect((await ask(port, '/salud')).body).toBe('{"estado":"bien"}');
	expect((await ask(port, '/salud', { method: 'HEAD' })).status).toBe(200);
	const listo = await ask(port, '/salud/listo');
	expect(JSON.parse(listo.body)).toEqual({
		estado: 'listo',
		base: 'bien',
		tablas: 'bien',
		disco: 'bien'
	});
	const home = await ask(port, '/');
	expect(home.status).toBe(200);
	expect(home.body).toContain('Datos de demostración');
	expect(home.headers).toMatchObject({
		'x-content-type-options': 'nosniff',
		'x-frame-options': 'DENY',
		'referrer-policy': 'same-origin'
	});
	expect(home.headers['content-security-policy']).toContain("default-src 'none'");

	// One address: others are sent to it, and only its own forms are taken.
	const elsewhere = await ask(port, '/datos', { headers: { host: `localhost:${port}` } });
	expect(elsewhere.headers.location).toBe(`http://127.0.0.1:${port}/datos`);
	const kept = await ask(port, '/', { headers: { host: `localhost:${port}` } });
	expect(kept.headers.location).toBe(`http://127.0.0.1:${port}/`);

	// Nothing that is asked is a bug of ours, and what sends a stranger on says so to no cache.
	for (const path of ['/cargas/%00', '/?q=a%00', '/api/v1/valores?municipio=%00'])
		expect((await ask(port, path)).status).toBe(400);
	const stranded = await ask(port, '/cargas');
	expect(stranded.status).toBe(303);
	expect(stranded.headers).toMatchObject({
		'cache-control': 'no-store',
		'x-content-type-options': 'nosniff'
	});
	const form = { 'content-type': 'application/x-www-form-urlencoded' };
	const post = (origin: string) =>
		ask(port, '/entrar', { method: 'POST', headers: { ...form, origin }, body: 'correo=a' });
	expect((await post('https://otra.example')).status).toBe(403);
	expect((await post(`http://127.0.0.1:${port}`)).status).not.toBe(403);

	// A second server on the folder is refused, and a command goes to the first.
	const second = startServer({ DATA_DIR, PORT: String(await freePort()) });
	expect(await second.ended).toBe(1);
	expect(second.said().trim()).toBe(
		`La carpeta de datos «${DATA_DIR}» ya está en uso por el proceso ${first.pid}. Detenga ese proceso o indique otra carpeta en DATA_DIR.`
	);
	const doctor = runAdmin(['doctor'], env);
	expect(await doctor.ended).toBe(0);
	expect(doctor.said()).toContain('Archivos originales: están todos.');
	const lock = JSON.parse(await readFile(join(DATA_DIR, 'lock'), 'utf8'));
	expect(lock.pid).toBe(first.pid);
	const stranger = { method: 'POST', headers: { authorization: 'Bearer x' }, body: '{}' };
	expect((await ask(lock.port, '/', stranger)).status).toBe(404);

	// Told to stop, it ends well and leaves no lock; killed, the next start needs no hands.
	first.kill('SIGTERM');
	expect(await first.ended).toBe(0);
	expect(await readdir(DATA_DIR)).not.toContain('lock');

	const third = startServer(env);
	await third.says(ready);
	expect(third.said()).not.toContain('una red de demostración');
	third.kill('SIGKILL');
	expect(await third.ended).toBe('SIGKILL');
	const fourth = startServer(env);
	await fourth.says(ready);
	fourth.kill('SIGTERM');
	expect(await fourth.ended).toBe(0);
}, 300_000);

test('with a server of PostgreSQL nothing is invented, and a request under way is finished', async () => {
	const { url, drop } = await newServerDatabase();
	const DATA_DIR = await temporaryFolder();
	const port = await freePort();
	const program = startServer({ DATA_DIR, PORT: String(port), DATABASE_URL: url });
	await program.says(ready);
	expect(program.said()).not.toContain('demostración');
	expect((await ask(port, '/')).body).not.toContain('Datos de demostración');

	const slow = request({
		host: '127.0.0.1',
		port,
		path: '/entrar',
		method: 'POST',
		headers: {
			origin: `http://127.0.0.1:${port}`,
			'content-type': 'application/x-www-form-urlencoded',
			'content-length': '8'
		}
	});
	const answered = new Promise<number>((resolve, reject) => {
		slow.once('response', (response) => {
			response.resume();
			resolve(response.statusCode ?? 0);
		});
		slow.once('error', reject);
	});
	slow.write('corr');
	// The health check comes after it on the wire, so the server has the first half by then.
	await ask(port, '/salud');
	program.kill('SIGTERM');
	slow.end('eo=a');

	expect(await answered).toBeLessThan(500);
	expect(await program.ended).toBe(0);
	await drop();
}, 300_000);

test('a command without a server opens the database itself, and reads what the person names', async () => {
	const DATA_DIR = await temporaryFolder();
	await writeFile(join(DATA_DIR, 'nota.txt'), 'x');
	const missing = runAdmin(['revisar', 'no-existe.csv'], { DATA_DIR }, { cwd: DATA_DIR });
	expect(await missing.ended).toBe(1);
	expect(missing.said()).toContain(`No se encuentra «${join(DATA_DIR, 'no-existe.csv')}».`);
	expect(await readdir(DATA_DIR)).not.toContain('lock');
});
