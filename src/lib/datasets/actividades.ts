import { currencies } from '../domain/codes.ts';
import { activityTypes } from './actividades-codes.ts';
import { fileRules, rules } from './actividades-rules.ts';
import { currencySynonyms, municipality, quarter, source, verified } from './columns.ts';
import { defineDataset } from './types.ts';

export const actividades = defineDataset({
	id: 'actividades',
	title: 'Actividades de la UMPE',
	description:
		'Qué hizo la UMPE en el trimestre, por tipo de actividad, y cuántas personas participaron.',
	source: 'CEPAL/GTZ 2000, I.1',
	filledBy: 'La UMPE, cada trimestre; una red, lo que declara de sí misma',
	municipality: 'municipio_id',
	period: 'periodo',
	columns: {
		municipio_id: {
			...municipality,
			networks: true,
			description:
				'Código INEI de seis dígitos, o el código de una red (PROMDE) para lo que la red declara de sí misma.'
		},
		periodo: quarter,
		tipo: {
			label: 'Tipo de actividad',
			type: 'code',
			key: true,
			codes: activityTypes,
			synonyms: {
				capacitaciones: 'capacitacion',
				curso: 'capacitacion',
				cursos: 'capacitacion',
				taller: 'capacitacion',
				talleres: 'capacitacion',
				ferias: 'feria',
				'ruedas de negocios': 'rueda_negocios',
				otras: 'otra'
			},
			description:
				'Use el tipo exacto. Los grupos «promoción empresarial» y «sin clasificar» son solo para cuando no se conoce.',
			aliases: ['actividad', 'clase de actividad'],
			example: 'capacitacion'
		},
		cantidad: {
			label: 'Cantidad',
			type: 'count',
			unit: 'actividades',
			description: 'Número de actividades. Escriba la cantidad, el porcentaje o los dos.',
			aliases: [
				'n° de actividades',
				'nº de actividades',
				'número de actividades',
				'n° de talleres'
			],
			example: '7'
		},
		porcentaje: {
			label: 'Porcentaje',
			type: 'percent',
			unit: '%',
			description:
				'Parte del total de actividades, como se declara. Se muestra tal como viene, aunque no sume 100.',
			aliases: ['porcentaje del total'],
			example: '62'
		},
		total_declarado: {
			label: 'Total declarado',
			type: 'count',
			unit: 'actividades',
			description: 'Total de actividades al que se refieren los porcentajes.',
			aliases: ['total', 'total de actividades'],
			example: '67'
		},
		participantes: {
			label: 'Participantes',
			type: 'count',
			unit: 'personas',
			aliases: [
				'n° de participantes',
				'nº de participantes',
				'asistentes',
				'total de participantes'
			],
			example: '300'
		},
		mujeres: {
			label: 'Mujeres participantes',
			type: 'count',
			unit: 'personas',
			description: 'De los participantes, las que son mujeres.',
			aliases: ['n° de mujeres', 'nº de mujeres', 'participantes mujeres'],
			example: '300'
		},
		cofinanciadas: {
			label: 'Actividades cofinanciadas',
			type: 'count',
			unit: 'actividades',
			description: 'Actividades que otra institución pagó en parte.',
			aliases: ['n° de cofinanciadas', 'con cofinanciamiento'],
			example: '2'
		},
		horas: {
			label: 'Horas',
			type: 'decimal',
			unit: 'horas',
			aliases: ['total de horas', 'n° de horas', 'duración en horas'],
			example: '24'
		},
		costo: {
			label: 'Costo',
			type: 'decimal',
			description: 'Costo total, en la moneda de la fila.',
			aliases: ['costo total', 'monto', 'gasto'],
			example: '1500.50'
		},
		moneda: {
			label: 'Moneda',
			type: 'code',
			codes: currencies,
			synonyms: currencySynonyms,
			description: 'PEN o USD. Hace falta si hay un costo o ventas.',
			aliases: ['divisa'],
			example: 'PEN'
		},
		ventas_feria: {
			label: 'Ventas en la feria',
			type: 'decimal',
			description: 'Lo que vendieron las microempresas, en la moneda de la fila.',
			aliases: ['ventas', 'monto de ventas'],
			example: '12500'
		},
		fuente: source,
		verificado: verified
	},
	rules,
	fileRules,
	examples: [
		{
			municipio_id: '990001',
			periodo: '2025-T3',
			tipo: 'capacitacion',
			cantidad: '7',
			participantes: '140',
			mujeres: '96'
		},
		{
			municipio_id: '990001',
			periodo: '2025-T3',
			tipo: 'feria',
			cantidad: '2',
			participantes: '60',
			mujeres: '41',
			ventas_feria: '12500',
			moneda: 'PEN'
		}
	]
});
