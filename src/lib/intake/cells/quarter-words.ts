import { fold } from '#lib/domain/names.ts';
import { isQuarter, type Quarter } from '#lib/domain/quarter.ts';

/** Words that say «quarter», and the endings of ordinals. */
const marks = new Set(['t', 'q', 'tri', 'trim', 'trimestre', 'trimestral']);
const endings = new Set(['er', 'ero', 'ro', 'do', 'to', 'mo', 'de', 'del', 'ano', 'o', 'a', 'al']);

const months = 'ene feb mar abr may jun jul ago set oct nov dic'.split(' ');

const unmarked: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4 };
const marked: Readonly<Record<string, number>> = {
	'1': 1,
	'2': 2,
	'3': 3,
	'4': 4,
	primer: 1,
	primero: 1,
	segundo: 2,
	tercer: 3,
	tercero: 3,
	cuarto: 4
};

/** Reads the ways in which people write a quarter. `2025-3` is none: it may be March. */
export function quarterIn(text: string): Quarter | undefined {
	if (isQuarter(text)) return text;
	if (text.length > 40) return undefined;

	const words = fold(text)
		.replace(/(\d)(?=[a-z])|([a-z])(?=\d)/g, '$1$2 ')
		.replace(/\b(i{1,3}|iv)(t|trim|trimestre)\b/g, '$1 $2')
		.split(' ');
	const years = words.filter((word) => /^(19|20)\d{2}$/.test(word));
	const rest = words.filter((word) => !years.includes(word) && !endings.has(word));
	const spans = rest.filter((word) => monthOf(word) >= 0);
	const names = rest.filter((word) => !marks.has(word) && !spans.includes(word));
	const [year] = years;
	if (years.length !== 1 || year === undefined || names.length > 1) return undefined;

	const isMarked = rest.length > names.length + spans.length;
	const table = isMarked ? { ...unmarked, ...marked } : unmarked;
	const named = names.map((name) => (Object.hasOwn(table, name) ? table[name] : undefined));
	const numbers = new Set(spans.length > 0 ? [...named, quarterOfMonths(spans)] : named);
	const quarter = `${year}-T${[...numbers].join('?')}`;
	return isQuarter(quarter) ? quarter : undefined;
}

/** Place of a month in the year by its first letters, 0 for January; -1 when it is none. */
export function monthOf(word: string): number {
	if (word === 'sep' || word.startsWith('sept')) return 8;
	return word.length < 3 || !monthNames.test(word) ? -1 : months.indexOf(word.slice(0, 3));
}

const monthNames =
	/^(ene(ro)?|feb(rero)?|mar(zo)?|abr(il)?|mayo?|jun(io)?|jul(io)?|ago(sto)?|set(iembre)?|oct(ubre)?|nov(iembre)?|dic(iembre)?)$/;

/** `sep-25`, as Excel shows a month of a year, → the quarter of that month. */
export function quarterOfMonth(text: string, wholeYear: (digits: string) => number | undefined) {
	const [, word = '', digits = ''] = /^([a-z]{3,10})\.?[-/. ](\d{2}|\d{4})$/i.exec(text) ?? [];
	const month = monthOf(word.toLowerCase());
	const year = digits.length === 4 ? Number(digits) : wholeYear(digits);
	const quarter = `${year}-T${Math.floor(month / 3) + 1}`;
	return month >= 0 && isQuarter(quarter) ? quarter : undefined;
}

/** `julio setiembre` → 3: first and last month of a quarter, or all three; undefined for any others. */
function quarterOfMonths(words: readonly string[]): number | undefined {
	const [first = -1, ...rest] = words.map(monthOf);
	const isWhole = rest.join() === `${first + 2}` || rest.join() === `${first + 1},${first + 2}`;
	return isWhole && first % 3 === 0 ? first / 3 + 1 : undefined;
}
