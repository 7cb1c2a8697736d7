import { describe, expect, test } from 'vitest';
import { theGroup } from './group.ts';
import { indicatorSentence, ownSentence } from './indicator.ts';
import { indexOfOne, lastReportSentence, offerSentence } from './municipality.ts';
import { improvementSentence, indexSentence, reportingSentence } from './network.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('who reported', () => {
	const say = (reported: number, size: number) =>
		reportingSentence({ group: 'PROMDE', quarter: '2026-T3', reported, size });

	test('is said for some, all, one and none', () => {
		expect(say(18, 24)).toBe(
			'18 de 24 municipalidades de PROMDE enviaron datos del III trimestre 2026.'
		);
		expect(say(1, 24)).toBe(
			'1 de 24 municipalidades de PROMDE envió datos del III trimestre 2026.'
		);
		expect(say(24, 24)).toBe(
			'Las 24 municipalidades de PROMDE enviaron datos del III trimestre 2026.'
		);
		expect(say(0, 24)).toBe(
			'Ninguna de las 24 municipalidades de PROMDE ha enviado datos del III trimestre 2026.'
		);
		expect(say(1, 1)).toBe('La única municipalidad de PROMDE envió datos del III trimestre 2026.');
	});
});

test('a group takes its article', () => {
	expect(theGroup('Red de demostración')).toBe('la Red de demostración');
	expect(theGroup('Macrorregión Sur')).toBe('la Macrorregión Sur');
	expect(theGroup('PROMDE')).toBe('PROMDE');
	expect(theGroup('Todo el país')).toBe('todo el país');
});

describe('the index of a group', () => {
	test('comes with its change', () => {
		expect(
			plain(indexSentence({ value: 52.34, change: 1.84, since: '2025-T3', covered: 18, size: 24 }))
		).toBe(
			'El índice IDEL del conjunto es 52.3 de 100: subió 1.8 puntos desde el III trimestre 2025.'
		);
		expect(
			indexSentence({ value: 52.3, change: 0.4, since: '2025-T3', covered: 18, size: 24 })
		).toBe('El índice IDEL del conjunto es 52.3 de 100, sin cambio desde el III trimestre 2025.');
		expect(indexSentence({ value: 52.3, change: null, since: null, covered: 18, size: 24 })).toBe(
			'El índice IDEL del conjunto es 52.3 de 100.'
		);
	});

	test('is not told under its coverage', () => {
		expect(indexSentence({ value: null, change: null, since: null, covered: 10, size: 24 })).toBe(
			'El índice IDEL del conjunto no se muestra: solo 10 de 24 municipalidades lo tienen completo.'
		);
		expect(indexSentence({ value: null, change: null, since: null, covered: 0, size: 24 })).toBe(
			'Ninguna tiene todavía el índice IDEL completo.'
		);
	});
});

describe('improvement', () => {
	test('counts those that rose, stayed and fell', () => {
		expect(improvementSentence([1, 8.8, 2, 0.5, -3])).toBe(
			'Frente al mismo trimestre del año anterior, de 5 municipalidades con índice: 3 mejoraron, 1 quedó igual y 1 bajó.'
		);
		expect(improvementSentence([2, 2, 2, 2, 2])).toBe(
			'Frente al mismo trimestre del año anterior, de 5 municipalidades con índice: 5 mejoraron.'
		);
	});

	test('says nothing of fewer than five', () => {
		expect(improvementSentence([5, -5])).toBe(
			'Solo 2 municipalidades pueden compararse con el año anterior; son muy pocas para contarlas.'
		);
		expect(improvementSentence([])).toBe(
			'Todavía no hay con qué comparar: falta el mismo trimestre del año anterior.'
		);
	});
});

