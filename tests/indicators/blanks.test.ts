import { expect, test } from 'vitest';
import type { Blank, Fact } from '#lib/domain/record.ts';
import { findIndicator, groupValue } from '#lib/indicators/index.ts';
import type { MemberValue } from '#lib/indicators/types.ts';
import { fact, municipality, valueIn } from '../given.ts';

/** A year of context of which one column is blank. */
function population(blank: Blank): Fact {
	return fact(
		'contexto',
		{ ambito_datos: 'distrito', anio: 2020, fuente: 'censo', poblacion_total: null },
		{ poblacion_total: blank }
	);
}

test.each([
	['no_aplica', 'no_aplica', []],
	['pendiente', 'no_reporto', ['pendiente']],
	['nada', 'no_calculable', ['nada_que_informar']]
] as const)('a figure of a cell that says «%s» is null, %s', (blank, state, flags) => {
	const found = valueIn(municipality([population(blank)]), 'CTX01', '2020');
	expect(found).toMatchObject({ value: null, state, flags });
});

test('an empty cell alone is no report at all', () => {
	expect(valueIn(municipality([population('vacio')]), 'CTX01', '2020')).toBeUndefined();
});

const businesses = fact('microempresas', {
	ambito_datos: 'distrito',
	anio: 2026,
	dimension: 'total',
	categoria: 'total',
	cantidad: 600
});

/** Active services of one category, each with its users or the kind of their blank. */
function services(...users: (number | Blank)[]): Fact[] {
	return users.map((told, index) =>
		fact(
			'servicios',
			{
				periodo: '2026-T1',
				institucion: `Institución ${index}`,
				categoria: 'FIN',
				tipo_servicio: 'microcredito',
				estado: 'activo',
				usuarios: typeof told === 'number' ? told : null
			},
			typeof told === 'number' ? {} : { usuarios: told }
		)
	);
}

test.each([
	// 100 × 30 ÷ 600
	[[30, 'no_aplica', 'nada'], 5, 'ok', []],
	[[30, 'vacio'], 5, 'parcial', ['parcial']],
	[[30, 'pendiente'], 5, 'parcial', ['parcial']],
	[[0, 'nada'], 0, 'ok', []],
	[['nada'], null, 'no_calculable', ['nada_que_informar', 'sin_usuarios']],
	[['no_aplica', 'no_aplica'], null, 'no_aplica', ['sin_usuarios']],
	[['pendiente', 'no_aplica'], null, 'no_reporto', ['pendiente', 'sin_usuarios']]
] as const)('users told as %j reach %s%% of the businesses (%s)', (users, value, state, flags) => {
	const data = municipality([businesses, ...services(...users)]);
	expect(valueIn(data, 'SRV05', '2026-T1', 'FIN')).toMatchObject({ value, state, flags });
});

function activity(tipo: string, participantes: number | Blank, mujeres: number | Blank): Fact {
	const told = (value: number | Blank) => (typeof value === 'number' ? value : null);
	const blanks = Object.entries({ participantes, mujeres }).filter(
		(entry): entry is [string, Blank] => typeof entry[1] !== 'number'
	);
	return fact(
		'actividades',
		{
			periodo: '2026-T1',
			tipo,
			cantidad: 1,
			participantes: told(participantes),
			mujeres: told(mujeres)
		},
		Object.fromEntries(blanks)
	);
}

test('an activity to which participants do not apply leaves the share of women whole', () => {
	const fair = activity('feria', 40, 10);
	// 100 × 10 ÷ 40
	const whole = municipality([fair, activity('infraestructura', 'no_aplica', 'no_aplica')]);
	expect(valueIn(whole, 'UMP07', '2026-T1')).toMatchObject({ value: 25, state: 'ok', flags: [] });
	const part = municipality([fair, activity('capacitacion', 12, 'pendiente')]);
	expect(valueIn(part, 'UMP07', '2026-T1')).toMatchObject({ value: 25, state: 'parcial' });
});

test('capital that others do not put in is none; one that is still to come is not', () => {
	const fund = (blank: Blank) =>
		municipality([
			fact(
				'fondos',
				{
					fondo_id: 'F1',
					periodo: '2026-T1',
					tipo: 'rotatorio',
					moneda: 'PEN',
					capital_asignado: 200,
					aporte_otros: null,
					saldo_vigente: 50
				},
				{ aporte_otros: blank }
			)
		]);
	// 100 × 50 ÷ (200 + 0)
	expect(valueIn(fund('no_aplica'), 'FON02', '2026-T1')).toMatchObject({ value: 25, state: 'ok' });
	expect(valueIn(fund('pendiente'), 'FON02', '2026-T1')).toMatchObject({
		value: null,
		state: 'no_reporto',
		flags: ['pendiente']
	});
});

/** Members of a group: some with a value of 10, one that answered without, the rest silent. */
function members(values: number, answered: number, size: number): MemberValue[] {
	return Array.from({ length: size }, (_, index) => {
		const isKnown = index < values;
		const isAnswer = !isKnown && index < values + answered;
		return {
			municipality: String(index),
			value: isKnown ? 10 : null,
			numerator: null,
			denominator: null,
			state: isKnown ? 'ok' : isAnswer ? 'no_aplica' : 'no_reporto',
			...(isAnswer && { answered: true })
		};
	});
}

test('«no aplica» counts as an answer for the coverage of a group, and brings no figure', () => {
	const indicator = findIndicator('MIC01');
	const [measure] = indicator?.measures ?? [];
	if (!indicator || !measure) throw new Error('no MIC01');
	const of = (values: number, answered: number) =>
		groupValue(indicator, measure, members(values, answered, 10), 10);

	// 6 of 10 answered: 60 %. The sum is of the five that have a figure.
	expect(of(5, 1)).toMatchObject({ value: 50, covered: 5, answered: 1, size: 10, state: 'ok' });
	expect(of(5, 0)).toMatchObject({ value: null, covered: 5, state: 'oculto' });
	expect(of(0, 10)).toMatchObject({ value: null, covered: 0, state: 'no_aplica' });
	expect(of(0, 0)).toMatchObject({ value: null, covered: 0, state: 'no_reporto' });
});
