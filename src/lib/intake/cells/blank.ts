import type { Blank } from '#lib/domain/record.ts';

/** Ways of saying that there is no value. None of them is zero. */
const words: readonly (readonly [Blank, RegExp])[] = [
	[
		'vacio',
		/^(n\.?\s?d\.?|s\.?\s?d\.?|s\/d|s\.?\s?i\.?|s\/i|sin datos?|no disponible|sin informaci[oó]n)$/i
	],
	['no_aplica', /^(no aplica|n\s?\/\s?a|n\.?\s?a\.?|no corresponde)$/i],
	['pendiente', /^(pendiente|por confirmar)$/i],
	['nada', /^(nada que informar|nada por informar)$/i]
];

/** Why a cell is blank; undefined when it holds something. `text` is already trimmed. */
export function blankOf(text: string): Blank | undefined {
	if (text === '' || (text.length <= 5 && /^([-–—―_]+|\.{2,}|…)$/.test(text))) return 'vacio';
	if (text.length > 20) return undefined;
	return words.find(([, form]) => form.test(text))?.[0];
}
