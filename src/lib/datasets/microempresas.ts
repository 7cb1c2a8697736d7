import { municipality, scope, source, verified, year } from './columns.ts';
import { allCategories, businessCategories, businessDimensions } from './microempresas-codes.ts';
import { fileRules, rules } from './microempresas-rules.ts';
import { defineDataset } from './types.ts';

export const microempresas = defineDataset({
	id: 'microempresas',
	title: 'Microempresas',
	description: 'Cuántas microempresas hay, por sector y por rasgo de sus titulares.',
	source: 'CEPAL/GTZ 2000, II.3',
	filledBy: 'La coordinación de la red, una vez al año o cuando hay un padrón nuevo',
	municipality: 'municipio_id',
	period: 'anio',
	columns: {
		municipio_id: municipality,
		ambito_datos: scope,
		anio: { ...year, example: '1999' },
		dimension: {
			label: 'Dimensión',
			type: 'code',
			codes: businessDimensions,
			synonyms: {
				edad: 'titular_edad',
				educacion: 'titular_educacion',
				sexo: 'titular_sexo',
				genero: 'titular_sexo'
			},
			key: true,
			description: 'Qué rasgo separa a las microempresas de la fila. «Total» es la suma de todas.',
			aliases: ['rasgo', 'clasificación', 'variable'],
			example: 'sector'
		},
		categoria: {
			label: 'Categoría',
			type: 'code',
			codes: allCategories,
			codesFor: (cells) =>
				typeof cells['dimension'] === 'string' ? businessCategories[cells['dimension']] : undefined,
			synonyms: {
				industria: 'produccion',
				manufactura: 'produccion',
				mujeres: 'mujer',
				hombres: 'hombre',
				femenino: 'mujer',
				masculino: 'hombre',
				varon: 'hombre',
				varones: 'hombre'
			},
			key: true,
			description: 'Depende de la dimensión: para sector, comercio, servicios, producción…',
			aliases: ['grupo', 'valor de la dimensión'],
			example: 'comercio'
		},
		cantidad: {
			label: 'Cantidad',
			type: 'count',
			unit: 'microempresas',
			description: 'Número de microempresas. Escriba la cantidad, el porcentaje o los dos.',
			aliases: ['número', 'n° de microempresas', 'nº de microempresas', 'número de microempresas'],
			example: '1296'
		},
		porcentaje: {
			label: 'Porcentaje',
			type: 'percent',
			unit: '%',
			description: 'Parte del total, de 0 a 100.',
			aliases: ['porcentaje del total', 'participación'],
			example: '43.2'
		},
		fuente: source,
		verificado: verified
	},
	rules,
	fileRules,
	examples: [
		{
			municipio_id: '180301',
			ambito_datos: 'provincia',
			anio: '1999',
			dimension: 'total',
			categoria: 'total',
			cantidad: '3000'
		},
		{
			municipio_id: '180301',
			ambito_datos: 'provincia',
			anio: '1999',
			dimension: 'titular_edad',
			categoria: 'menor_40',
			porcentaje: '60'
		}
	]
});
