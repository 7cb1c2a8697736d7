import type { Period } from '../domain/period.ts';
import { isQuarter, type Quarter } from '../domain/quarter.ts';
import type { Fact } from '../domain/record.ts';
import { activityGroup } from '../datasets/actividades-codes.ts';
import { defineIndicator } from './define.ts';
import type { Facts } from './facts.ts';
import { measure } from './measure.ts';
import { plain, ratio } from './outcome.ts';
import {
	cell,
	isOwed,
	isTold,
	numberIn,
	sumCells,
	textIn,
	unknown,
	type Quantity
} from './quantity.ts';

export const activityBasics = {
	family: 'UMP',
	frequency: 'quarter',
	source: 'CEPAL/GTZ 2000, I.1',
	periods: (facts: Facts): Quarter[] => facts.periods('actividades').filter(isQuarter)
} as const;

export const activities = { label: 'actividades', column: 'actividades.cantidad' };
const participants = { label: 'participantes', column: 'actividades.participantes' };

export function activityRows(facts: Facts, quarter: Period): readonly Fact[] {
	return facts.at('actividades', quarter);
}

/** A group given together with what it is made of would be counted twice. */
export function countsTwice(rows: readonly Fact[]): boolean {
	const types = rows.map((row) => textIn(row, 'tipo') ?? '');
	const promotion = types.filter((type) => activityGroup(type) === 'promocion_empresarial');
	return types.includes('promocion_empresarial') && promotion.length > 1;
}

/** A sum over the rows, unless one of them is inside another. */
function overRows(rows: readonly Fact[], column: string): Quantity {
	if (countsTwice(rows)) return unknown('no_calculable', ['grupo_y_detalle'], rows);
	return sumCells(rows, column);
}

/** How many activities: counted, or as declared where only shares of a total are known. */
function countOf(rows: readonly Fact[]): Quantity {
	const onlyShares = rows.every((row) => numberIn(row, 'cantidad') === null);
	const totals = new Set(rows.map((row) => numberIn(row, 'total_declarado')));
	const first = rows[0];
	if (!first || !onlyShares || totals.size !== 1 || totals.has(null))
		return overRows(rows, 'cantidad');
	return { ...cell(first, 'total_declarado'), flags: ['declarado'], facts: rows };
}

export const UMP05 = defineIndicator({
	...activityBasics,
	id: 'UMP05',
	slug: 'actividades-y-participantes',
	title: 'Actividades y participantes',
	shortTitle: 'Actividades',
	question: '¿Cuántas actividades hizo la UMPE y cuántas personas participaron?',
	unit: 'actividades',
	decimals: 0,
	direction: 'higher',
	group: 'sum',
	featured: true,
	measures: [
		measure({
			formula: 'actividades',
			inputs: { activities },
			read: (facts, quarter) => {
				const rows = activityRows(facts, quarter);
				return rows.length === 0 ? undefined : { activities: countOf(rows) };
			},
			compute: (values) => plain(values.activities)
		}),
		measure({
			dimension: 'participantes',
			label: 'Participantes',
			formula: 'participantes',
			unit: 'personas',
			inputs: { participants },
			read: (facts, quarter) => {
				const rows = activityRows(facts, quarter);
				if (!rows.some((row) => isTold(row, 'participantes'))) return undefined;
				return { participants: overRows(rows, 'participantes') };
			},
			compute: (values) => plain(values.participants)
		}),
		measure({
			dimension: 'participantes_por_actividad',
			label: 'Participantes por actividad',
			formula: 'participantes ÷ actividades',
			unit: 'personas por actividad',
			decimals: 1,
			direction: 'neutral',
			group: 'ratio-of-sums',
			inputs: { participants, activities },
			read: (facts, quarter) => {
				const rows = activityRows(facts, quarter);
				if (!rows.some((row) => isTold(row, 'participantes'))) return undefined;
				return {
					participants: overRows(rows, 'participantes'),
					activities: overRows(rows, 'cantidad')
				};
			},
			compute: (values) => ratio(values.participants, values.activities)
		})
	],
	note: 'Cuenta actividades, no sus resultados. Una persona que va a dos actividades cuenta dos veces.'
});

/** Rows that tell both the participants and the women among them; of the rest nothing follows. */
function readWomen(facts: Facts, quarter: Period) {
	const rows = activityRows(facts, quarter);
	const tells = (row: Fact, column: string) => numberIn(row, column) !== null;
	const both = rows.filter((row) => tells(row, 'participantes') && tells(row, 'mujeres'));
	const told = both.length > 0 ? both : rows;
	const said = (row: Fact) => isTold(row, 'participantes') || isTold(row, 'mujeres');
	if (!rows.some(said)) return undefined;

	const women = overRows(told, 'mujeres');
	const owes = (row: Fact) => isOwed(row, 'participantes') || isOwed(row, 'mujeres');
	const isPart = rows.some((row) => !told.includes(row) && owes(row));
	const flags = isPart ? [...women.flags, 'parcial'] : women.flags;
	return { women: { ...women, flags }, participants: overRows(told, 'participantes') };
}

export const UMP07 = defineIndicator({
	...activityBasics,
	id: 'UMP07',
	slug: 'mujeres-participantes',
	title: 'Mujeres participantes',
	shortTitle: 'Mujeres',
	question: '¿Qué parte de quienes participan son mujeres?',
	unit: '%',
	decimals: 1,
	direction: 'higher',
	group: 'ratio-of-sums',
	source: 'CEPAL/GTZ 2000, I.2.4',
	measures: [
		measure({
			formula: '100 × mujeres participantes ÷ participantes',
			factor: 100,
			inputs: {
				women: { label: 'mujeres participantes', column: 'actividades.mujeres' },
				participants
			},
			read: readWomen,
			compute: (values) => ratio(values.women, values.participants, 100)
		})
	],
	note: 'Solo de las actividades que informan las dos cifras.'
});
