import { randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

/** Shortest password that is taken: long enough that no list of common ones holds it. */
export const shortestPassword = 12;

/** Longest that is hashed; more would only be work for the server. */
export const longestPassword = 200;

// Argon2id (the library's default) with 19 MiB and two passes: the first choice of OWASP's cheat sheet.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The same letters typed on two keyboards may come as different code points. */
function plain(password: string): string {
	return password.normalize('NFKC');
}

/** A password as it is stored, salt included. */
export function hashPassword(password: string): Promise<string> {
	return hash(plain(password), cost);
}

let stranger: Promise<string> | undefined;

/**
 * Whether the password is the one that was hashed. Without a hash (nobody has that e-mail) it takes as
 * long and is never true, so time does not tell who has an account.
 */
export async function verifyPassword(
	stored: string | undefined,
	password: string
): Promise<boolean> {
	stranger ??= hashPassword('nadie entra con esta clave');
	const decoy = await stranger;
	const known = await verify(stored ?? decoy, plain(password.slice(0, longestPassword)));
	return known && stored !== undefined;
}

/** What is wrong with a new password, for the person who chose it; undefined when it will do. */
export function passwordProblem(
	password: string,
	person: { email: string; name: string }
): string | undefined {
	if (password.length < shortestPassword)
		return `La contraseña es muy corta. Escriba al menos ${shortestPassword} caracteres; sirven varias palabras seguidas.`;
	if (password.length > longestPassword)
		return `La contraseña es muy larga. Escriba ${longestPassword} caracteres como máximo.`;
	if (new Set(password).size < 5)
		return 'La contraseña repite muy pocos caracteres. Escriba varias palabras.';

	const lower = password.toLowerCase();
	const own = [person.email, person.name].map((text) => text.trim().toLowerCase());
	if (own.includes(lower))
		return 'La contraseña no puede ser su nombre ni su correo. Escriba otra.';
	return undefined;
}

// Without letters and figures that are taken for one another.
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A password made by chance, in groups that can be read aloud: 20 characters, 99 bits. */
export function newPassword(): string {
	const group = () => Array.from({ length: 5 }, () => letters[randomInt(letters.length)]).join('');
	return Array.from({ length: 4 }, group).join('-');
}