describe('one municipality', () => {
	test('reported the quarter, an earlier one, or never', () => {
		expect(lastReportSentence({ name: 'Ilo', quarter: '2026-T3', last: '2026-T3' })).toBe(
			'Ilo informó el III trimestre 2026.'
		);
		expect(lastReportSentence({ name: 'Ilo', quarter: '2026-T3', last: '1999-T3' })).toBe(
			'Ilo no informó el III trimestre 2026; lo último que informó es el III trimestre 1999.'
		);
		expect(lastReportSentence({ name: 'Ilo', quarter: '2026-T3', last: null })).toBe(
			'Ilo todavía no ha informado ningún trimestre.'
		);
	});

	test('offers all, some or none of the five services', () => {
		expect(offerSentence({ FIN: 1, TEC: 1, MER: 1, CAP: 1, ASI: 1 })).toBe(
			'Hay servicios en las 5 categorías.'
		);
		expect(offerSentence({ FIN: 1, TEC: 0, MER: 1, CAP: 1, ASI: null })).toBe(
			'Hay servicios en 3 de las 5 categorías; no hay en Tecnología; no informó sobre Asistencia técnica.'
		);
		expect(offerSentence({ FIN: null, TEC: null, MER: null, CAP: null, ASI: null })).toBe(
			'No informó sobre los servicios para empresas.'
		);
		expect(offerSentence({ FIN: 0, TEC: 0, MER: 0, CAP: 0, ASI: null })).toBe(
			'No hay servicios en ninguna categoría informada; no informó sobre Asistencia técnica.'
		);
	});

	test('has an index with its change and the category behind it', () => {
		expect(
			plain(
				indexOfOne({
					value: 52.7778,
					partial: false,
					change: 8.7778,
					since: '1999-T3',
					contributions: { FIN: 0, TEC: 8.7778, MER: 0, CAP: 0, ASI: 0 }
				})
			)
		).toBe(
			'Su índice IDEL es 52.8 de 100: subió 8.8 puntos desde el III trimestre 1999, sobre todo por Tecnología.'
		);
		expect(
			indexOfOne({ value: null, partial: false, change: null, since: null, contributions: {} })
		).toBe('Su índice IDEL no se puede calcular: faltan categorías por informar.');
		expect(
			indexOfOne({ value: 40, partial: true, change: null, since: null, contributions: {} })
		).toBe('Su índice IDEL es 40.0 de 100 (parcial: falta una parte de los datos).');
	});
});

describe('an indicator in a group', () => {
	const say = (values: number[], groupValue: number | null = null) =>
		plain(
			indicatorSentence({
				title: 'Alcance',
				measured: { unit: '%', decimals: 1 },
				period: '2026-T3',
				group: 'PROMDE',
				groupValue,
				values: values.map((value, index) => ({ name: `M${index}`, value })),
				size: 24
			})
		);

	test('gives the whole and the median, with how many have a figure', () => {
		expect(say([1, 2, 3, 4, 5], 3.26)).toBe(
			'PROMDE, en el III trimestre 2026: 3.3% en conjunto; la mitad de las municipalidades está en 3.0% o más. Tienen dato 5 de 24.'
		);
	});

	test('says so when half of them have the highest figure', () => {
		expect(say([1, 5, 5, 5, 5])).toBe(
			'PROMDE, en el III trimestre 2026: al menos la mitad está en 5.0%, la cifra más alta. Tienen dato 5 de 24.'
		);
	});

	test('says so when all are equal, few, one or none', () => {
		expect(say([5, 5, 5, 5, 5])).toBe(
			'PROMDE, en el III trimestre 2026: todas las que tienen dato están en 5.0%. Tienen dato 5 de 24.'
		);
		expect(say([1, 2, 3])).toBe(
			'Solo 3 de 24 municipalidades tienen dato en el III trimestre 2026; son muy pocas para comparar.'
		);
		expect(say([7])).toBe(
			'Solo 1 municipalidad de 24 tiene dato en el III trimestre 2026: M0, 7.0%.'
		);
		expect(say([])).toBe(
			'Ninguna municipalidad de PROMDE tiene «Alcance» en el III trimestre 2026.'
		);
	});

	test('is told for one municipality beside the median, not in a position', () => {
		const measured = { unit: '%', decimals: 1 };
		expect(ownSentence({ name: 'Ilo', value: 10, middle: 8, measured, count: 12 })).toBe(
			'Ilo: 10.0%; la mediana del grupo es 8.0% (12 con dato).'
		);
		expect(ownSentence({ name: 'Ilo', value: 10, middle: 8, measured, count: 4 })).toBe(
			'Ilo: 10.0%.'
		);
		expect(ownSentence({ name: 'Ilo', value: null, middle: 8, measured, count: 12 })).toBe(
			'Ilo no tiene este dato.'
		);
	});
});
