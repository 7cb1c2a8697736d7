import { expect, test } from 'vitest';
import { crearAdministrador } from '../../src/cli/commands/crear-administrador.ts';
import type { Context } from '../../src/cli/commands/context.ts';
import { signIn } from '#lib/server/accounts/sign-in.ts';
import { openOriginals } from '#lib/server/originals.ts';
import { readSettings } from '#lib/server/settings.ts';
import { describeEngines } from '../engines.ts';
import { temporaryFolder } from '../folders.ts';

const now = new Date('2026-11-21T15:00:00Z');

describeEngines('crear-administrador', (engine) => {
	async function run(args: readonly string[], input = '') {
		const said: string[] = [];
		const cwd = await temporaryFolder();
		const settings = readSettings({ DATA_DIR: cwd });
		const context: Context = {
			db: engine.db,
			originals: await openOriginals(cwd),
			settings,
			uploadLimit: settings.uploadLimit,
			cwd,
			path: (name) => name,
			print: (text) => said.push(text),
			error: (text) => said.push(text),
			input
		};
		return { exit: await crearAdministrador(args, context), said: said.join('\n') };
	}

	const enter = (email: string, password: string) =>
		signIn(engine.db, { email, password, address: '190.12.1.1', now });

	test('takes the password from what is piped in and does not repeat it', async () => {
		const password = 'cuatro palabras muy sueltas';
		const args = ['--correo', 'Maria@MuniIlo.pe', '--nombre', 'María Quispe'];
		const { exit, said } = await run(args, `${password}\n`);
		expect(exit).toBe(0);
		expect(said).not.toContain(password);
		expect(await enter('maria@muniilo.pe', password)).toHaveProperty('token');
	});

	test('makes a password when none comes, and shows it once', async () => {
		const { exit, said } = await run(['--correo', 'rosa@muniilo.pe', '--nombre', 'Rosa']);
		const password = /: (\S+)$/.exec(said)?.[1] ?? '';
		expect(exit).toBe(0);
		expect(password).toMatch(/^([a-z2-9]{5}-){3}[a-z2-9]{5}$/);
		expect(await enter('rosa@muniilo.pe', password)).toHaveProperty('token');
	});

	test('says what is missing', async () => {
		const { exit, said } = await run(['--correo', 'no es un correo']);
		expect(exit).toBe(2);
		expect(said).toContain('--nombre');
		expect(said).toContain('--correo');
	});

	test('refuses a weak password and a taken e-mail', async () => {
		const args = ['--correo', 'luis@muniilo.pe', '--nombre', 'Luis'];
		expect((await run(args, 'corta\n')).exit).toBe(2);
		expect((await run(args)).exit).toBe(0);
		const again = await run(args);
		expect(again.exit).toBe(1);
		expect(again.said).toContain('luis@muniilo.pe');
	});

	test('wants the password that --clave-stdin announces', async () => {
		const args = ['--correo', 'ana@muniilo.pe', '--nombre', 'Ana', '--clave-stdin'];
		expect((await run(args)).exit).toBe(2);
	});
});
