import { currencies } from '../domain/codes.ts';
import {
	currencySynonyms,
	municipality,
	source,
	ubigeoAliases,
	verified,
	year
} from './columns.ts';
import { amounts, characteristics } from './proyectos-columns.ts';
import { rules } from './proyectos-rules.ts';
import { defineDataset } from './types.ts';

export const proyectos = defineDataset({
	id: 'proyectos',
	title: 'Proyectos',
	description:
		'Obras de apoyo a la producción (AP) y proyectos de promoción económica (PE), con lo que pusieron el Estado y los privados en el año.',
	source: 'REMURPE 2003, II.1 y II.2',
	filledBy: 'La UMPE, una vez al año',
	municipality: 'municipio_id',
	period: 'anio',
	columns: {
		municipio_id: { ...municipality, aliases: ubigeoAliases },
		proyecto_id: {
			label: 'Código del proyecto',
			type: 'text',
			key: true,
			description: 'Un código corto, escrito igual cada año; sirve el código único de inversión.',
			aliases: ['id del proyecto', 'cui', 'código único', 'código snip'],
			example: 'AP-RIEGO-01'
		},
		anio: year,
		nombre: {
			label: 'Nombre del proyecto',
			type: 'text',
			required: true,
			aliases: ['proyecto', 'denominación', 'denominación del proyecto'],
			example: 'Canal de riego El Olivar'
		},
		tipo_declarado: {
			label: 'Tipo declarado',
			type: 'code',
			required: true,
			codes: { AP: 'Apoyo a la producción', PE: 'Promoción económica' },
			description:
				'AP: obra o servicio para todos los productores. PE: acompaña una inversión privada nueva.',
			aliases: ['tipo de proyecto', 'ap o pe', 'clase de proyecto'],
			example: 'AP'
		},
		rubro: {
			label: 'Rubro',
			type: 'code',
			codes: {
				riego: 'Riego',
				camino: 'Camino',
				energia: 'Energía',
				agua: 'Agua',
				mercado_local: 'Mercado local',
				parque_industrial: 'Parque industrial',
				cadena: 'Cadena productiva',
				fondo: 'Fondo',
				tecnologia: 'Tecnología',
				otro: 'Otro'
			},
			synonyms: {
				caminos: 'camino',
				carretera: 'camino',
				mercado: 'mercado_local',
				'cadena productiva': 'cadena',
				electrificacion: 'energia'
			},
			aliases: ['rubro del proyecto', 'sector del proyecto'],
			example: 'riego'
		},
		...characteristics,
		...amounts,
		moneda: {
			label: 'Moneda',
			type: 'code',
			required: true,
			codes: currencies,
			synonyms: currencySynonyms,
			description: 'PEN o USD: la de todos los montos de la fila.',
			aliases: ['divisa'],
			example: 'PEN'
		},
		tipo_alianza: {
			label: 'Tipo de alianza',
			type: 'code',
			codes: { sucesiva: 'Sucesiva', articulada: 'Articulada', simultanea: 'Simultánea' },
			description:
				'Sucesiva: primero lo público y después lo privado. Articulada: cada uno pone una parte. Simultánea: a la vez.',
			aliases: ['alianza', 'clase de alianza'],
			example: 'sucesiva'
		},
		socio_privado: {
			label: 'Socio privado',
			type: 'text',
			description: 'Empresa u organización que invierte. No escriba nombres de personas.',
			aliases: ['socio', 'empresa socia', 'aliado privado'],
			example: 'Asociación de Olivicultores'
		},
		enclave: {
			label: 'Enclave',
			type: 'flag',
			description:
				'1 si es un gran proyecto privado ajeno a la promoción municipal (una mina, una central); 0 si no.',
			aliases: ['proyecto enclave', 'gran inversión ajena'],
			example: '0'
		},
		fuente: source,
		verificado: verified
	},
	rules,
	examples: [
		{
			municipio_id: '990001',
			proyecto_id: 'AP-RIEGO-01',
			anio: '2025',
			nombre: 'Canal de riego El Olivar',
			tipo_declarado: 'AP',
			rubro: 'riego',
			publico_programado: '100000',
			publico_ejecutado: '90000',
			moneda: 'PEN'
		},
		{
			municipio_id: '990001',
			proyecto_id: 'PE-OLIVO-01',
			anio: '2025',
			nombre: 'Planta de aceituna de mesa',
			tipo_declarado: 'PE',
			rubro: 'cadena',
			pe_a: '1',
			pe_b: '1',
			pe_c: '1',
			pe_d: '1',
			pe_e: '0',
			publico_programado: '50000',
			publico_ejecutado: '40000',
			privado_comprometido: '60000',
			privado_ejecutado: '45000',
			moneda: 'PEN',
			tipo_alianza: 'articulada',
			socio_privado: 'Asociación de Olivicultores',
			enclave: '0'
		}
	]
});
