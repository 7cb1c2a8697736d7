import { expect, test } from 'vitest';
import type { Finding } from '#lib/domain/finding.ts';
import { wordsOf } from './beforehand.ts';

const finding = (severity: Finding['severity'], message: string): Finding => {
	return { code: 'x', severity, message };
};

test('a good file says how many rows were read, and no notice', () => {
	const findings = [finding('notice', 'Un aviso.')];
	expect(
		wordsOf('a.csv', {
			verdict: 'accepted',
			dataset: 'fondos',
			title: 'Fondos',
			reading: null,
			rows: 1,
			findings
		})
	).toEqual({
		title: 'a.csv: Fondos',
		outcome: '1 fila leída, sin errores',
		good: true,
		messages: [],
		more: 0
	});
});

test('a bad one names the first five things to mend as they are said', () => {
	const findings = [1, 2, 3, 4, 5, 6].map((at) => finding('error', `Error ${at}.`));
	expect(
		wordsOf('a.csv', {
			verdict: 'rejected',
			dataset: null,
			title: null,
			reading: null,
			rows: 0,
			findings: [...findings, finding('warning', 'Advertencia.')]
		})
	).toEqual({
		title: 'a.csv',
		outcome: '6 errores y 1 advertencia',
		good: false,
		messages: ['Error 1.', 'Error 2.', 'Error 3.', 'Error 4.', 'Error 5.'],
		more: 2
	});
});
