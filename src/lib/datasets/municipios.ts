import { scopes } from '../domain/codes.ts';
import { departments } from '../domain/ubigeo.ts';
import { source, ubigeoAliases, verified } from './columns.ts';
import { fileRules, rules } from './municipios-rules.ts';
import { defineDataset } from './types.ts';

const names = Object.values(departments);

export const municipios = defineDataset({
	id: 'municipios',
	title: 'Municipalidades',
	description: 'Registro de municipalidades: código, nombre, ubicación y territorio.',
	source: 'INEI, códigos de ubicación geográfica',
	filledBy: 'La coordinación de la red, una vez y cuando algo cambia',
	municipality: 'municipio_id',
	columns: {
		municipio_id: {
			label: 'Ubigeo',
			type: 'ubigeo',
			key: true,
			description:
				'Código INEI de seis dígitos, con sus ceros a la izquierda. Una municipalidad provincial lleva el de su distrito capital. Los códigos 9900nn son inventados y solo sirven a la demostración.',
			aliases: ['código', 'cod', ...ubigeoAliases],
			example: '180301'
		},
		ambito_datos: {
			label: 'Ámbito de los datos',
			type: 'code',
			codes: scopes,
			required: true,
			description: 'Territorio que describen las cifras de esta municipalidad.',
			aliases: ['ámbito del dato', 'territorio de los datos'],
			synonyms: { distrital: 'distrito', provincial: 'provincia' },
			example: 'provincia'
		},
		nombre: {
			label: 'Nombre',
			type: 'text',
			required: true,
			description: 'Nombre del distrito o de la municipalidad, sin «Municipalidad de».',
			aliases: ['municipio', 'municipalidad', 'distrito', 'nombre del municipio'],
			example: 'Ilo'
		},
		tipo: {
			label: 'Tipo de municipalidad',
			type: 'code',
			required: true,
			codes: { provincial: 'Provincial', distrital: 'Distrital', mancomunidad: 'Mancomunidad' },
			synonyms: {
				'municipalidad provincial': 'provincial',
				'municipalidad distrital': 'distrital',
				provincia: 'provincial',
				distrito: 'distrital'
			},
			aliases: ['nivel', 'nivel de la municipalidad', 'nivel municipalidad', 'clase'],
			example: 'provincial'
		},
		provincia: {
			label: 'Provincia',
			type: 'text',
			aliases: ['nombre de la provincia'],
			example: 'Ilo'
		},
		departamento: {
			label: 'Departamento',
			type: 'code',
			required: true,
			codes: {
				...Object.fromEntries(names.map((name) => [name, name])),
				Demostración: 'Demostración'
			},
			synonyms: {
				...departments,
				'prov const del callao': 'Callao',
				'provincia constitucional del callao': 'Callao',
				'lima metropolitana': 'Lima',
				'lima provincias': 'Lima',
				cuzco: 'Cusco'
			},
			description:
				'Nombre del departamento o sus dos dígitos del ubigeo. «Demostración» solo vale para códigos inventados 9900nn.',
			aliases: ['región', 'dpto', 'depto'],
			example: 'Moquegua'
		},
		zona: {
			label: 'Zona',
			type: 'code',
			codes: {
				norte: 'Norte',
				costa_central: 'Costa Central',
				sur: 'Sur',
				centro: 'Centro',
				oriente: 'Oriente'
			},
			description: 'Zona de trabajo de la red. Necesaria para los miembros de PROMDE.',
			aliases: ['zona de la red', 'zona país'],
			example: 'sur'
		},
		macrorregion: {
			label: 'Macrorregión',
			type: 'code',
			codes: {
				norte: 'Norte',
				centro: 'Centro',
				sur: 'Sur',
				oriente: 'Oriente',
				lima_metropolitana: 'Lima Metropolitana'
			},
			aliases: ['macro región', 'macrorregión INEI', 'macroregión INEI', 'macroregión'],
			example: 'sur'
		},
		region_natural: {
			label: 'Región natural',
			type: 'code',
			codes: { costa: 'Costa', sierra: 'Sierra', selva: 'Selva' },
			example: 'costa'
		},
		superficie_km2: {
			label: 'Superficie',
			type: 'decimal',
			unit: 'km²',
			min: 0.1,
			max: 120000,
			description:
				'Superficie del territorio que describen los datos. Puede quedar vacía: 21 distritos recientes no tienen una publicada.',
			aliases: ['área', 'área km²', 'extensión', 'área en km²'],
			example: '1380.6'
		},
		lat: {
			label: 'Latitud',
			type: 'decimal',
			unit: 'grados',
			min: -18.4,
			max: 0,
			description: 'Latitud de la sede en grados decimales WGS84, negativa en el Perú.',
			aliases: ['latitud sur', 'coordenada latitud'],
			example: '-17.639'
		},
		lon: {
			label: 'Longitud',
			type: 'decimal',
			unit: 'grados',
			min: -81.4,
			max: -68.6,
			description: 'Longitud de la sede en grados decimales WGS84, negativa en el Perú.',
			aliases: ['lng', 'long', 'longitud oeste', 'coordenada longitud'],
			example: '-71.337'
		},
		ambito: {
			label: 'Ámbito',
			type: 'code',
			codes: { urbano: 'Urbano', rural: 'Rural', mixto: 'Mixto' },
			description: 'Si el territorio es urbano, rural o mixto.',
			aliases: ['área urbana o rural', 'urbano o rural', 'ámbito urbano rural'],
			example: 'urbano'
		},
		alias: {
			label: 'Otros nombres',
			type: 'text',
			description: 'Otras maneras de escribir el nombre, separadas por punto y coma.',
			aliases: ['nombres alternativos', 'variantes', 'otras grafías', 'nombre alternativo'],
			example: 'Provincia de Ilo; Puerto de Ilo'
		},
		desde: {
			label: 'Desde',
			type: 'quarter',
			description: 'Primer trimestre en que existe, si se creó hace poco.',
			aliases: ['vigente desde', 'inicio de vigencia'],
			example: '1970-T2'
		},
		hasta: {
			label: 'Hasta',
			type: 'quarter',
			description: 'Último trimestre en que existió, si ya no existe.',
			aliases: ['vigente hasta', 'fin de vigencia'],
			example: '2020-T4'
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
			nombre: 'Ilo',
			tipo: 'provincial',
			provincia: 'Ilo',
			departamento: 'Moquegua',
			zona: 'sur',
			macrorregion: 'sur',
			region_natural: 'costa',
			superficie_km2: '1380.6'
		},
		{
			municipio_id: '200114',
			ambito_datos: 'distrito',
			nombre: 'Tambo Grande',
			tipo: 'distrital',
			provincia: 'Piura',
			departamento: 'Piura',
			alias: 'Tambogrande'
		}
	]
});
