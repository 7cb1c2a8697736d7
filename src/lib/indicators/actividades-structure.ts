import { activityGroup, activityGroups } from '../datasets/actividades-codes.ts';
import type { Period } from '../domain/period.ts';
import type { Fact } from '../domain/record.ts';
import { activities, activityBasics, activityRows, countsTwice } from './actividades.ts';
import { defineIndicator } from './define.ts';
import type { Facts } from './facts.ts';
import { stateOf, type DeclaredMeasure, type Evaluated } from './measure.ts';
import { plain, ratio, type Outcome } from './outcome.ts';
import { known, numberIn, sumCells, textIn, unknown, type Quantity } from './quantity.ts';
import type { Input } from './types.ts';

const ofGroup: Input = { label: 'actividades del grupo', column: 'actividades.cantidad' };
const declared: Input = { label: 'porcentaje declarado', column: 'actividades.porcentaje' };

type Structure =
	| { readonly kind: 'counted'; readonly rows: readonly Fact[]; readonly whole: Quantity }
	| { readonly kind: 'declared'; readonly rows: readonly Fact[] }
	| { readonly kind: 'unclear'; readonly rows: readonly Fact[]; readonly flag: string };

/** Counts when every row has one; else the shares as declared, when every row has one of those. */
function structureOf(facts: Facts, quarter: Period): Structure | undefined {
	const rows = activityRows(facts, quarter);
	const all = (column: string) => rows.every((row) => numberIn(row, column) !== null);
	if (rows.length === 0) return undefined;
	if (countsTwice(rows)) return { kind: 'unclear', rows, flag: 'grupo_y_detalle' };
	if (all('cantidad')) return { kind: 'counted', rows, whole: sumCells(rows, 'cantidad') };
	if (all('porcentaje')) return { kind: 'declared', rows };
	return { kind: 'unclear', rows, flag: 'cantidades_y_porcentajes' };
}

function evaluated(outcome: Outcome, inputs: Evaluated['inputs']): Evaluated {
	const { value, numerator, denominator } = outcome;
	const quantities = inputs.map(({ quantity }) => quantity);
	return { value, numerator, denominator, ...stateOf(outcome, quantities), inputs };
}

function unclear(structure: Extract<Structure, { kind: 'unclear' }>): Evaluated {
	const quantity = unknown('no_calculable', [structure.flag], structure.rows);
	return evaluated(plain(null), [{ ...ofGroup, quantity }]);
}

function groupShare(group: string, label: string): DeclaredMeasure {
	return {
		dimension: group,
		label,
		formula:
			'100 × actividades del grupo ÷ actividades; si no hay cantidades, el porcentaje declarado',
		factor: 100,
		inputs: [ofGroup, activities, declared],
		evaluate(facts, quarter) {
			const structure = structureOf(facts, quarter);
			if (!structure) return undefined;
			if (structure.kind === 'unclear') return unclear(structure);

			const rows = structure.rows.filter(
				(row) => activityGroup(textIn(row, 'tipo') ?? '') === group
			);
			if (structure.kind === 'declared') {
				// A share that nobody declared is not 0: it may be in what is left unexplained.
				if (rows.length === 0) return undefined;
				const share = sumCells(rows, 'porcentaje');
				return evaluated(plain(share.value, ['declarado']), [{ ...declared, quantity: share }]);
			}
			const part = rows.length === 0 ? known(0, structure.rows) : sumCells(rows, 'cantidad');
			const { whole } = structure;
			if (part.value === null || whole.value === null) return undefined;
			return evaluated(ratio(part.value, whole.value, 100), [
				{ ...ofGroup, quantity: part },
				{ ...activities, quantity: whole }
			]);
		}
	};
}

/** What is missing to 100 in declared shares: shown, never spread over the others. */
const unexplained: DeclaredMeasure = {
	dimension: 'sin explicar',
	label: 'Sin explicar',
	formula: '100 − suma de los porcentajes declarados',
	group: 'none',
	inputs: [{ label: 'suma de los porcentajes declarados', column: declared.column }],
	evaluate(facts, quarter) {
		const structure = structureOf(facts, quarter);
		if (structure?.kind !== 'declared') return undefined;
		const shares = sumCells(structure.rows, 'porcentaje');
		const value = shares.value === null ? null : 100 - shares.value;
		return evaluated(plain(value, ['declarado']), [
			{ label: 'suma de los porcentajes declarados', column: declared.column, quantity: shares }
		]);
	}
};

export const UMP06 = defineIndicator({
	...activityBasics,
	id: 'UMP06',
	slug: 'estructura-de-actividades',
	title: 'Estructura de las actividades',
	shortTitle: 'Tipos de actividad',
	question: '¿A qué dedica la UMPE sus actividades?',
	unit: '%',
	decimals: 1,
	direction: 'neutral',
	group: 'ratio-of-sums',
	measures: [
		...Object.entries(activityGroups).map(([group, label]) => groupShare(group, label)),
		unexplained
	],
	note: 'Los porcentajes declarados se muestran como vienen: lo que falta para 100 queda sin explicar y no se reparte.'
});
