import type { Column } from './types.ts';

/** Amounts and credits of a fund, all in the currency of the row. */

type Columns = { readonly [name: string]: Column };

export const money: Columns = {
	capital_asignado: {
		label: 'Capital asignado',
		type: 'decimal',
		required: true,
		description: 'Capital de la municipalidad al final del trimestre.',
		aliases: ['capital', 'capital del fondo', 'monto asignado'],
		example: '30000'
	},
	aporte_otros: {
		label: 'Aporte de otros',
		type: 'decimal',
		description: 'Capital de otras entidades al final del trimestre.',
		aliases: ['aportes de otros', 'otros aportes'],
		example: '15000'
	},
	colocado: {
		label: 'Monto colocado',
		type: 'decimal',
		description: 'Lo prestado en el trimestre.',
		aliases: ['monto prestado', 'desembolsado', 'colocaciones', 'monto desembolsado'],
		example: '20000'
	}
};

export const credits: Columns = {
	num_creditos: {
		label: 'Número de créditos',
		type: 'count',
		unit: 'créditos',
		aliases: ['n° de créditos', 'nº de créditos', 'créditos', 'créditos otorgados'],
		example: '10'
	},
	creditos_mujeres: {
		label: 'Créditos a mujeres',
		type: 'count',
		unit: 'créditos',
		aliases: ['n° de créditos a mujeres', 'nº de créditos a mujeres', 'mujeres'],
		example: '6'
	},
	cobrado_capital: {
		label: 'Capital cobrado',
		type: 'decimal',
		description: 'Todo el capital recibido en el trimestre, con atrasos y adelantos.',
		aliases: ['cobranza de capital', 'capital recuperado', 'cobrado'],
		example: '15000'
	},
	adelantos: {
		label: 'Adelantos',
		type: 'decimal',
		description: 'Del capital cobrado, lo pagado antes de su fecha.',
		aliases: ['pagos adelantados', 'prepagos'],
		example: '500'
	},
	vencido_capital: {
		label: 'Capital que venció',
		type: 'decimal',
		description: 'Capital que debía pagarse por primera vez en este trimestre.',
		aliases: ['capital vencido', 'vencimientos', 'vencido'],
		example: '15500'
	},
	saldo_vigente: {
		label: 'Saldo de la cartera',
		type: 'decimal',
		description: 'Lo que se debe al fondo al final del trimestre.',
		aliases: ['saldo', 'saldo vigente de cartera', 'cartera', 'saldo de cartera'],
		example: '45000'
	},
	saldo_mora_30: {
		label: 'Saldo en mora de más de 30 días',
		type: 'decimal',
		description: 'Saldo entero de los créditos con una cuota atrasada más de 30 días.',
		aliases: ['mora', 'saldo en mora', 'mora mayor a 30 días', 'cartera en mora'],
		example: '2250'
	},
	castigado: {
		label: 'Castigado',
		type: 'decimal',
		description: 'Lo que se dio por perdido en el trimestre.',
		aliases: ['monto castigado', 'castigos'],
		example: '0'
	},
	plazo_promedio_meses: {
		label: 'Plazo promedio',
		type: 'decimal',
		unit: 'meses',
		min: 1,
		max: 120,
		aliases: ['plazo', 'plazo promedio en meses', 'plazo en meses'],
		example: '6'
	}
};
