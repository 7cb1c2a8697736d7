import type { Blank } from '#lib/domain/record.ts';

/** Ways of saying that there is no value. None of them is zero, and `si` without points is a yes. */
const words: readonly (readonly [Blank, RegExp])[] = [
	[
		'vacio',
		/^(n\.?\s?d\.?|n\s?\/\s?d|s\.?\s?d\.?|s\s?\/\s?d|s\.\s?i\.?|s\s?\/\s?i|sin (datos?|registro|informaci[oó]n)|no (disponible|registra|reporta|se sabe)|null)$/i
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
