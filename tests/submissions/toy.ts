import { defineDataset } from '#lib/datasets/types.ts';
import { defineIndicator } from '#lib/indicators/define.ts';
import { measure } from '#lib/indicators/measure.ts';
import { plain } from '#lib/indicators/outcome.ts';
import { sumCells } from '#lib/indicators/quantity.ts';
import { isPeriod } from '#lib/domain/period.ts';

/** A ninth kind of CSV, as somebody would declare it. */
export const juguetes = defineDataset({
	id: 'juguetes',
	title: 'Juguetes',
	description: 'Cuántos juguetes se hicieron en el trimestre.',
	source: 'Una prueba',
	filledBy: 'Nadie',
	municipality: 'municipio_id',
	period: 'periodo',
	columns: {
		municipio_id: { label: 'Ubigeo', type: 'municipality', key: true },
		periodo: { label: 'Trimestre', type: 'quarter', key: true },
		clase: {
			label: 'Clase de juguete',
			type: 'code',
			key: true,
			codes: { trompo: 'Trompo', yoyo: 'Yoyó' }
		},
		fabricados: { label: 'Juguetes fabricados', type: 'count', required: true }
	},
	examples: []
});

/** Its indicator. */
export const JUG01 = defineIndicator({
	id: 'JUG01',
	slug: 'juguetes-fabricados',
	title: 'Juguetes fabricados',
	shortTitle: 'Juguetes',
	question: '¿Cuántos juguetes se hicieron?',
	unit: 'juguetes',
	decimals: 0,
	direction: 'neutral',
	group: 'sum',
	source: 'Una prueba',
	frequency: 'quarter',
	family: 'UMP',
	note: '',
	periods: (facts) => facts.periods('juguetes').filter(isPeriod),
	measures: [
		measure({
			formula: 'juguetes',
			inputs: { made: { label: 'juguetes', column: 'juguetes.fabricados' } },
			read: (facts, period) => ({ made: sumCells(facts.at('juguetes', period), 'fabricados') }),
			compute: ({ made }) => plain(made)
		})
	]
});
