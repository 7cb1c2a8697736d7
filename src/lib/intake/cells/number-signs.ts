import type { Currency } from '#lib/domain/codes.ts';

/** A number without what stands around its digits. */
export type Signs = {
	readonly core: string;
	readonly negative: boolean;
	readonly percent: boolean;
	readonly currency?: Currency;
	/** The currency as typed, for messages. */
	readonly mark?: string;
};

const before: readonly (readonly [RegExp, Currency])[] = [
	[/^(s\/\.?|pen\b)\s*/i, 'PEN'],
	[/^(us\$|u\$s|usd\b|\$)\s*/i, 'USD']
];

const after: readonly (readonly [RegExp, Currency])[] = [
	[/\s*(nuevos soles|soles|sol|s\/\.?|pen)$/i, 'PEN'],
	[/\s*(d[oó]lares|d[oó]lar|us\$|usd|\$)$/i, 'USD']
];

const minus = /^[-−–—]\s*/;

/** Takes off sign (`-5`, `−5`, `(5)`, `5-`), currency and percent, in whatever order they stand. */
export function signsOf(text: string): Signs {
	let core = text;
	let negative = false;
	let percent = false;
	let currency: Currency | undefined;
	let mark: string | undefined;

	// Four rounds are enough for a sign, brackets, a currency and a percent.
	for (let round = 0; round < 4; round++) {
		const start = core;
		const brackets = /^\(\s*(.+?)\s*\)$/.exec(core);
		if (brackets?.[1]) [core, negative] = [brackets[1], true];
		if (minus.test(core)) [core, negative] = [core.replace(minus, ''), true];
		if (/\d\s*[-−]$/.test(core)) [core, negative] = [core.slice(0, -1).trim(), true];
		if (core.endsWith('%')) [core, percent] = [core.slice(0, -1).trim(), true];
		core = core.replace(/^\+\s*/, '');
		for (const [form, code] of [...before, ...after]) {
			const found = form.exec(core)?.[0];
			if (found === undefined || found.trim() === '') continue;
			core = core.replace(form, '').trim();
			[currency, mark] = [code, found.trim()];
		}
		if (core === start) break;
	}

	return { core, negative, percent, ...(currency && mark ? { currency, mark } : {}) };
}
