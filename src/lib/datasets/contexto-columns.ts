import type { Column } from './types.ts';

/** The figures of `contexto`, in the order in which official tables print them. */

type Columns = { readonly [name: string]: Column };

export const residents: Columns = {
	poblacion_total: {
		label: 'Población total',
		type: 'count',
		unit: 'personas',
		min: 50,
		max: 12000000,
		description: 'De 50 personas a 12 millones; el distrito menos poblado del Perú pasa de 100.',
		aliases: [
			'población',
			'total de población',
			'habitantes',
			'n° de habitantes',
			'población censada'
		],
		example: '51481'
	},
	poblacion_urbana: {
		label: 'Población urbana',
		type: 'count',
		unit: 'personas',
		description: 'Urbana y rural suman la población total. Puede quedar vacía.',
		aliases: ['urbana', 'población en área urbana'],
		example: '50192'
	},
	poblacion_rural: {
		label: 'Población rural',
		type: 'count',
		unit: 'personas',
		aliases: ['rural', 'población en área rural'],
		example: '1289'
	},
	poblacion_hombres: {
		label: 'Hombres',
		type: 'count',
		unit: 'personas',
		description: 'Hombres y mujeres suman la población total.',
		aliases: ['población masculina', 'varones', 'población de hombres'],
		example: '26964'
	},
	poblacion_mujeres: {
		label: 'Mujeres',
		type: 'count',
		unit: 'personas',
		aliases: ['población femenina', 'población de mujeres'],
		example: '24517'
	},
	poblacion_15mas: {
		label: 'Población de 15 y más años',
		type: 'count',
		unit: 'personas',
		aliases: ['población 15+', 'población de 15 a más años'],
		example: '35831'
	},
	porc_15mas: {
		label: 'Porcentaje de 15 y más años',
		type: 'percent',
		unit: '%',
		aliases: [
			'% de 15 y más años',
			'% población de 15 y más',
			'porcentaje de población de 15 y más años'
		],
		example: '69.6'
	},
	tasa_analfabetismo: {
		label: 'Tasa de analfabetismo',
		type: 'percent',
		unit: '%',
		description: 'De la población de 15 y más años.',
		aliases: ['analfabetismo', '% de analfabetismo', 'tasa de analfabetismo de 15 y más años'],
		example: '4.4'
	}
};

export const dwellings: Columns = {
	viviendas: {
		label: 'Viviendas',
		type: 'count',
		unit: 'viviendas',
		description: 'Viviendas particulares con ocupantes presentes.',
		aliases: ['viviendas particulares', 'total de viviendas', 'n° de viviendas'],
		example: '13467'
	},
	viviendas_agua: {
		label: 'Viviendas con agua',
		type: 'count',
		unit: 'viviendas',
		aliases: ['con agua', 'viviendas con agua potable', 'con agua potable'],
		example: '7891'
	},
	viviendas_desague: {
		label: 'Viviendas con desagüe',
		type: 'count',
		unit: 'viviendas',
		aliases: ['con desagüe', 'viviendas con alcantarillado', 'con alcantarillado'],
		example: '7534'
	},
	viviendas_alumbrado: {
		label: 'Viviendas con alumbrado',
		type: 'count',
		unit: 'viviendas',
		aliases: [
			'con alumbrado',
			'con alumbrado eléctrico',
			'viviendas con alumbrado eléctrico',
			'viviendas con electricidad'
		],
		example: '9157'
	},
	porc_hogares_sin_servicios: {
		label: 'Hogares sin ningún servicio',
		type: 'percent',
		unit: '%',
		description: 'Hogares sin agua, desagüe ni alumbrado.',
		aliases: ['% de hogares sin servicios', 'hogares sin agua desagüe ni alumbrado'],
		example: '6.0'
	},
	porc_hogares_artefacto: {
		label: 'Hogares con artefactos eléctricos',
		type: 'percent',
		unit: '%',
		aliases: ['% de hogares con artefactos', 'hogares con electrodomésticos'],
		example: '90.2'
	}
};

export const labour: Columns = {
	pea: {
		label: 'PEA',
		type: 'count',
		unit: 'personas',
		description: 'Población económicamente activa, desde la edad que dice «Edad mínima de la PEA».',
		aliases: ['población económicamente activa', 'pea total', 'pea de 6 y más años'],
		example: '19684'
	},
	pea_hombres: {
		label: 'PEA hombres',
		type: 'count',
		unit: 'personas',
		description: 'Hombres y mujeres suman la PEA.',
		aliases: ['pea masculina', 'pea varones', 'pea de hombres'],
		example: '14092'
	},
	pea_mujeres: {
		label: 'PEA mujeres',
		type: 'count',
		unit: 'personas',
		aliases: ['pea femenina', 'pea de mujeres'],
		example: '5592'
	},
	pea_edad_min: {
		label: 'Edad mínima de la PEA',
		type: 'count',
		unit: 'años',
		min: 5,
		max: 15,
		aliases: ['edad desde la que se cuenta la pea', 'edad mínima'],
		example: '6'
	},
	tasa_actividad_15mas: {
		label: 'Tasa de actividad',
		type: 'percent',
		unit: '%',
		description: 'PEA de 15 y más años por cada 100 personas de esa edad.',
		aliases: ['tasa de actividad de 15 y más años', 'tasa de actividad económica'],
		example: '54.2'
	},
	porc_ocup_agricultura: {
		label: 'Ocupados en agricultura',
		type: 'percent',
		unit: '%',
		description: 'De la PEA ocupada de 15 y más años.',
		aliases: ['en agricultura', '% de ocupados en agricultura'],
		example: '2'
	},
	porc_ocup_servicios: {
		label: 'Ocupados en servicios',
		type: 'percent',
		unit: '%',
		description: 'De la PEA ocupada de 15 y más años.',
		aliases: ['en servicios', '% de ocupados en servicios'],
		example: '57.5'
	},
	porc_asalariados: {
		label: 'Asalariados',
		type: 'percent',
		unit: '%',
		description: 'De la PEA ocupada de 15 y más años.',
		aliases: ['% de asalariados', 'ocupados asalariados'],
		example: '58.5'
	}
};

export const printed: Columns = {
	porc_pea_ocupada_15mas: {
		label: 'PEA ocupada de 15 y más años',
		type: 'percent',
		unit: '%',
		description: 'Como está impresa, solo para comprobar: ningún indicador la usa.',
		aliases: [
			'% de la pea ocupada',
			'porcentaje de la pea ocupada de 15 y más años',
			'pea ocupada'
		],
		example: '95.1'
	},
	tasa_crecimiento: {
		label: 'Tasa de crecimiento',
		type: 'decimal',
		unit: '% al año',
		min: -50,
		max: 100,
		description: 'Como está impresa, solo para comprobar; puede ser negativa.',
		aliases: ['crecimiento anual', 'tasa de crecimiento anual', 'tasa de crecimiento intercensal'],
		example: '2.4'
	},
	densidad_declarada: {
		label: 'Densidad declarada',
		type: 'decimal',
		unit: 'hab/km²',
		description: 'Como está impresa, solo para comprobar contra población y superficie.',
		aliases: ['densidad', 'densidad poblacional', 'habitantes por km²', 'hab por km2'],
		example: '40.5'
	}
};
