import type { Blank } from '#lib/domain/record.ts';

/** Ways of saying that there is no value. None of them is zero, and `si` without points is a yes. */
const words: readonly (readonly [Blank, RegExp])[] = [
	[
		'vacio',
		/^(n\.?\s?d\.?|n\s?\/\s?d|n\.?\s?r\.|s\.?\s?d\.?|s\s?\/\s?d|s\.\s?i\.?|s\s?\/\s?i|ns\s?\/\s?nr|¿?\?{1,3}|sin (datos?|registros?|informaci[oó]n)|no (disponible|registra|reporta|se (sabe|conoce|tiene)|hay (datos?|informaci[oó]n))|desconocid[oa]|null)$/i
	],
	['no_aplica', /^(no (aplica|aplicable|corresponde|procede)|n\s?\/\s?a\.?|n\.?\s?a\.?)$/i],
	[
		'pendiente',
		/^(pendiente|pend\.|pdte\.?|por (confirmar|definir|determinar|verificar)|en (proceso|tr[aá]mite)|a[uú]n no se (sabe|tiene))$/i
	],
	[
		'nada',
		/^(nada|ningun[oa]s?|nada (que|por) (informar|reportar)|sin novedad(es)?|no (hay|hubo|tiene))$/i
	]
];

/** Why a cell is blank; undefined when it holds something. `text` is already trimmed. */
export function blankOf(text: string): Blank | undefined {
	if (text === '' || (text.length <= 5 && /^([-–—―_]+|\.{2,}|…)$/.test(text))) return 'vacio';
	if (text.length > 20) return undefined;
	return words.find(([, form]) => form.test(text))?.[0];
}
