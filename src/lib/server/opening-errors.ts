import { ForeignFolder, OldServer } from './db/open.ts';
import { NewerDatabase } from './db/migrate.ts';
import { FolderInUse } from './lock.ts';
import type { Settings } from './settings.ts';

/** Why the program does not start, in one Spanish sentence for who can mend it. */
export class CannotStart extends Error {
	override name = 'CannotStart';
}

const folderTroubles: Readonly<Record<string, string>> = {
	EACCES: 'no hay permiso para escribir en ella',
	EPERM: 'no hay permiso para escribir en ella',
	EROFS: 'está en un disco de solo lectura',
	ENOTDIR: 'parte de su ruta es un archivo y no una carpeta',
	EEXIST: 'ya hay un archivo con ese nombre',
	ENOENT: 'no se puede crear',
	ENOSPC: 'no queda espacio en el disco'
};

const serverTroubles: Readonly<Record<string, string>> = {
	ECONNREFUSED: 'nadie responde en esa dirección',
	ENOTFOUND: 'no existe ese servidor',
	EAI_AGAIN: 'no se puede averiguar la dirección del servidor',
	CONNECT_TIMEOUT: 'el servidor no responde',
	ETIMEDOUT: 'el servidor no responde',
	EHOSTUNREACH: 'no se llega a ese servidor',
	ENETUNREACH: 'no se llega a ese servidor',
	ECONNRESET: 'el servidor cortó la conexión',
	CONNECTION_CLOSED: 'el servidor cortó la conexión',
	'28P01': 'el usuario o la contraseña no son correctos',
	'28000': 'el servidor no deja entrar a ese usuario',
	'3D000': 'esa base de datos no existe',
	'42501': 'ese usuario no tiene permiso para crear tablas',
	'53300': 'el servidor no admite más conexiones'
};

/** What went wrong at start as a `CannotStart`; anything unforeseen is handed back as it came. */
export function cannotStart(error: unknown, settings: Settings): unknown {
	if (error instanceof FolderInUse || error instanceof NewerDatabase)
		return new CannotStart(error.message, { cause: error });
	if (error instanceof ForeignFolder)
		return new CannotStart(
			`La carpeta «${error.folder}» no tiene una base de datos que se pueda abrir. No se cambió nada: restaure un respaldo o indique otra carpeta en DATA_DIR.`,
			{ cause: error }
		);
	if (error instanceof OldServer)
		return new CannotStart(
			`El servidor de DATABASE_URL es PostgreSQL ${error.version}; se necesita 15 o más.`
		);

	const code = error instanceof Error && 'code' in error ? String(error.code) : '';
	if (settings.databaseUrl && serverTroubles[code])
		return new CannotStart(
			`No se puede usar la base de datos de DATABASE_URL (${publicPart(settings.databaseUrl)}): ${serverTroubles[code]}.`,
			{ cause: error }
		);
	if (folderTroubles[code])
		return new CannotStart(
			`No se puede usar la carpeta de datos «${settings.dataDir}»: ${folderTroubles[code]}. Cámbielo o indique otra en DATA_DIR.`,
			{ cause: error }
		);
	return error;
}

/** Server and database of an address, without user and password. */
function publicPart(url: string): string {
	if (!URL.canParse(url)) return 'dirección mal escrita';
	const { host, pathname } = new URL(url);
	return `${host}${pathname}`;
}
