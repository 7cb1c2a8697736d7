import { createHash, randomBytes } from 'node:crypto';

/** A secret for a cookie or a link: 32 random bytes, as 43 characters that an address can hold. */
export function newSecret(): string {
	return randomBytes(32).toString('base64url');
}

/** What is stored in its place: SHA-256 in hexadecimal. Random secrets need no slow hash. */
export function secretHash(secret: string): string {
	return createHash('sha256').update(secret).digest('hex');
}
