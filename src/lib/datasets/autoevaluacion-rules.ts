import { isScored } from './autoevaluacion-codes.ts';
import { isNo, numberIn, textIn } from './cells.ts';
import type { RowRule } from './types.ts';

const questionsInText: RowRule = {
	id: 'pregunta-sin-puntaje',
	severity: 'error',
	says: 'Una pregunta de grupo se responde con texto y no lleva puntaje.',
	check: (cells) => {
		const item = textIn(cells, 'item');
		const score = numberIn(cells, 'puntaje');
		if (item === null || score === null || isScored(item)) return undefined;
		return {
			column: 'puntaje',
			expected: 'la celda vacía',
			message: `La pregunta ${item} se responde con texto y aquí lleva el puntaje ${score}. Borre el puntaje o corrija el código, por ejemplo EX1.`
		};
	}
};

const answered: RowRule = {
	id: 'item-sin-respuesta',
	severity: 'notice',
	says: 'Un punto sin puntaje queda como no respondido.',
	check: (cells) => {
		const item = textIn(cells, 'item');
		if (item === null) return undefined;
		if (isScored(item))
			return numberIn(cells, 'puntaje') === null
				? {
						column: 'puntaje',
						message: `${item} no tiene puntaje: quedará como no respondido. Si no hay nada de eso, escriba 0.`
					}
				: undefined;
		return textIn(cells, 'texto') === null
			? { column: 'texto', message: `La pregunta ${item} quedará sin respuesta.` }
			: undefined;
	}
};

const checkedByOthers: RowRule = {
	id: 'cuatro-comprobado',
	severity: 'notice',
	says: 'El puntaje 4 quiere decir que funciona y que alguien lo comprobó.',
	check: (cells) =>
		numberIn(cells, 'puntaje') === 4 && isNo(cells, 'verificado')
			? {
					column: 'puntaje',
					expected: '3',
					suggestion: '3',
					message:
						'El puntaje 4 es de lo que funciona y se comprobó, y «Verificado» dice 0. Escriba 3 o corrija «Verificado».'
				}
			: undefined
};

export const rules: readonly RowRule[] = [questionsInText, answered, checkedByOthers];
