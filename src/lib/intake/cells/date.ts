import { periodFindings } from '../findings/periods.ts';
import { isoDate, localDate, serialDate, wholeYear } from './calendar.ts';
import { monthOf } from './quarter-words.ts';
import { exampleOf, type Cell, type Read } from './read.ts';

/** Reads `30/09/2025` (day first, always) or `2025-09-30`, as an ISO date. No time zone takes part. */
export function readDate({ text, spot, column }: Cell, { today }: { today: string }): Read {
	const plain = plainDate(text);
	if ('date' in plain) return { value: plain.date };

	const named = namedDate(text);
	if (named !== undefined) {
		const finding = periodFindings.dateRead(spot, named, localDate(named));
		return { value: named, finding, once: text };
	}
	const mended = mendedDate(text, today);
	return {
		value: null,
		finding: periodFindings.notADate(
			spot,
			plain.why,
			mended && localDate(mended),
			exampleOf(column)
		)
	};
}

/** A date in figures, or what is wrong with it. */
export function plainDate(text: string): { date: string } | { why: string } {
	// Excel adds midnight to a date without time.
	const plain = text.replace(/[ T]0{1,2}:00(:00(\.0+)?)?$/, '');
	if (/^\d{5}(\.\d+)?$/.test(plain))
		return { why: 'Excel guardó la fecha como un número de serie.' };
	if (/:/.test(plain)) return { why: 'Lleva una hora, y se espera solo la fecha.' };

	const parts = partsOf(plain);
	if (!parts) {
		if (/^\d{1,2}[/.-]\d{1,2}[/.-]\d{2}$/.test(plain)) {
			return { why: 'El año debe llevar cuatro cifras.' };
		}
		return { why: 'No es una fecha.' };
	}
	const [year, month, day] = parts;
	if (month > 12 && day <= 12) return { why: 'El día va primero y después el mes.' };
	const date = isoDate(year, month, day);
	if (date === undefined) return { why: 'Ese día no existe en el calendario.' };
	// Excel shows the numbers 0, 1, 2… as days of January 1900.
	if (year < 1940 || year > 2100) return { why: 'El año debe estar entre 1940 y 2100.' };
	return { date };
}

type Parts = readonly [year: number, month: number, day: number];

function partsOf(text: string): Parts | undefined {
	const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text);
	if (iso) return [Number(iso[1]), Number(iso[2]), Number(iso[3])];
	const local = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
	return local ? [Number(local[3]), Number(local[2]), Number(local[1])] : undefined;
}

/** `30 de setiembre de 2025`, `30-set-2025`. */
function namedDate(text: string): string | undefined {
	const found = /^(\d{1,2})(?:[-/. ]| de )([a-z]{3,10})\.?(?:[-/., ]+| del? )(\d{4})$/i.exec(text);
	const month = monthOf((found?.[2] ?? '').toLowerCase());
	const year = Number(found?.[3]);
	return found && month >= 0 && year >= 1940 && year <= 2100
		? isoDate(year, month + 1, Number(found[1]))
		: undefined;
}

/** The one date that a text which is not read can stand for. */
export function mendedDate(text: string, today: string): string | undefined {
	const serial = serialDate(text);
	if (serial !== undefined) return serial;

	const day = text.replace(/[ T]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?( ?[ap]\.? ?m\.?)?$/i, '');
	const last = Number(today.slice(0, 4)) + 1;
	const whole = day.replace(
		/^(\d{1,2}[/.-]\d{1,2}[/.-])(\d{2})$/,
		(all, start: string, year: string) => {
			const full = wholeYear(year, last);
			return full === undefined ? all : `${start}${full}`;
		}
	);
	const parts = partsOf(whole);
	if (!parts || parts[0] < 1940 || parts[0] > 2100) return undefined;
	// The month first, as in the United States: only where the day cannot be one.
	return isoDate(...parts) ?? isoDate(parts[0], parts[2], parts[1]);
}
