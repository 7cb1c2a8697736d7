/**
 * Rows that break each rule of the datasets and of quality: what is typed over the first example of the
 * dataset's declaration. The catalogue reads them with the reader itself, so its messages are the real ones.
 */
export type RuleRows = {
	readonly dataset: string;
	readonly rows: readonly Readonly<Record<string, string>>[];
};

const one = (dataset: string, ...rows: Readonly<Record<string, string>>[]): RuleRows => ({
	dataset,
	rows
});

export const ruleRows: Readonly<Record<string, RuleRows>> = {
	'departamento-y-ubigeo': one('municipios', { departamento: 'Lima' }),
	'capital-de-provincia': one('municipios', { municipio_id: '180302', tipo: 'provincial' }),
	'ambito-de-distrital': one('municipios', {
		municipio_id: '180302',
		tipo: 'distrital',
		ambito_datos: 'provincia'
	}),
	'latitud-y-longitud': one('municipios', { lat: '-17.64', lon: '' }),
	'nombre-compartido': one(
		'municipios',
		{ nombre: 'Santa Rosa' },
		{ municipio_id: '180302', nombre: 'Santa Rosa', tipo: 'distrital', ambito_datos: 'distrito' }
	),
	'desde-hasta': one('membresias', { desde: '2010-T1', hasta: '2005-T1' }),
	'codigo-de-red': one('membresias', { red: 'red 1' }),
	'red-parecida': one('membresias', { red: 'PROMD' }),
	'desde-futuro': one('membresias', { desde: '2035-T1' }),
	'promotor-desde-futuro': one('umpe', { promotor_desde: '2035-03-15' }),
	'cambio-del-dolar': one('tipo_cambio', { moneda: 'USD', soles_por_unidad: '0.27' }),
	'sol-por-sol': one('tipo_cambio', { moneda: 'PEN', soles_por_unidad: '3.5' }),
	'anio-futuro': one('contexto', { anio: '2030', fuente: 'censo' }),
	DQ01: one('contexto', {
		poblacion_total: '51481',
		poblacion_urbana: '50000',
		poblacion_rural: '1181'
	}),
	DQ02: one('contexto', {
		poblacion_total: '51481',
		poblacion_hombres: '26000',
		poblacion_mujeres: '25480'
	}),
	DQ03: one('contexto', {
		poblacion_total: '51471',
		poblacion_urbana: '50000',
		poblacion_rural: '1481',
		poblacion_hombres: '26000',
		poblacion_mujeres: '25481'
	}),
	DQ05: one('contexto', { pea: '19684', pea_hombres: '14092', pea_mujeres: '55' }),
	DQ06: one('contexto', { porc_pea_ocupada_15mas: '12' }),
	DQ07: one('contexto', {
		poblacion_total: '51481',
		poblacion_15mas: '35831',
		tasa_actividad_15mas: '90',
		pea: '20000',
		pea_edad_min: '6'
	}),
	DQ08: one('contexto', {
		tasa_actividad_15mas: '',
		porc_pea_ocupada_15mas: '2',
		porc_ocup_agricultura: '57.5',
		porc_ocup_servicios: '58.5',
		porc_asalariados: ''
	}),
	DQ09: one('contexto', {
		pea: '19684',
		pea_hombres: '14092',
		pea_mujeres: '5592',
		pea_edad_min: '6',
		tasa_actividad_15mas: '54.2',
		porc_ocup_agricultura: '9',
		porc_ocup_servicios: '',
		porc_asalariados: '',
		porc_pea_ocupada_15mas: '90'
	}),
	DQ10: one(
		'contexto',
		{ anio: '1993', fuente: 'censo', poblacion_total: '50000', tasa_crecimiento: '2' },
		{ anio: '2003', fuente: 'censo', poblacion_total: '80000', tasa_crecimiento: '1' }
	),
	DQ17: one('contexto', { viviendas: '13467', viviendas_agua: '14000' }),
	DQ16: one('contexto', { poblacion_total: '51481', poblacion_15mas: '10000' }),
	DQ18: one('contexto', { poblacion_total: '51481', densidad_declarada: '370' }),
	'cantidad-o-porcentaje': one('microempresas', { cantidad: '', porcentaje: '' }),
	'porcentajes-suman-100': one(
		'microempresas',
		{ dimension: 'titular_edad', categoria: 'menor_40', cantidad: '', porcentaje: '60' },
		{ dimension: 'titular_edad', categoria: '40_mas', cantidad: '', porcentaje: '50' }
	),
	'cantidades-suman-total': one(
		'microempresas',
		{ dimension: 'total', categoria: 'total', cantidad: '3000' },
		{ dimension: 'titular_edad', categoria: 'menor_40', cantidad: '2000' },
		{ dimension: 'titular_edad', categoria: '40_mas', cantidad: '1300' }
	),
	'cantidad-y-porcentaje': one(
		'microempresas',
		{ dimension: 'total', categoria: 'total', cantidad: '3000' },
		{ dimension: 'titular_edad', categoria: 'menor_40', cantidad: '1800', porcentaje: '50' },
		{ dimension: 'titular_edad', categoria: '40_mas', cantidad: '1200', porcentaje: '50' }
	),
	DQ11: one(
		'microempresas',
		{ dimension: 'sector', categoria: 'comercio', cantidad: '', porcentaje: '60' },
		{ dimension: 'sector', categoria: 'servicios', cantidad: '', porcentaje: '60' }
	),
	'institucion-necesaria': one('servicios', { institucion: '' }),
	'ninguno-sin-servicio': one('servicios', { estado: 'sin_servicio', usuarios: '' }),
	'sin-servicio-sin-usuarios': one('servicios', {
		estado: 'sin_servicio',
		tipo_servicio: 'ninguno',
		usuarios: '5'
	}),
	'atendidos-sin-estar-activo': one('servicios', { estado: 'suspendido', usuarios: '5' }),
	'activo-sin-atendidos': one('servicios', { estado: 'activo', usuarios: '0' }),
	'mujeres-entre-usuarios': one('servicios', { usuarios: '10', usuarias_mujeres: '12' }),
	'sin-servicio-y-activo': one(
		'servicios',
		{ estado: 'activo' },
		{
			institucion: '',
			tipo_institucion: '',
			tipo_servicio: 'ninguno',
			estado: 'sin_servicio',
			usuarios: ''
		}
	),
	'usuarios-repetidos': one(
		'servicios',
		{ usuarios: '300' },
		{ tipo_servicio: 'ahorro', usuarios: '300' }
	),
	DQ12: one('servicios', { institucion: 'CEOP Ilo' }, { institucion: 'CEOP ILO', usuarios: '30' }),
	DQ14: one('municipios', { municipio_id: '180301', nombre: 'Iñapari' }),
	DQ15: one(
		'servicios',
		{ institucion: 'Cámara de Comercio de Ilo' },
		{ institucion: 'Cámara de Comersio de Ilo', tipo_servicio: 'ahorro', usuarios: '20' }
	),
	'mujeres-entre-participantes': one('actividades', { participantes: '10', mujeres: '12' }),
	'cofinanciadas-entre-actividades': one('actividades', { cantidad: '5', cofinanciadas: '7' }),
	'moneda-necesaria': one('actividades', { costo: '500', moneda: '' }),
	'grupo-y-detalle': one(
		'actividades',
		{ tipo: 'promocion_empresarial' },
		{ tipo: 'capacitacion' }
	),
	'un-solo-total': one(
		'actividades',
		{ tipo: 'capacitacion', total_declarado: '100' },
		{ tipo: 'ferias', total_declarado: '120' }
	),
	DQ13: one(
		'actividades',
		{ tipo: 'capacitacion', cantidad: '40', porcentaje: '', total_declarado: '100' },
		{ tipo: 'ferias', cantidad: '50', porcentaje: '', total_declarado: '100' }
	),
	'mora-entre-saldo': one('fondos', { saldo_vigente: '1000', saldo_mora_30: '2000' }),
	'mujeres-entre-creditos': one('fondos', { num_creditos: '5', creditos_mujeres: '8' }),
	'adelantos-entre-cobrado': one('fondos', { cobrado_capital: '100', adelantos: '200' }),
	'creditos-y-colocado': one('fondos', {
		colocado: '5000',
		num_creditos: '0',
		creditos_mujeres: '0'
	}),
	'cartera-completa': one('fondos', { colocado: '', saldo_vigente: '', saldo_mora_30: '' }),
	'saldo-encadenado': one(
		'fondos',
		{ periodo: '2025-T1', saldo_vigente: '10000', saldo_mora_30: '0' },
		{
			periodo: '2025-T2',
			colocado: '5000',
			cobrado_capital: '1000',
			saldo_vigente: '90000',
			saldo_mora_30: '0',
			castigado: '0'
		}
	),
	'sin-unidad-sin-promotores': one('umpe', { unidad_existe: '0', num_promotores: '3' }),
	'norma-sin-unidad': one('umpe', {
		unidad_existe: '0',
		norma_creacion: 'OM 012-2020',
		num_promotores: ''
	}),
	'ejecutado-y-asignado': one('umpe', {
		presupuesto_asignado: '1000',
		presupuesto_ejecutado: '2000'
	}),
	'asignado-entre-municipal': one('umpe', {
		presupuesto_asignado: '1000',
		presupuesto_municipal: '500'
	}),
	'otorgadas-y-solicitudes': one('formalizacion', { solicitudes: '10', otorgadas: '40' }),
	'ejecutado-y-programado': one('proyectos', {
		publico_programado: '1000',
		publico_ejecutado: '9000'
	}),
	'fondo-aparte': one('proyectos', { rubro: 'fondo', publico_ejecutado: '9000' }),
	'pe-sin-caracteristicas': one('proyectos', { tipo_declarado: 'PE' }),
	'socio-sin-nombre': one('proyectos', { privado_ejecutado: '500', socio_privado: '' }),
	'cumplidos-entre-vencidos': one('concertacion', {
		acuerdos_vencidos: '3',
		acuerdos_cumplidos: '5'
	}),
	'vencidos-y-tomados': one(
		'concertacion',
		{ periodo: '2025-T1', acuerdos_tomados: '3', acuerdos_vencidos: '1', acuerdos_cumplidos: '1' },
		{ periodo: '2025-T2', acuerdos_tomados: '1', acuerdos_vencidos: '30', acuerdos_cumplidos: '1' }
	),
	'pregunta-sin-puntaje': one('autoevaluacion', { item: 'A1', puntaje: '3' }),
	'item-sin-respuesta': one('autoevaluacion', { puntaje: '' }),
	'cuatro-comprobado': one('autoevaluacion', { puntaje: '4', verificado: '0' })
};
