import { municipality, quarter, source, verified } from './columns.ts';
import { agreedBefore } from './concertacion-rules.ts';
import { atMost } from './order.ts';
import { defineDataset } from './types.ts';

export const concertacion = defineDataset({
	id: 'concertacion',
	title: 'Concertación',
	description:
		'Sesiones y acuerdos de la Mesa y de otras instancias en que participa la municipalidad, cada trimestre.',
	source: 'CEPAL/GTZ 2000, I.2.2 y I.4; REMURPE 2003, II.4',
	filledBy: 'La UMPE, cada trimestre, si lleva las actas de la Mesa',
	municipality: 'municipio_id',
	period: 'periodo',
	columns: {
		municipio_id: municipality,
		instancia: {
			label: 'Instancia',
			type: 'text',
			key: true,
			description: 'Nombre de la Mesa, el comité o la mancomunidad, escrito igual cada trimestre.',
			aliases: ['mesa', 'nombre de la instancia', 'espacio de concertación', 'comité'],
			example: 'Mesa de Concertación PYME'
		},
		nivel: {
			label: 'Nivel',
			type: 'code',
			required: true,
			codes: {
				local: 'Local',
				provincial: 'Provincial',
				macrorregional: 'Macrorregional',
				nacional: 'Nacional'
			},
			synonyms: { distrital: 'local', 'macro regional': 'macrorregional' },
			aliases: ['nivel de la instancia', 'alcance'],
			example: 'provincial'
		},
		periodo: quarter,
		sesiones: {
			label: 'Sesiones',
			type: 'count',
			unit: 'sesiones',
			max: 90,
			aliases: ['n° de sesiones', 'número de sesiones', 'reuniones', 'n° de reuniones'],
			example: '3'
		},
		acuerdos_tomados: {
			label: 'Acuerdos tomados',
			type: 'count',
			unit: 'acuerdos',
			description: 'Los que se tomaron en el trimestre.',
			aliases: ['acuerdos', 'n° de acuerdos', 'compromisos'],
			example: '5'
		},
		acuerdos_cumplidos: {
			label: 'Acuerdos cumplidos',
			type: 'count',
			unit: 'acuerdos',
			description: 'De los que ya debían cumplirse, los cumplidos.',
			aliases: ['cumplidos', 'compromisos cumplidos'],
			example: '3'
		},
		acuerdos_vencidos: {
			label: 'Acuerdos que debían cumplirse',
			type: 'count',
			unit: 'acuerdos',
			description: 'Los que debían estar cumplidos al final del trimestre, se hayan cumplido o no.',
			aliases: ['acuerdos por cumplir', 'vencidos', 'compromisos vencidos'],
			example: '4'
		},
		plan_concertado: {
			label: 'Plan concertado vigente',
			type: 'flag',
			description: '1 si hay un plan de desarrollo concertado vigente; 0 si no.',
			aliases: ['tiene plan concertado', 'plan de desarrollo concertado'],
			example: '1'
		},
		fuente: source,
		verificado: verified
	},
	rules: [
		atMost({
			id: 'cumplidos-entre-vencidos',
			part: 'acuerdos_cumplidos',
			whole: 'acuerdos_vencidos',
			partName: 'los acuerdos cumplidos',
			wholeName: 'los que debían cumplirse'
		})
	],
	fileRules: [agreedBefore],
	examples: [
		{
			municipio_id: '990001',
			instancia: 'Mesa de Concertación PYME',
			nivel: 'provincial',
			periodo: '2025-T2',
			sesiones: '3',
			acuerdos_tomados: '5',
			acuerdos_cumplidos: '3',
			acuerdos_vencidos: '4',
			plan_concertado: '1'
		},
		{
			municipio_id: '990001',
			instancia: 'Mesa de Concertación PYME',
			nivel: 'provincial',
			periodo: '2025-T3',
			sesiones: '2',
			acuerdos_tomados: '2',
			acuerdos_cumplidos: '5',
			acuerdos_vencidos: '6',
			plan_concertado: '1'
		}
	]
});
