import { createServer } from 'node:net';
import { CannotStart } from '#lib/server/opening-errors.ts';

const reasons: Readonly<Record<string, string>> = {
	EADDRINUSE: 'ya está en uso. Cierre el otro programa o indique otro en PORT',
	EACCES: 'necesita permisos de administrador. Indique uno desde 1024 en PORT',
	EADDRNOTAVAIL: 'no es de esta máquina. Corrija HOST',
	ENOTFOUND: 'no existe. Corrija HOST'
};

/** Throws `CannotStart` when the address cannot be listened on. */
export async function checkPort({ host, port }: { host: string; port: number }): Promise<void> {
	const server = createServer();
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen({ host, port, exclusive: true }, () => server.close(() => resolve()));
	}).catch((error: NodeJS.ErrnoException) => {
		throw cannotListen(error, { host, port }) ?? error;
	});
}

/** A failure to listen in one Spanish sentence; undefined for any other error. */
export function cannotListen(
	error: NodeJS.ErrnoException,
	{ host, port }: { host: string; port: number }
): CannotStart | undefined {
	const reason = reasons[error.code ?? ''];
	if (!reason) return undefined;
	const what = /HOST\.?$/.test(reason) ? `La dirección ${host}` : `El puerto ${port} de ${host}`;
	return new CannotStart(`${what} ${reason}.`, { cause: error });
}
