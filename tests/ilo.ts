import type { Fact } from '#lib/domain/record.ts';
import type { MunicipalityFacts } from '#lib/indicators/types.ts';
import { municipality, rows } from './given.ts';

/** What CEPAL/GTZ 2000 tells of the province of Ilo, in the readings that the methodology uses. */

const context = rows(
	'contexto',
	`ambito_datos | anio | fuente | poblacion_total | poblacion_urbana | poblacion_rural | porc_15mas | tasa_analfabetismo | viviendas | viviendas_agua | viviendas_desague | viviendas_alumbrado | pea | pea_hombres | pea_mujeres | pea_edad_min | tasa_actividad_15mas
	provincia | 1993 | censo | 51481 | 50192 | 1289 | 69.6 | 4.4 | 13467 | 7891 | 7534 | 9157 | 19684 | 14092 | 5592 | 6 | 54.2
	provincia | 1996 | documento | 55892
	provincia | 1999 | documento | 60000`
);

const businesses = rows(
	'microempresas',
	`ambito_datos | anio | dimension | categoria | cantidad | porcentaje
	provincia | 1999 | total | total | 3000 | -
	provincia | 1999 | sector | comercio | - | 43.2
	provincia | 1999 | sector | servicios | - | 23.7
	provincia | 1999 | sector | produccion | - | 22.3
	provincia | 1999 | sector | pesca | - | 10.8
	provincia | 1999 | titular_edad | menor_40 | - | 60
	provincia | 1999 | titular_educacion | superior | - | 32
	provincia | 1999 | titular_educacion | secundaria | - | 43
	provincia | 1999 | titular_educacion | otra | - | 25`
);

const services = rows(
	'servicios',
	`periodo | categoria | institucion | tipo_institucion | tipo_servicio | estado | usuarios | personas_formadas
	1999-T3 | FIN | CEOP Ilo | educativa | microcredito | activo | 300 | -
	1999-T3 | FIN | Fondo rotatorio municipal | municipal | fondo_rotatorio | en_implementacion | - | -
	1999-T3 | TEC | Olivícola Ilo/PADA | privada | procesamiento | activo | - | -
	1999-T3 | TEC | Maquicentro | privada | maquicentro | en_implementacion | - | -
	1999-T3 | TEC | Instituto Pesquero | publica | innovacion_producto | en_implementacion | - | -
	1999-T3 | MER | PADA | ong | comercializacion | activo | - | -
	1999-T3 | MER | Mesa de Concertación | gremio | ferias | activo | - | -
	1999-T3 | CAP | CEOP Ilo | educativa | gestion_empresarial | activo | - | -
	1999-T3 | CAP | SENATI | educativa | formacion_tecnica | activo | - | -
	1999-T3 | CAP | Instituto Valcárcel | educativa | formacion_tecnica | activo | - | -
	1999-T3 | CAP | Municipalidad | municipal | adiestramiento_laboral | activo | - | 300
	1999-T3 | ASI | PADA | ong | asistencia_productiva | activo | - | -
	1999-T3 | ASI | Módulo de Servicios | publica | asesoria_empresarial | activo | - | -
	1999-T3 | ASI | Municipalidad (UDE) | municipal | asesoria_legal_tramites | activo | - | -`
);

const funds = rows(
	'fondos',
	`fondo_id | periodo | tipo | moneda | capital_asignado
	ILO-1998 | 1998-T4 | rotatorio | USD | 30000
	ILO-1998 | 1999-T3 | rotatorio | USD | 30000`
);

export const ilo = municipality([...context, ...businesses, ...services, ...funds], {
	municipality: '180301',
	areaKm2: 1380.6,
	scope: 'provincia'
});

/** What the network declares of itself, of 67 activities. */
export const promde = municipality(
	rows(
		'actividades',
		`periodo | tipo | cantidad | porcentaje | total_declarado
		1998-T2 | promocion_empresarial | - | 62 | 67
		1998-T2 | simplificacion | - | 14 | 67
		1998-T2 | infraestructura | - | 14 | 67`
	),
	{ municipality: 'PROMDE' }
);

const tested = `periodo | categoria | institucion | tipo_institucion | tipo_servicio | estado
	PERIODO | FIN | Caja | financiera | microcredito | activo
	PERIODO | MER | Cámara | gremio | ferias | activo
	PERIODO | MER | Asociación | gremio | comercializacion | activo
	PERIODO | CAP | Instituto Uno | educativa | formacion_tecnica | activo
	PERIODO | CAP | Instituto Dos | educativa | formacion_tecnica | activo
	PERIODO | CAP | Cámara | gremio | gestion_empresarial | activo
	PERIODO | CAP | Municipalidad | municipal | adiestramiento_laboral | activo
	PERIODO | ASI | Cámara | gremio | asesoria_empresarial | activo
	PERIODO | ASI | ONG | ong | asistencia_productiva | activo`;

/** The services of the invented municipality of the methodology in one quarter. */
export function testServices(quarter: string, technology: string): Fact[] {
	return rows('servicios', `${tested}\n${technology}`.replaceAll('PERIODO', quarter));
}

export const withoutTechnology = 'PERIODO | TEC | - | - | ninguno | sin_servicio';
export const withTechnology = 'PERIODO | TEC | Taller | privada | maquicentro | activo';

/** The invented municipality: without technology in 1999-T3, with one service in 1999-T4. */
export const testMunicipality: MunicipalityFacts = municipality([
	...rows(
		'microempresas',
		`ambito_datos | anio | dimension | categoria | cantidad
		distrito | 1999 | total | total | 3000`
	),
	...testServices('1999-T3', withoutTechnology),
	...testServices('1999-T4', withTechnology)
]);
