import { municipality, quarter, source, verified } from './columns.ts';
import { answeredAndAsked } from './formalizacion-rules.ts';
import { defineDataset } from './types.ts';

export const formalizacion = defineDataset({
	id: 'formalizacion',
	title: 'Formalización',
	description:
		'Licencias y otros trámites de las microempresas en el trimestre: cuántos se otorgaron, en cuántos días y a qué costo.',
	source: 'CEPAL/GTZ 2000, I.2.1',
	filledBy: 'La UMPE, cada trimestre, si la municipalidad atiende esos trámites',
	municipality: 'municipio_id',
	period: 'periodo',
	columns: {
		municipio_id: municipality,
		periodo: quarter,
		tramite: {
			label: 'Trámite',
			type: 'code',
			key: true,
			codes: {
				registro_unificado: 'Registro unificado',
				licencia_provisional: 'Licencia provisional',
				licencia_definitiva: 'Licencia definitiva',
				minuta_constitucion: 'Minuta de constitución',
				licencia_indeterminada: 'Licencia indeterminada',
				licencia_temporal: 'Licencia temporal',
				visita_informativa: 'Visita informativa',
				reubicacion_parque: 'Reubicación en el parque industrial',
				otro: 'Otro'
			},
			synonyms: {
				'licencia de funcionamiento provisional': 'licencia_provisional',
				'licencia de funcionamiento definitiva': 'licencia_definitiva',
				'licencia de funcionamiento indeterminada': 'licencia_indeterminada',
				'licencia de funcionamiento': 'licencia_indeterminada',
				'licencia de funcionamiento temporal': 'licencia_temporal',
				minuta: 'minuta_constitucion',
				visita: 'visita_informativa',
				visitas: 'visita_informativa',
				'visitas informativas': 'visita_informativa',
				reubicacion: 'reubicacion_parque',
				'otro tramite': 'otro'
			},
			description:
				'Provisional y definitiva son las licencias antiguas; hoy son indeterminada y temporal.',
			aliases: ['tipo de trámite', 'procedimiento', 'nombre del trámite', 'tipo de licencia'],
			example: 'licencia_indeterminada'
		},
		solicitudes: {
			label: 'Solicitudes',
			type: 'count',
			unit: 'solicitudes',
			description: 'Las que entraron en el trimestre.',
			aliases: ['n° de solicitudes', 'número de solicitudes', 'solicitadas', 'expedientes'],
			example: '40'
		},
		otorgadas: {
			label: 'Otorgadas o realizadas',
			type: 'count',
			required: true,
			description: 'Trámites otorgados o visitas hechas en el trimestre; 0 si ninguno.',
			aliases: [
				'otorgados',
				'licencias otorgadas',
				'realizadas',
				'visitas realizadas',
				'n° de otorgadas',
				'aprobadas'
			],
			example: '32'
		},
		rechazadas_uso_suelo: {
			label: 'Rechazadas por uso de suelo',
			type: 'count',
			description: 'Las que no procedieron porque la zonificación no lo permite.',
			aliases: ['rechazadas', 'denegadas', 'rechazadas por zonificación', 'improcedentes'],
			example: '3'
		},
		dias_mediana: {
			label: 'Días (mediana)',
			type: 'decimal',
			unit: 'días',
			max: 730,
			description: 'Días de la solicitud a la entrega: la mitad de los trámites demoró menos.',
			aliases: ['días', 'mediana de días', 'plazo en días', 'días de trámite', 'demora'],
			example: '8'
		},
		costo_soles: {
			label: 'Costo',
			type: 'decimal',
			unit: 'S/',
			max: 10000,
			description: 'Lo que paga el solicitante por un trámite, en soles.',
			aliases: ['costo en soles', 'costo del trámite', 'derecho de trámite', 'tasa', 'pago'],
			example: '120.50'
		},
		fuente: source,
		verificado: verified
	},
	fileRules: [answeredAndAsked],
	examples: [
		{
			municipio_id: '990001',
			periodo: '2025-T3',
			tramite: 'licencia_indeterminada',
			solicitudes: '40',
			otorgadas: '32',
			rechazadas_uso_suelo: '3',
			dias_mediana: '8',
			costo_soles: '120.50'
		},
		{
			municipio_id: '990001',
			periodo: '2025-T3',
			tramite: 'visita_informativa',
			otorgadas: '85'
		}
	]
});
