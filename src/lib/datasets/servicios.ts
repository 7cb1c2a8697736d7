import {
	serviceCategories,
	serviceTypes,
	type Codes,
	type ServiceCategory
} from '../domain/codes.ts';
import { municipality, quarter, source, verified } from './columns.ts';
import { institutionTypes } from './institutions.ts';
import { againstStored, fileRules, rules } from './servicios-rules.ts';
import { defineDataset } from './types.ts';

const besides = { otro: 'Otro', ninguno: 'Ninguno' } as const satisfies Codes;

/** What `tipo_servicio` takes in a category: its four types, `otro`, and `ninguno` for an explicit zero. */
export function typesFor(category: unknown): Codes | undefined {
	return isCategory(category) ? { ...serviceTypes[category], ...besides } : undefined;
}

function isCategory(value: unknown): value is ServiceCategory {
	return typeof value === 'string' && Object.hasOwn(serviceTypes, value);
}

export const servicios = defineDataset({
	id: 'servicios',
	title: 'Servicios para empresas',
	description:
		'Qué servicios financieros y no financieros tuvieron las microempresas en el trimestre, quién los da y a cuántas atendió.',
	source: 'CEPAL/GTZ 2000, II.4 y V',
	filledBy: 'La UMPE, cada trimestre',
	municipality: 'municipio_id',
	period: 'periodo',
	columns: {
		municipio_id: municipality,
		periodo: quarter,
		institucion: {
			label: 'Institución',
			type: 'text',
			key: true,
			optional: true,
			description:
				'Quién da el servicio, escrito igual cada trimestre. Vacía solo en «sin servicio».',
			aliases: ['entidad', 'nombre de la institución', 'proveedor', 'organización'],
			example: 'CEOP Ilo'
		},
		tipo_institucion: {
			label: 'Tipo de institución',
			type: 'code',
			codes: institutionTypes,
			aliases: ['clase de institución', 'tipo de entidad', 'tipo de proveedor'],
			example: 'educativa'
		},
		categoria: {
			label: 'Categoría',
			type: 'code',
			key: true,
			codes: serviceCategories,
			synonyms: {
				financiero: 'FIN',
				financiera: 'FIN',
				tecnologico: 'TEC',
				mercados: 'MER',
				capacitaciones: 'CAP',
				asistencia: 'ASI'
			},
			description: 'Una de las cinco categorías IDEL. Informe las cinco, aunque no haya servicio.',
			aliases: ['categoría idel', 'categoría del servicio', 'rubro'],
			example: 'FIN'
		},
		tipo_servicio: {
			label: 'Tipo de servicio',
			type: 'code',
			key: true,
			codes: Object.assign({}, ...Object.values(serviceTypes), besides),
			codesFor: (cells) => typesFor(cells['categoria']),
			synonyms: {
				microcreditos: 'microcredito',
				feria: 'ferias',
				'asistencia tecnica': 'asistencia_productiva'
			},
			description:
				'Depende de la categoría. «Otro» cuenta como oferta y no como tipo; «ninguno» va con «sin servicio».',
			aliases: ['servicio', 'clase de servicio'],
			example: 'microcredito'
		},
		estado: {
			label: 'Estado',
			type: 'code',
			required: true,
			codes: {
				activo: 'Activo',
				en_implementacion: 'En implementación',
				suspendido: 'Suspendido',
				sin_servicio: 'Sin servicio'
			},
			synonyms: {
				activa: 'activo',
				suspendida: 'suspendido',
				'en instalacion': 'en_implementacion'
			},
			description:
				'Activo: atendió a alguien en el trimestre, en el territorio. Prometido, acordado o por instalar es «en implementación».',
			aliases: ['estado del servicio', 'situación'],
			example: 'activo'
		},
		usuarios: {
			label: 'Microempresas atendidas',
			type: 'count',
			unit: 'microempresas',
			description:
				'Microempresas distintas atendidas en el trimestre. Vacía si no se sabe; 0 si ninguna.',
			aliases: [
				'n° de usuarios',
				'nº de usuarios',
				'nro de usuarios',
				'número de usuarios',
				'total de usuarios',
				'usuarios atendidos',
				'microempresas usuarias'
			],
			example: '300'
		},
		usuarias_mujeres: {
			label: 'De ellas, de mujeres',
			type: 'count',
			unit: 'microempresas',
			description: 'De las microempresas atendidas, las que son de mujeres.',
			aliases: [
				'usuarias',
				'mujeres',
				'n° de usuarias',
				'microempresas de mujeres',
				'mujeres usuarias'
			],
			example: '180'
		},
		personas_formadas: {
			label: 'Otras personas atendidas',
			type: 'count',
			unit: 'personas',
			description: 'Personas atendidas que no llevan una microempresa.',
			aliases: ['personas capacitadas', 'otras personas', 'n° de personas formadas'],
			example: '300'
		},
		pago_usuario: {
			label: 'Pago del usuario',
			type: 'code',
			codes: { gratis: 'Gratis', parcial: 'Parcial', costo_total: 'Costo total' },
			synonyms: { gratuito: 'gratis', total: 'costo_total', completo: 'costo_total' },
			aliases: ['pago', 'quién paga', 'costo para el usuario'],
			example: 'parcial'
		},
		operador_externo: {
			label: 'Operador externo',
			type: 'flag',
			description: '1 si lo da otra entidad por encargo de la municipalidad; 0 si no.',
			aliases: ['lo da un tercero', 'tercerizado'],
			example: '0'
		},
		fuente: source,
		verificado: verified
	},
	rules,
	fileRules,
	againstStored,
	examples: [
		{
			municipio_id: '180301',
			periodo: '1999-T3',
			institucion: 'CEOP Ilo',
			tipo_institucion: 'educativa',
			categoria: 'FIN',
			tipo_servicio: 'microcredito',
			estado: 'activo',
			usuarios: '300'
		},
		{
			municipio_id: '990001',
			periodo: '1999-T3',
			categoria: 'TEC',
			tipo_servicio: 'ninguno',
			estado: 'sin_servicio'
		}
	]
});
