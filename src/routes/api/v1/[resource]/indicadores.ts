import { indicators } from '#lib/indicators/index.ts';
import { groupRule } from '#lib/indicators/measure.ts';
import type { Indicator } from '#lib/indicators/types.ts';
import type { Resource } from './answer.ts';

const columns = [
	'indicador',
	'titulo',
	'dimension',
	'medida',
	'unidad',
	'decimales',
	'sentido',
	'grupo',
	'frecuencia',
	'formula',
	'insumos',
	'fuente'
];

/** What is computed and how. As CSV, one line for each measure. */
export const indicadores: Resource = {
	parameters: [],

	read: () =>
		Promise.resolve({
			rows: indicators.map((indicator) => ({
				indicador: indicator.id,
				titulo: indicator.title,
				titulo_corto: indicator.shortTitle,
				pregunta: indicator.question,
				formula: indicator.formula,
				fuente: indicator.source,
				familia: indicator.family,
				frecuencia: frequencies[indicator.frequency],
				destacado: indicator.featured,
				nota: indicator.note,
				vigencia_anios: indicator.frequency === 'year' ? indicator.staleAfter : null,
				medidas: measuresOf(indicator)
			})),
			columns,
			csv: indicators.flatMap((indicator) =>
				measuresOf(indicator).map((measure) => ({
					indicador: indicator.id,
					titulo: indicator.title,
					...measure,
					insumos: measure.insumos.join('; '),
					frecuencia: frequencies[indicator.frequency],
					fuente: indicator.source
				}))
			),
			invented: false
		})
};

const frequencies = { year: 'anual', quarter: 'trimestral' };
const directions = { higher: 'más es mejor', lower: 'menos es mejor', neutral: 'sin juicio' };
const groupRules = {
	'ratio-of-sums': 'razón de sumas',
	sum: 'suma',
	median: 'mediana',
	weighted: 'promedio ponderado por microempresas',
	pooled: 'fórmula sobre los datos sumados',
	none: 'sin valor de grupo'
};

function measuresOf(indicator: Indicator) {
	return indicator.measures.map((measure) => ({
		dimension: measure.dimension || null,
		medida: measure.label || null,
		unidad: measure.unit ?? indicator.unit,
		decimales: measure.decimals ?? indicator.decimals,
		sentido: directions[measure.direction ?? indicator.direction],
		grupo: groupRules[groupRule(indicator, measure)],
		formula: measure.formula,
		insumos: measure.inputs.map((input) => input.column)
	}));
}
