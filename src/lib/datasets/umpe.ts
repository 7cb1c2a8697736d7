import { currencies } from '../domain/codes.ts';
import { currencySynonyms, municipality, source, verified, year } from './columns.ts';
import { defineDataset } from './types.ts';
import { rules } from './umpe-rules.ts';

export const umpe = defineDataset({
	id: 'umpe',
	title: 'Unidad de promoción (UMPE)',
	description:
		'Si la municipalidad tiene una unidad que promueve a las empresas, con qué respaldo, personal y presupuesto.',
	source: 'CEPAL/GTZ 2000, I.1 y I.2',
	filledBy: 'La UMPE, una vez al año',
	municipality: 'municipio_id',
	period: 'anio',
	columns: {
		municipio_id: municipality,
		anio: year,
		unidad_existe: {
			label: 'Existe la unidad',
			type: 'flag',
			required: true,
			description: '1 si la municipalidad tiene la unidad ese año; 0 si no.',
			aliases: ['tiene unidad', 'tiene umpe', 'cuenta con umpe', 'unidad'],
			example: '1'
		},
		norma_creacion: {
			label: 'Norma de creación',
			type: 'text',
			description: 'Ordenanza, acuerdo o resolución que la crea.',
			aliases: ['norma', 'ordenanza', 'resolución', 'documento de creación'],
			example: 'Ordenanza 012-98'
		},
		en_organigrama: {
			label: 'Está en el organigrama',
			type: 'flag',
			aliases: ['organigrama', 'en la estructura orgánica', 'figura en el organigrama'],
			example: '1'
		},
		depende_de: {
			label: 'Depende de',
			type: 'code',
			codes: {
				alcaldia: 'Alcaldía',
				gerencia_municipal: 'Gerencia municipal',
				gerencia_desarrollo: 'Gerencia de desarrollo',
				otra: 'Otra'
			},
			synonyms: {
				alcalde: 'alcaldia',
				'despacho de alcaldia': 'alcaldia',
				'gerencia de desarrollo economico': 'gerencia_desarrollo',
				otro: 'otra'
			},
			aliases: ['dependencia', 'área de la que depende', 'órgano superior'],
			example: 'alcaldia'
		},
		plan_operativo: {
			label: 'Tiene plan operativo',
			type: 'flag',
			aliases: ['poi', 'plan operativo institucional', 'plan de trabajo'],
			example: '1'
		},
		convenio_apoyo: {
			label: 'Tiene convenio de apoyo',
			type: 'flag',
			description: '1 si una red o entidad la apoya con un convenio vigente.',
			aliases: ['convenio', 'convenio vigente'],
			example: '1'
		},
		num_promotores: {
			label: 'Promotores',
			type: 'decimal',
			unit: 'personas',
			max: 200,
			description: 'Personas que promueven empresas; quien trabaja medio tiempo cuenta 0.5.',
			aliases: ['n° de promotores', 'número de promotores', 'personal', 'trabajadores'],
			example: '1'
		},
		promotor_desde: {
			label: 'Promotor desde',
			type: 'date',
			description: 'Fecha en que empezó el promotor que está ahora.',
			aliases: ['fecha de inicio del promotor', 'inicio del promotor'],
			example: '2023-01-16'
		},
		presupuesto_asignado: {
			label: 'Presupuesto asignado',
			type: 'decimal',
			description: 'Para la unidad en el año, en la moneda de la fila.',
			aliases: ['pim', 'presupuesto de la unidad', 'presupuesto de la umpe'],
			example: '48000'
		},
		presupuesto_ejecutado: {
			label: 'Presupuesto ejecutado',
			type: 'decimal',
			description: 'Lo gastado por la unidad en el año.',
			aliases: ['ejecutado', 'gasto de la unidad', 'devengado'],
			example: '45500'
		},
		presupuesto_municipal: {
			label: 'Presupuesto de la municipalidad',
			type: 'decimal',
			description: 'De toda la municipalidad en el año.',
			aliases: ['presupuesto total', 'presupuesto institucional'],
			example: '9600000'
		},
		moneda: {
			label: 'Moneda',
			type: 'code',
			codes: currencies,
			synonyms: currencySynonyms,
			description: 'PEN o USD: la de todos los montos de la fila. Hace falta si hay uno.',
			aliases: ['divisa'],
			example: 'PEN'
		},
		fuente: source,
		verificado: verified
	},
	rules,
	examples: [
		{
			municipio_id: '990001',
			anio: '2025',
			unidad_existe: '1',
			norma_creacion: 'Ordenanza 012-98',
			en_organigrama: '1',
			depende_de: 'alcaldia',
			plan_operativo: '1',
			convenio_apoyo: '1',
			num_promotores: '1',
			presupuesto_asignado: '48000',
			presupuesto_ejecutado: '45500',
			presupuesto_municipal: '9600000',
			moneda: 'PEN'
		},
		{ municipio_id: '990002', anio: '2025', unidad_existe: '0', num_promotores: '0' }
	]
});
