import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../folders.ts';
import { freePort } from '../postgres.ts';
import { runAdmin, runProgram, startServer } from './program.ts';

async function refusal(env: Record<string, string>): Promise<string> {
	const DATA_DIR = await temporaryFolder();
	const program = startServer({ DATA_DIR, PORT: String(await freePort()), ...env });
	expect(await program.ended).toBe(1);
	return program.said().trim();
}

test('an old Node is told which one is needed', async () => {
	const disguise = `Object.defineProperty(process.versions, 'node', { value: '18.20.4' })`;
	const program = runProgram(
		['--import', `data:text/javascript,${encodeURIComponent(disguise)}`, 'src/cli/start.js'],
		{}
	);
	expect(await program.ended).toBe(1);
	expect(program.said()).toMatch(/^Se necesita Node 20\.19 o más; este es 18\.20\.4\..*\n$/);
});

test('a setting that cannot be used is named', async () => {
	expect(await refusal({ PORT: 'tres mil' })).toBe(
		'PORT: escriba un número de 1 a 65535. Ejemplo: 3000.'
	);
});

test('a port in use is one line', async () => {
	const other = createServer();
	const port = await freePort();
	await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve));
	onTestFinished(() => void other.close());

	expect(await refusal({ PORT: String(port) })).toBe(
		`El puerto ${port} de 127.0.0.1 ya está en uso. Cierre el otro programa o indique otro en PORT.`
	);
});

test('a data folder that cannot be one is one line', async () => {
	const folder = await temporaryFolder();
	await writeFile(join(folder, 'archivo'), '');
	const DATA_DIR = join(folder, 'archivo', 'datos');

	const said = await refusal({ DATA_DIR });
	expect(said).toMatch(/^No se puede usar la carpeta de datos «.*»: .*\.$/);
	expect(said).toContain(DATA_DIR);
});

test('a folder that holds something else is left alone', async () => {
	const DATA_DIR = await temporaryFolder();
	await mkdir(join(DATA_DIR, 'db'));
	await writeFile(join(DATA_DIR, 'db', 'tesis.txt'), 'ajeno');

	expect(await refusal({ DATA_DIR })).toContain('No se cambió nada');
	expect(await readFile(join(DATA_DIR, 'db', 'tesis.txt'), 'utf8')).toBe('ajeno');
});

test('a server that does not answer is one line, without the password', async () => {
	const port = await freePort();
	const said = await refusal({ DATABASE_URL: `postgres://ana:secreta@127.0.0.1:${port}/idel` });
	expect(said).toBe(
		`No se puede usar la base de datos de DATABASE_URL (127.0.0.1:${port}/idel): nadie responde en esa dirección.`
	);
});

test('a server that hangs up at once is one line', async () => {
	const other = createServer((socket) => socket.on('error', () => undefined).end());
	const port = await freePort();
	await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve));
	onTestFinished(() => void other.close());

	expect(await refusal({ DATABASE_URL: `postgres://ana:secreta@127.0.0.1:${port}/idel` })).toBe(
		`No se puede usar la base de datos de DATABASE_URL (127.0.0.1:${port}/idel): el servidor no responde.`
	);
}, 60_000);

test.each(['constructor', '__proto__', 'nada'])('«%s» is no command', async (name) => {
	const program = runAdmin([name], { DATA_DIR: await temporaryFolder() });
	expect(await program.ended).toBe(2);
	expect(program.said()).toContain(`No existe el comando «${name}».`);
	expect(program.said()).not.toContain('TypeError');
});
