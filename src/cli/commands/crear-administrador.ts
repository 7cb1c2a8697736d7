import { parseArgs } from 'node:util';
import { createAdministrator } from '#lib/server/accounts/administrators.ts';
import { newPassword } from '#lib/server/accounts/passwords.ts';
import { readPerson } from '#lib/server/accounts/person.ts';
import type { Context } from './context.ts';

/**
 * Creates the account of somebody who administers. The password is the first line of what is piped
 * in; without any it is made here and printed this once. It is never an argument, which other users
 * of the machine could read.
 */
export async function crearAdministrador(
	args: readonly string[],
	context: Context
): Promise<number> {
	const { values } = parseArgs({
		args: [...args],
		options: {
			correo: { type: 'string' },
			nombre: { type: 'string' },
			'clave-stdin': { type: 'boolean' }
		}
	});
	const typed = context.input.split(/\r?\n/, 1)[0] ?? '';
	if (values['clave-stdin'] && typed === '') {
		context.error('No llegó ninguna contraseña por la entrada estándar.');
		return 2;
	}

	const password = typed || newPassword();
	const read = readPerson({ name: values.nombre ?? '', email: values.correo ?? '', password });
	if (read.problems) {
		const { name, email, password: weak } = read.problems;
		if (name) context.error(`--nombre: ${name}`);
		if (email) context.error(`--correo: ${email}`);
		if (weak) context.error(weak);
		return 2;
	}

	if (!(await createAdministrator(context.db, read.person))) {
		context.error(`Ya hay una cuenta con el correo ${read.person.email}.`);
		return 1;
	}
	context.print(`Cuenta creada para ${read.person.email}.`);
	if (!typed) context.print(`Contraseña (se muestra solo esta vez): ${password}`);
	return 0;
}
