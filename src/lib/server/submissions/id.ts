import { randomBytes } from 'node:crypto';

// Crockford's letters: no I, L, O or U, so a code read aloud or from paper is typed right.
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A submission's id and receipt code: 16 random base32 characters, 80 bits of chance. */
export function submissionId(): string {
	return Array.from(randomBytes(16), (byte) => letters[byte % 32]).join('');
}

/** Whether a text has the form of a submission's id. */
export function isSubmissionId(text: string): boolean {
	return /^[0-9A-HJKMNP-TV-Z]{16}$/.test(text);
}
