import type { ServiceCategory } from '#lib/domain/codes.ts';
import type { CsvRow } from '#lib/server/csv.ts';

/**
 * The test municipality of the method's worked example (990001, 3,000 microenterprises): its first
 * quarter, and the next, in which a maquicentro takes the place of an explicit «sin servicio».
 */
const ubigeo = '990001';
const town = ['Municipalidad de Villa Alborada', 'municipal'] as const;

type Worked = readonly [ServiceCategory, string, institution: readonly [string, string]];

const always: readonly Worked[] = [
	['FIN', 'microcredito', ['Caja Rural Tres Quebradas', 'financiera']],
	['MER', 'ferias', ['Cámara PYME de Alborada', 'gremio']],
	['MER', 'comercializacion', ['Asociación de Productores de Villa Alborada', 'gremio']],
	['CAP', 'gestion_empresarial', ['Centro Ocupacional de Villa Alborada', 'educativa']],
	['CAP', 'formacion_tecnica', ['Instituto Tecnológico de Alborada', 'educativa']],
	['CAP', 'formacion_tecnica', ['ONG Manos y Telares', 'ong']],
	['CAP', 'adiestramiento_laboral', town],
	['ASI', 'asistencia_productiva', ['Agencia Agraria de Alborada', 'publica']],
	['ASI', 'asesoria_empresarial', ['Módulo de Servicios de Alborada', 'publica']]
];

export const workedServices: readonly CsvRow[] = [
	...always.map((row) => active('1999-T3', row)),
	{
		municipio_id: ubigeo,
		periodo: '1999-T3',
		categoria: 'TEC',
		tipo_servicio: 'ninguno',
		estado: 'sin_servicio'
	},
	...always.map((row) => active('1999-T4', row)),
	active('1999-T4', ['TEC', 'maquicentro', town])
];

export const workedBusinesses: readonly CsvRow[] = [
	{
		municipio_id: ubigeo,
		ambito_datos: 'distrito',
		anio: 1999,
		dimension: 'total',
		categoria: 'total',
		cantidad: 3000
	}
];

function active(periodo: string, [category, type, [institution, kind]]: Worked): CsvRow {
	return {
		municipio_id: ubigeo,
		periodo,
		institucion: institution,
		tipo_institucion: kind,
		categoria: category,
		tipo_servicio: type,
		estado: 'activo'
	};
}
