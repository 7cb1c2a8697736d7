import { error } from '@sveltejs/kit';
import type { User } from './sessions.ts';

/** Who is signed in; the first line of every action, since an action runs through no layout. */
export function requireUser(locals: App.Locals): User {
	if (!locals.user) error(401, 'Ingrese con su correo y contraseña para continuar.');
	return locals.user;
}
