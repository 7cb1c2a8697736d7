import type { Finding, Severity } from '#lib/domain/finding.ts';

/** A cell as findings place it: what its column is called, what it held. */
export type Spot = {
	/** Line as a spreadsheet numbers it. */
	readonly line: number;
	/** Title of the column in the declaration. */
	readonly label: string;
	/** Its name there. */
	readonly field?: string;
	/** Heading of the column in the file, when it has one. */
	readonly heading?: string;
	/** The cell as typed. */
	readonly found: string;
};

const longest = 60;

/** A text as a message echoes it: short, on one line, without signs that hide or turn the rest. */
export function shown(text: string, length = longest): string {
	const start = text.slice(0, length * 4).replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ');
	const letters = [...start.trim()];
	const cut = letters.length > length || text.length > length * 4;
	return cut ? `${letters.slice(0, length - 1).join('')}…` : letters.join('');
}

/** A found text as a finding keeps it: as typed, but never a megabyte of it. */
export function kept(text: string): string {
	return text.length > 200 ? `${text.slice(0, 199)}…` : text;
}

/** A whole number as Peruvians write it: `200,000`. */
export function grouped(value: number): string {
	return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** `una fila`, `12 filas`. */
export function counted(count: number, one: string, many: string): string {
	return count === 1 ? one : `${count} ${many}`;
}

/** `a`, `a y b`, `a, b y c`. */
export function listed(words: readonly string[], last = 'y'): string {
	if (words.length < 2) return words.join('');
	return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1) ?? ''}`;
}

function columnWords({ label, heading }: Pick<Spot, 'label' | 'heading'>): string {
	const same = heading === undefined || bare(heading) === bare(label);
	return same ? `«${label}»` : `«${label}» (${shown(heading)})`;
}

function bare(text: string): string {
	return text
		.normalize('NFKD')
		.replace(/[^\p{L}\p{N}]+/gu, '')
		.toLowerCase();
}

type Said = {
	says: string;
	expected?: string;
	suggestion?: string;
	/** What may be written in the cell as it stands, when the suggestion is that and not a sentence. */
	replacement?: string;
	example?: string;
};

/** A finding about one cell: where it is, what was read, what is asked, an example. */
export function aboutCell(spot: Spot, code: string, severity: Severity, said: Said): Finding {
	const example = said.example ? ` Ejemplo: ${said.example}.` : '';
	const read = spot.found.trim() === '' ? '' : `leímos «${shown(spot.found)}». `;
	return {
		code,
		severity,
		line: spot.line,
		column: spot.label,
		...(spot.field === undefined ? {} : { field: spot.field }),
		found: kept(spot.found),
		...(said.expected === undefined ? {} : { expected: said.expected }),
		...(said.suggestion === undefined ? {} : { suggestion: said.suggestion }),
		...(said.replacement === undefined ? {} : { replacement: said.replacement }),
		message: `Fila ${spot.line}, columna ${columnWords(spot)}: ${read}${said.says}${example}`
	};
}
