import { currencies } from '../domain/codes.ts';
import {
	currencySynonyms,
	municipality,
	quarter,
	source,
	ubigeoAliases,
	verified
} from './columns.ts';
import { credits, money } from './fondos-columns.ts';
import { fileRules, rules } from './fondos-rules.ts';
import { institutionTypes } from './institutions.ts';
import { defineDataset } from './types.ts';

export const fondos = defineDataset({
	id: 'fondos',
	title: 'Fondos',
	description: 'Capital, créditos y cartera de cada fondo para empresas, trimestre a trimestre.',
	source: 'CEPAL/GTZ 2000, I.2.4a; CGAP 1999',
	filledBy: 'Quien tiene un fondo, cada trimestre; la cartera de un fondo regional, su operador',
	municipality: 'municipio_id',
	period: 'periodo',
	columns: {
		municipio_id: { ...municipality, aliases: ubigeoAliases },
		fondo_id: {
			label: 'Código del fondo',
			type: 'text',
			key: true,
			description: 'Un código corto, escrito igual cada trimestre.',
			aliases: ['fondo', 'id del fondo', 'código fondo'],
			example: 'ILO-ROTATORIO'
		},
		periodo: quarter,
		nombre: {
			label: 'Nombre del fondo',
			type: 'text',
			aliases: ['denominación', 'denominación del fondo'],
			example: 'Fondo rotatorio municipal'
		},
		tipo: {
			label: 'Tipo de fondo',
			type: 'code',
			required: true,
			codes: {
				rotatorio: 'Rotatorio',
				garantia: 'Garantía',
				inversion: 'Inversión',
				regional: 'Regional',
				otro: 'Otro'
			},
			synonyms: { 'fondo rotatorio': 'rotatorio', 'fondo de garantia': 'garantia' },
			aliases: ['clase de fondo'],
			example: 'rotatorio'
		},
		moneda: {
			label: 'Moneda',
			type: 'code',
			required: true,
			codes: currencies,
			synonyms: currencySynonyms,
			description: 'PEN o USD: la de todos los montos de la fila.',
			aliases: ['divisa'],
			example: 'USD'
		},
		fuente_recursos: {
			label: 'Origen de los recursos',
			type: 'code',
			codes: {
				municipal: 'Municipal',
				canon: 'Canon',
				cooperacion: 'Cooperación',
				privada: 'Privada',
				mixta: 'Mixta'
			},
			aliases: ['fuente de recursos', 'fuente de los recursos', 'origen de recursos'],
			example: 'municipal'
		},
		operador: {
			label: 'Operador',
			type: 'text',
			description: 'Quién presta. Vacío si todavía no hay operador.',
			aliases: ['entidad operadora', 'nombre del operador'],
			example: 'CEOP Ilo'
		},
		operador_tipo: {
			label: 'Tipo de operador',
			type: 'code',
			codes: institutionTypes,
			aliases: ['clase de operador'],
			example: 'educativa'
		},
		...money,
		...credits,
		fuente: source,
		verificado: verified
	},
	rules,
	fileRules,
	examples: [
		{
			municipio_id: '990001',
			fondo_id: 'ROTATORIO-1',
			periodo: '2025-T2',
			tipo: 'rotatorio',
			moneda: 'PEN',
			capital_asignado: '60000',
			colocado: '20000',
			num_creditos: '10',
			creditos_mujeres: '6',
			cobrado_capital: '15000',
			saldo_vigente: '45000',
			saldo_mora_30: '2250',
			castigado: '0'
		},
		{
			municipio_id: '990001',
			fondo_id: 'ROTATORIO-1',
			periodo: '2025-T3',
			tipo: 'rotatorio',
			moneda: 'PEN',
			capital_asignado: '60000',
			colocado: '18000',
			num_creditos: '9',
			creditos_mujeres: '5',
			cobrado_capital: '16000',
			saldo_vigente: '46500',
			saldo_mora_30: '2325',
			castigado: '500'
		}
	]
});
