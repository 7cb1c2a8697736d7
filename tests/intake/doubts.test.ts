import { describe, expect, test } from 'vitest';
import { check } from './given.ts';

/** Figures that could be taken for others, and proposals that would put a wrong one in their place. */

const said = (lines: readonly string[]) => {
	const { verdict, rows, findings } = check(`${lines.join('\n')}\n`);
	return {
		verdict,
		rows,
		codes: findings.map(({ code, line }) => [code, line]),
		findings
	};
};

const context = 'ubigeo,ámbito,año,fuente,población total,tasa de analfabetismo';
const rates = (...typed: string[]) =>
	said([
		context,
		...['180301', '010101', '030101', '060101']
			.slice(0, typed.length)
			.map((ubigeo, index) => `${ubigeo},distrito,2017,censo,20000,"${typed[index] ?? ''}"`)
	]);

describe('percentages of two scales in a column', () => {
	test.each([
		['a fraction among percentages', ['41', '0.5', '38'], [['percent-scale', 3]]],
		['two of each', ['0.41', '52.5', '0.38', '47'], [['percent-scale', 2]]],
		['a sign in one and none in another', ['3%', '0.5'], [['percent-scale', 3]]],
		['small rates among small ones', ['0.8', '1.2', '4.5'], []],
		['a rate too small to be a share of these', ['0.01', '41', '38'], []],
		['signs in all', ['41%', '0.5%', '38%'], []]
	])('%s', (_, typed, codes) => {
		expect(rates(...typed).codes).toEqual(codes);
	});
});

describe('three decimals that end in zero', () => {
	const unit = 'ubigeo,año,existe la unidad,presupuesto asignado,moneda';
	const amounts = (...typed: string[]) =>
		said([
			unit,
			...['180301', '010101', '030101']
				.slice(0, typed.length)
				.map((ubigeo, index) => `${ubigeo},2025,1,"${typed[index] ?? ''}",PEN`)
		]);

	test.each([
		[
			'thousands among the results of formulas',
			['1234.56789', '48.000'],
			[['doubtful-decimals', 3]]
		],
		['the same by half', ['1234.5678', '48.250'], [['doubtful-decimals', 3]]],
		['a format of three decimals', ['1234.567', '48.000', '9.250'], []],
		['the result of a formula', ['1234.56789', '48.125'], []]
	])('%s', (_, typed, codes) => {
		expect(amounts(...typed).codes).toEqual(codes);
	});
});

describe('no tiene, in a column of yes or no', () => {
	const unit = 'ubigeo,año,existe la unidad,plan operativo';
	test.each([
		['no tiene', 0],
		['NO HAY', 0],
		['no existe', 0],
		['Sí tiene', 1],
		['no aplica', null],
		['s.d.', null]
	])('%s', (typed, value) => {
		const { rows, codes } = said([unit, `180301,2025,1,${typed}`]);
		expect(rows[0]?.cells['plan_operativo']).toBe(value);
		expect(codes).toEqual(value === null ? [] : [['flag-normalised', 2]]);
	});
});

describe('what is proposed for a cell is what was meant, or nothing is', () => {
	const unit = 'ubigeo,año,existe la unidad,presupuesto asignado,moneda';
	test.each([
		['PEN/USD', undefined],
		['I/.', undefined],
		['D', undefined],
		['PENN', 'PEN'],
		['dolarez', 'USD']
	])('currency %s', (typed, replacement) => {
		const { findings } = said([unit, `180301,2025,1,48000,${typed}`]);
		expect(findings[0]).toMatchObject({ code: 'unknown-code', field: 'moneda' });
		expect(findings[0]?.replacement).toBe(replacement);
	});

	test.each([
		['20253', '2025-T3'],
		['202503', '2025-T3']
	])('quarter %s is no day of the last century', (typed, suggestion) => {
		const { findings } = said([
			'trimestre,moneda,soles por unidad',
			`${typed},USD,3.54`,
			'2025-T2,USD,3.66'
		]);
		expect(findings[0]).toMatchObject({ code: 'not-a-quarter', line: 2, suggestion });
		expect(findings[0]?.replacement).toBeUndefined();
	});
});

test.each(['00/01/1900', '01/01/1900', '1900-01-03', '3 de enero de 1900'])(
	'%s is the number of a cell that has the format of dates',
	(typed) => {
		const { verdict, codes } = said([
			'ubigeo,instancia,institución,sector,desde',
			`180301,Mesa PYME,CEOP Ilo,educativa,${typed}`
		]);
		expect({ verdict, codes }).toEqual({ verdict: 'rejected', codes: [['not-a-date', 2]] });
	}
);

test('signs that nobody sees make no other institution, and stay in other texts', () => {
	const { rows, codes } = said([
		'ubigeo,instancia,institución,sector,desde,fuente',
		'180301,Mesa\u00A0PYME,\u200BCEOP\u00AD Ilo,educativa,01/02/2020,Acta\u00A03'
	]);
	expect(codes).toEqual([]);
	expect(rows[0]?.cells).toMatchObject({
		instancia: 'Mesa PYME',
		institucion: 'CEOP Ilo',
		fuente: 'Acta\u00A03'
	});
});

describe('a sign that says another thing than the column counts', () => {
	const unit = 'ubigeo,año,existe la unidad,promotores,presupuesto asignado,moneda';
	test.each([
		['S/ 5', '48000', [['not-a-number', 2]]],
		['$5', '48000', [['not-a-number', 2]]],
		['5', 'S/ 48000', []],
		['5', '48000%', [['not-a-number', 2]]]
	])('promoters %s, budget %s', (staff, budget, codes) => {
		expect(said([unit, `180301,2025,1,${staff},${budget},PEN`]).codes).toEqual(codes);
	});

	test('a rate of growth is a percentage, with its sign or without', () => {
		const { rows, codes } = said([
			'ubigeo,ámbito,año,fuente,tasa de crecimiento',
			'180301,distrito,2017,censo,2.1%',
			'010101,distrito,2017,censo,-0.4'
		]);
		expect(codes).toEqual([]);
		expect(rows.map(({ cells }) => cells['tasa_crecimiento'])).toEqual([2.1, -0.4]);
	});
});

test('a month before its day is told as such, with the date that it must be', () => {
	const { findings } = said([
		'ubigeo,instancia,institución,sector,desde',
		'180301,Mesa PYME,CEOP Ilo,educativa,03/15/2020'
	]);
	expect(findings[0]).toMatchObject({ code: 'not-a-date', line: 2, replacement: '15/03/2020' });
	expect(findings[0]?.message).toContain('El día va primero');
});

test.each([
	['Provincia', 'Ilo', 'Tacna', 'warning'],
	['Departamento', 'Ilo', 'Tacna', 'warning'],
	['Provincia', '', 'Tacna', 'error']
])(
	'a %s of another place beside «%s» is a doubt or an error',
	(heading, district, typed, severity) => {
		const { findings } = said([
			`ubigeo,distrito,${heading},ámbito,año,fuente,población total`,
			`180301,${district},${typed},distrito,2017,censo,20000`
		]);
		expect(findings).toMatchObject([
			{ code: 'name-disagrees', line: 2, column: heading, found: typed, severity }
		]);
	}
);
