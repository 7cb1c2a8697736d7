import { randomBytes } from 'node:crypto';
import type { HandleServerError } from '@sveltejs/kit';
import { log } from './log.ts';

const databaseAway = /^(ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|CONNECT|CONNECTION_|57P0)/;

/** A bug is told by its id; everything else about it stays in the log. */
export const tellBug: HandleServerError = ({ error, event, status, message }) => {
	if (status === 404) return { message: 'No existe esta página.' };
	// A refusal of the framework itself, such as a body that is too large.
	if (status < 500)
		return { message: status === 413 ? 'El archivo es demasiado grande.' : message };

	const id = randomBytes(5).toString('hex');
	log.error('bug', { id, method: event.request.method, path: event.url.pathname, error });
	const code = error instanceof Error && 'code' in error ? String(error.code) : '';
	return databaseAway.test(code)
		? { message: 'La base de datos no responde. Espere un minuto y pruebe otra vez.', id }
		: { message: 'Algo falló de nuestro lado. Puede avisarnos con este código.', id };
};
