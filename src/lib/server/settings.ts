import { resolve } from 'node:path';
import * as v from 'valibot';

/** What the program takes from its environment, checked. */
export type Settings = {
	port: number;
	/** Address to listen on; loopback unless told. */
	host: string;
	/** Public address, without a final slash. */
	baseUrl: string;
	/** Whether `BASE_URL` was given: only then is a visitor of another address sent there. */
	baseUrlGiven: boolean;
	/** Absolute folder of originals, lock and embedded database. */
	dataDir: string;
	databaseUrl?: string;
	databaseReadUrl?: string;
	/** Largest file that is taken, in bytes. */
	uploadLimit: number;
	smtpUrl?: string;
	logFormat: 'json' | 'texto';
};

/** Settings that cannot be used: one Spanish sentence each. */
export class BadSettings extends Error {
	override name = 'BadSettings';
	readonly problems: readonly string[];

	constructor(problems: readonly string[]) {
		super(problems.join(' '));
		this.problems = problems;
	}
}

const database = (name: string) =>
	v.optional(
		v.pipe(
			v.string(),
			v.regex(
				/^postgres(ql)?:\/\/./,
				`${name}: escriba una dirección postgres://usuario@servidor/base.`
			),
			v.check(
				isReadable,
				`${name}: la dirección está mal escrita. Los signos como @, #, / o % de la contraseña se escriben %40, %23, %2F o %25.`
			)
		)
	);

const schema = v.object({
	PORT: v.optional(
		v.pipe(
			v.string(),
			v.check(
				(text) => /^\d{1,5}$/.test(text) && +text >= 1 && +text <= 65_535,
				'PORT: escriba un número de 1 a 65535. Ejemplo: 3000.'
			),
			v.transform(Number)
		),
		'3000'
	),
	HOST: v.optional(
		v.pipe(
			v.string(),
			v.regex(/^[0-9A-Za-z.:_-]+$/, 'HOST: escriba una dirección. Ejemplo: 127.0.0.1.')
		),
		'127.0.0.1'
	),
	BASE_URL: v.optional(
		v.pipe(
			v.string(),
			v.check(
				isOrigin,
				'BASE_URL: escriba la dirección pública, sin ruta. Ejemplo: https://observatorio.example.pe.'
			)
		)
	),
	DATA_DIR: v.optional(v.string(), './data'),
	DATABASE_URL: database('DATABASE_URL'),
	DATABASE_READ_URL: database('DATABASE_READ_URL'),
	UPLOAD_LIMIT: v.optional(
		v.pipe(
			v.string(),
			v.check(
				(text) => size(text) !== undefined,
				'UPLOAD_LIMIT: escriba un tamaño. Ejemplo: 20 MB.'
			),
			v.transform((text) => size(text) ?? 0)
		),
		'20 MB'
	),
	SMTP_URL: v.optional(
		v.pipe(
			v.string(),
			v.regex(/^smtps?:\/\/./, 'SMTP_URL: escriba una dirección smtp://servidor:puerto.')
		)
	),
	LOG_FORMAT: v.optional(
		v.picklist(['json', 'texto'], 'LOG_FORMAT: escriba «json» o «texto».'),
		'texto'
	)
});

/**
 * Reads the settings by the names of the manual; an empty one counts as absent.
 * Throws `BadSettings` with every problem at once.
 */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
	const given = Object.fromEntries(
		Object.keys(schema.entries).map((name) => [name, env[name]?.trim() || undefined])
	);
	const result = v.safeParse(schema, given);
	if (!result.success) throw new BadSettings(result.issues.map(({ message }) => message));

	const { output } = result;
	return {
		port: output.PORT,
		host: output.HOST,
		baseUrl: output.BASE_URL
			? new URL(output.BASE_URL).origin
			: `http://${visitable(output.HOST)}:${output.PORT}`,
		baseUrlGiven: output.BASE_URL !== undefined,
		dataDir: resolve(output.DATA_DIR),
		databaseUrl: output.DATABASE_URL,
		databaseReadUrl: output.DATABASE_READ_URL,
		uploadLimit: output.UPLOAD_LIMIT,
		smtpUrl: output.SMTP_URL,
		logFormat: output.LOG_FORMAT
	};
}

/** The address by which this machine reaches a server that listens on `host`. */
export function visitable(host: string): string {
	if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
	return host.includes(':') ? `[${host}]` : host;
}

/** Whether the driver can read it: otherwise it fails in words that quote the password. */
function isReadable(text: string): boolean {
	if (!URL.canParse(text)) return false;
	try {
		const { username, password, pathname } = new URL(text);
		decodeURIComponent(`${username}${password}${pathname}`);
		return true;
	} catch {
		return false;
	}
}

function isOrigin(text: string): boolean {
	if (!URL.canParse(text)) return false;
	const url = new URL(text);
	return /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.username;
}

/** Bytes of `20 MB`, `500 kB`, or a plain number: of megabytes when small, of bytes otherwise. */
function size(text: string): number | undefined {
	const match = /^(\d+(?:\.\d+)?)\s*([kmg]?)b?$/i.exec(text);
	if (!match) return undefined;
	const amount = Number(match[1]);
	const unit = match[2]?.toLowerCase() || (/b$/i.test(text) || amount >= 10_000 ? '' : 'm');
	const power = ['', 'k', 'm', 'g'].indexOf(unit);
	const bytes = Math.floor(amount * 1024 ** power);
	return bytes >= 1 && Number.isSafeInteger(bytes) ? bytes : undefined;
}
