import * as v from 'valibot';
import { isPeriod, type Period } from '#lib/domain/period.ts';
import { Refusal } from '#lib/server/submissions/refusal.ts';

/** Rows of an answer when nobody says how many, and the most that may be asked. */
const usual = 1000;
const most = 10_000;

const limit = v.pipe(
	v.string(),
	v.regex(/^\d{1,6}$/),
	v.transform(Number),
	v.minValue(1),
	v.maxValue(most)
);
const period = v.custom<Period>((text) => typeof text === 'string' && isPeriod(text));

/** How many rows to answer with. */
export function readLimit(parameters: ReadonlyMap<string, string>): number {
	const given = parameters.get('limite');
	if (given === undefined) return usual;

	const read = v.safeParse(limit, given);
	if (read.success) return read.output;
	throw new Refusal(`«limite» debe ser un entero de 1 a ${most}.`, 400);
}

/** The quarter or year asked about, if any. */
export function readPeriod(parameters: ReadonlyMap<string, string>): Period | undefined {
	const given = parameters.get('periodo');
	if (given === undefined) return undefined;

	const read = v.safeParse(period, given);
	if (read.success) return read.output;
	throw new Refusal('Escriba «periodo» como 2025-T3 (trimestre) o 1993 (año).', 400);
}

/**
 * Where the page before ended: the parts of its last row's key. The whole address of `meta.siguiente`
 * is taken as well as its mark alone.
 */
export function readMark(
	parameters: ReadonlyMap<string, string>,
	parts: number
): string[] | undefined {
	const given = parameters.get('siguiente');
	if (given === undefined) return undefined;

	const mark = (/[?&]siguiente=([^&]+)/.exec(given)?.[1] ?? given).trim();
	const text = decode(mark);
	const read = text.split('|');
	if (read.length === parts && !text.includes('\0')) return read;
	throw new Refusal('«siguiente» no es válido. Use el de «meta.siguiente» tal como vino.', 400);
}

/** The mark of a row, from the parts of its key. */
export function markOf(...parts: readonly (string | number)[]): string {
	return parts.join('|');
}

// No mark holds a plus sign: in an address it stands for the space of `contribucion TEC`.
function decode(text: string): string {
	try {
		return decodeURIComponent(text.replaceAll('+', ' '));
	} catch {
		return text;
	}
}

/** Each parameter once, by name; a name that the answer does not know is refused, not ignored. */
export function readParameters(url: URL, allowed: readonly string[]): Map<string, string> {
	const found = new Map<string, string>();

	for (const [name, value] of url.searchParams) {
		if (!allowed.includes(name)) {
			const list = allowed.length === 0 ? 'ninguno' : allowed.join(', ');
			throw new Refusal(`Esta dirección no tiene ese parámetro. Acepta: ${list}.`, 400);
		}
		if (value.includes('\0')) throw new Refusal(`«${name}» no se puede leer.`, 400);
		if (found.has(name)) throw new Refusal(`«${name}» va una sola vez.`, 400);
		if (value.trim() !== '') found.set(name, value.trim());
	}

	return found;
}

/**
 * How a CSV is written: for a program unless «separador» is given; then for a person's Excel, with the
 * mark by which it knows UTF-8.
 */
export function readStyle(
	parameters: ReadonlyMap<string, string>
): { people?: { delimiter: ',' | ';' } } | undefined {
	const given = parameters.get('separador');
	if (given === undefined) return undefined;
	if (given === 'coma') return { people: { delimiter: ',' } };
	if (given === 'punto-y-coma') return { people: { delimiter: ';' } };
	throw new Refusal('«separador» es coma o punto-y-coma.', 400);
}
