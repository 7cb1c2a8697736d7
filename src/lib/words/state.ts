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

/** Why a value is missing, in a word: a kind of blank that somebody told stands before the state. */
export function missingWords({
	state,
	flags = []
}: {
	readonly state: State;
	readonly flags?: readonly Flag[];
}): string {
	if (state === 'no_reporto' && flags.includes('pendiente')) return 'Pendiente';
	if (state === 'no_calculable' && flags.includes('nada_que_informar')) return 'Nada que informar';
	return stateWords[state] || 'Sin dato';
}

/** What a note on a value means, for people. Unknown notes are shown as they come. */
const flagWords: Readonly<Record<string, string>> = {
	parcial: 'parcial: falta una parte de los datos',
	vencido: 'el dato es demasiado antiguo',
	fuentes_mixtas: 'mezcla fuentes distintas',
	base_propia: 'comparado con su propio primer trimestre',
	es_base: 'este trimestre es la línea de base',
	base_completa: 'la línea de base ya era 100',
	cantidades_y_porcentajes: 'unas filas traen cantidades y otras solo porcentajes',
	colocacion_desconocida: 'no se sabe si ya hubo un crédito antes',
	declarado: 'como lo declara quien informa',
	denominador_cero: 'se dividiría entre cero',
	falta_tipo_institucion: 'falta el tipo de alguna institución',
	falta_un_fondo: 'falta un fondo que se informó el trimestre anterior',
	falta_un_sector: 'falta la cifra de un sector',
	faltan_categorias: 'no se informaron todas las categorías',
	faltan_trimestres: 'no están los cuatro últimos trimestres',
	grupo_y_detalle: 'el grupo y su detalle vienen a la vez',
	nada_que_informar: 'se dijo que no hay nada que informar',
	no_suma_100: 'los porcentajes no suman 100',
	no_suma_el_total: 'las partes no suman el total',
	pendiente: 'quien informa todavía no lo sabe',
	poblacion_de_otro_anio: 'con la población de otro año cercano',
	sigue_contando: 'todavía no hay ningún crédito',
	sin_anio_anterior: 'no se informó el mismo trimestre del año anterior',
	sin_cifra_anterior: 'no hay una cifra anterior con que comparar',
	sin_microempresas: 'no se sabe cuántas microempresas hay',
	sin_tipo_de_cambio: 'falta el tipo de cambio del trimestre',
	sin_trimestre_de_comparacion: 'no se informó el trimestre con que se compara',
	sin_usuarios: 'no se informó a cuántas microempresas se atendió',
	un_solo_sector: 'solo se informó un sector',
	provisional: 'provisional: nadie más lo ha revisado todavía',
	invented: 'cifra inventada'
};

/** The note in words: `base_propia` → `comparado con su propio primer trimestre`. */
export function flagNote(flag: Flag): string {
	return flagWords[flag] ?? flag.replaceAll('_', ' ');
}
