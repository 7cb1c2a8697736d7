import { inspect } from 'node:util';

type Level = 'info' | 'warn' | 'error';
type Fields = Readonly<Record<string, unknown>>;

let format: 'json' | 'texto' = 'texto';

/** Chooses how lines look: JSON for machines, text for people. */
export function setLogFormat(chosen: 'json' | 'texto'): void {
	format = chosen;
}

/** Writes one line of the log. Nothing in it can end the line, colour it or turn its direction. */
export const log = {
	info: (event: string, fields?: Fields) => write('info', event, fields),
	warn: (event: string, fields?: Fields) => write('warn', event, fields),
	error: (event: string, fields?: Fields) => write('error', event, fields)
};

function write(level: Level, event: string, fields: Fields = {}): void {
	const line = logLine(format, { level, event, fields, at: new Date() });
	// Not on standard output: a command prints its result there, often for another program.
	process.stderr.write(`${line}\n`);
}

/** The line of one event, without its end. Errors are written with their stack and cause. */
export function logLine(
	chosen: 'json' | 'texto',
	{ level, event, fields, at }: { level: Level; event: string; fields: Fields; at: Date }
): string {
	const plain = Object.entries(fields).map(([name, value]) => [name, readable(value)] as const);
	if (chosen === 'json') {
		const entry = { at: at.toISOString(), level, event, ...Object.fromEntries(plain) };
		return encoded(JSON.stringify(entry));
	}
	const rest = plain.map(([name, value]) => ` ${name}=${JSON.stringify(value)}`).join('');
	return encoded(`${at.toISOString()} ${level} ${event}${rest}`);
}

function readable(value: unknown): unknown {
	return value instanceof Error ? inspectError(value) : value;
}

// What a database driver hangs on an error: the values of the query, and the row that was refused.
const secretParts = ['params', 'parameters', 'args', 'detail'];

/**
 * An error with stack and cause as text, without the values that a query had: among them are password
 * hashes and what people typed. They are hidden on the error itself.
 */
export function inspectError(error: unknown): string {
	const seen = new Set<unknown>();
	for (let one = error; one instanceof Error && !seen.has(one); one = one.cause) {
		seen.add(one);
		for (const name of secretParts)
			if (Object.hasOwn(one, name)) Object.defineProperty(one, name, { enumerable: false });
	}
	return inspect(error, { depth: 1 });
}

// Control characters, line separators and the marks that turn the direction of text.
const unsafe = /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

function encoded(text: string): string {
	return text.replace(unsafe, (character) => {
		return `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;
	});
}
