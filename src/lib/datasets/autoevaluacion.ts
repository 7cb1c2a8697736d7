import { groupQuestions, scoredItems } from './autoevaluacion-codes.ts';
import { rules } from './autoevaluacion-rules.ts';
import { municipality, quarter, source, verified } from './columns.ts';
import { defineDataset } from './types.ts';

export const autoevaluacion = defineDataset({
	id: 'autoevaluacion',
	title: 'Autoevaluación',
	description:
		'Cómo ve la municipalidad su propia promoción económica: 39 puntos con puntaje de 0 a 4 y 46 preguntas para responder en grupo.',
	source: 'REMURPE 2003, I.4 a III.2',
	filledBy: 'La UMPE con los actores locales, una vez al año',
	municipality: 'municipio_id',
	period: 'periodo',
	columns: {
		municipio_id: municipality,
		periodo: quarter,
		item: {
			label: 'Ítem',
			type: 'code',
			key: true,
			codes: { ...scoredItems, ...groupQuestions },
			description:
				'Código del punto (EX1 a IN1, con puntaje) o de la pregunta de grupo (A1 a L3, con texto).',
			aliases: ['código del ítem', 'pregunta', 'n° de pregunta', 'punto'],
			example: 'EX1'
		},
		puntaje: {
			label: 'Puntaje',
			type: 'count',
			max: 4,
			description:
				'0 nada, 1 hay intención, 2 en parte, 3 funciona, 4 funciona y se comprobó. Vacío en las preguntas de grupo.',
			aliases: ['puntos', 'calificación', 'nota', 'valoración'],
			example: '2'
		},
		texto: {
			label: 'Respuesta',
			type: 'text',
			description: 'La respuesta del grupo, o por qué ese puntaje. No escriba nombres de personas.',
			aliases: ['comentario', 'respuesta del grupo', 'explicación', 'sustento'],
			example: 'Se conocen los compradores de aceituna y lo que piden.'
		},
		aplicador: {
			label: 'Quién la aplicó',
			type: 'code',
			codes: {
				propia: 'La propia municipalidad',
				pares: 'Otra municipalidad',
				externa: 'Una entidad externa'
			},
			synonyms: { propio: 'propia', par: 'pares', externo: 'externa' },
			aliases: ['aplicada por', 'evaluador', 'tipo de aplicación'],
			example: 'propia'
		},
		fuente: source,
		verificado: verified
	},
	rules,
	examples: [
		{
			municipio_id: '990001',
			periodo: '2025-T4',
			item: 'EX1',
			puntaje: '2',
			texto: 'Se conocen los compradores de aceituna y lo que piden.',
			aplicador: 'propia'
		},
		{
			municipio_id: '990001',
			periodo: '2025-T4',
			item: 'B10',
			texto: 'En dos asociaciones y una cooperativa.',
			aplicador: 'propia'
		}
	]
});
