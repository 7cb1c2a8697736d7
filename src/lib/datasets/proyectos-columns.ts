import type { Column } from './types.ts';

/** The characteristics and amounts of a project. */

type Columns = { readonly [name: string]: Column };

function characteristic(letter: string, asks: string, alias: string): Column {
	return {
		label: `Característica ${letter}`,
		type: 'flag',
		description: `1 si ${asks}; 0 si no.`,
		aliases: [alias],
		example: '1'
	};
}

/** The five marks of economic promotion (REMURPE 2003, II.2). */
export const characteristics: Columns = {
	pe_a: characteristic('a', 'existe una iniciativa privada', 'iniciativa privada'),
	pe_b: characteristic('b', 'responde a señales del mercado', 'señales del mercado'),
	pe_c: characteristic('c', 'se acordó con los actores', 'acordado con los actores'),
	pe_d: characteristic(
		'd',
		'el dinero público entra solo con el privado asegurado',
		'dinero privado asegurado'
	),
	pe_e: characteristic(
		'e',
		'da servicios a la iniciativa privada, de manera subsidiaria y temporal',
		'subsidiario y temporal'
	)
};

export const amounts: Columns = {
	publico_programado: {
		label: 'Público programado',
		type: 'decimal',
		description: 'Dinero público programado para el año, en la moneda de la fila.',
		aliases: ['inversión pública programada', 'monto programado', 'programado'],
		example: '100000'
	},
	publico_ejecutado: {
		label: 'Público ejecutado',
		type: 'decimal',
		required: true,
		description: 'Dinero público gastado en el año; 0 si no se gastó.',
		aliases: ['inversión pública ejecutada', 'monto ejecutado', 'ejecutado'],
		example: '90000'
	},
	privado_comprometido: {
		label: 'Privado comprometido',
		type: 'decimal',
		description: 'Lo que privados se comprometieron a poner, por escrito.',
		aliases: ['inversión privada comprometida', 'aporte privado comprometido', 'comprometido'],
		example: '60000'
	},
	privado_ejecutado: {
		label: 'Privado ejecutado',
		type: 'decimal',
		description: 'Lo que privados pusieron en el año.',
		aliases: ['inversión privada ejecutada', 'aporte privado'],
		example: '45000'
	},
	cooperacion_ejecutado: {
		label: 'Cooperación ejecutada',
		type: 'decimal',
		description: 'Lo que puso la cooperación en el año. No se suma a lo público.',
		aliases: ['aporte de la cooperación', 'cooperación', 'donación'],
		example: '0'
	}
};
