import type { Flag, State } from '#lib/indicators/types.ts';

/** Why there is no figure, as a table cell says it. */
export const stateWords: Readonly<Record<State, string>> = {
	ok: '',
	parcial: 'Parcial',
	no_reporto: 'No informó',
	no_aplica: 'No aplica',
	no_calculable: 'No se puede calcular',
	vencido: 'Dato vencido',
	oculto: 'Pocos datos'
};

/** What a note on a value means, for people. Unknown notes are shown as they come. */
const flagWords: Readonly<Record<string, string>> = {
	parcial: 'parcial: falta una parte de los datos',
	vencido: 'el dato es demasiado antiguo',
	fuentes_mixtas: 'mezcla fuentes distintas',
	base_propia: 'comparado con su propio primer trimestre',
	provisional: 'provisional: nadie más lo ha revisado todavía',
	invented: 'cifra inventada'
};

/** The note in words: `base_propia` → `comparado con su propio primer trimestre`. */
export function flagNote(flag: Flag): string {
	return flagWords[flag] ?? flag.replaceAll('_', ' ');
}
