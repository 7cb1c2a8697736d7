import { expect, test } from 'vitest';
import { findDataset } from '#lib/datasets/index.ts';
import type { Finding } from '#lib/domain/finding.ts';
import { styleQuestions } from './reading-view.ts';

const fondos = findDataset('fondos');
if (!fondos) throw new Error('No dataset «fondos».');
const label = fondos.columns.colocado?.label;

const ambiguous = (found: string): Finding => ({
	code: 'ambiguous-number',
	severity: 'error',
	column: label,
	found,
	message: 'Puede ser dos números.'
});

test('a number with a comma is shown as both things it may be', () => {
	expect(styleQuestions(fondos, [ambiguous('1,234')])).toEqual([
		{
			name: 'colocado',
			label,
			found: '1,234',
			options: [
				{ style: 'point', reads: '1,234', because: 'La coma separa miles' },
				{ style: 'comma', reads: '1.234', because: 'La coma separa decimales' }
			]
		}
	]);
});

test('and so is one with a point', () => {
	const [question] = styleQuestions(fondos, [ambiguous('S/ 59.280')]);
	expect(question?.options).toEqual([
		{ style: 'point', reads: '59.28', because: 'El punto separa decimales' },
		{ style: 'comma', reads: '59,280', because: 'El punto separa miles' }
	]);
});
