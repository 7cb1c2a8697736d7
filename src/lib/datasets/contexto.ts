import { municipality, scope, verified, year } from './columns.ts';
import { dwellings, labour, printed, residents } from './contexto-columns.ts';
import { noFutureYear } from './order.ts';
import { defineDataset } from './types.ts';

export const contexto = defineDataset({
	id: 'contexto',
	title: 'Contexto',
	description:
		'Población, viviendas con servicios y población económicamente activa, por año y fuente.',
	source: 'CEPAL/GTZ 2000, II.2; INEI',
	filledBy: 'La coordinación de la red, cuando hay un censo o una proyección nueva',
	municipality: 'municipio_id',
	period: 'anio',
	columns: {
		municipio_id: municipality,
		ambito_datos: scope,
		anio: year,
		fuente: {
			label: 'Fuente',
			type: 'code',
			key: true,
			codes: {
				censo: 'Censo',
				proyeccion: 'Proyección',
				encuesta: 'Encuesta',
				documento: 'Documento'
			},
			synonyms: {
				'censo inei': 'censo',
				estimacion: 'proyeccion',
				'proyeccion inei': 'proyeccion'
			},
			description:
				'Clase de fuente. Si un año tiene varias, vale primero el censo, luego la proyección, la encuesta y el documento.',
			aliases: ['tipo de fuente', 'clase de fuente', 'fuente del dato'],
			example: 'censo'
		},
		...residents,
		...dwellings,
		...labour,
		...printed,
		nota: {
			label: 'Nota',
			type: 'text',
			description: 'Aclaraciones: lo que se corrigió o se calculó, y por qué.',
			aliases: ['observación', 'observaciones', 'notas', 'comentario'],
			example: 'Población corregida: las sumas dan 51481'
		},
		verificado: verified
	},
	rules: [noFutureYear],
	examples: [
		{
			municipio_id: '180301',
			ambito_datos: 'provincia',
			anio: '1993',
			fuente: 'censo',
			poblacion_total: '51481',
			poblacion_urbana: '50192',
			poblacion_rural: '1289',
			poblacion_hombres: '26964',
			poblacion_mujeres: '24517',
			viviendas: '13467',
			viviendas_agua: '7891'
		},
		{
			municipio_id: '180301',
			ambito_datos: 'provincia',
			anio: '1996',
			fuente: 'documento',
			poblacion_total: '55892'
		}
	]
});
