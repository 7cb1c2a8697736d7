import { expect, test } from 'vitest';
import { progressView } from './progress-view.ts';

const work = {
	kind: 'confirmar',
	step: 'guardando',
	done: 50_000,
	total: 200_000,
	waiting: 0,
	finished: false,
	stopping: false,
	failure: null
} as const;

test('the steps before the present one are past, and its share is told', () => {
	const { steps, share, words } = progressView(work);
	expect(steps.map(({ place }) => place)).toEqual([
		'past',
		'past',
		'past',
		'current',
		'ahead',
		'ahead'
	]);
	expect([share, words]).toEqual([25, '50,000 de 200,000']);
});

test('where nothing can be counted no share is told', () => {
	const { share, words, steps } = progressView({
		...work,
		kind: 'revisar',
		step: 'leyendo',
		total: 0
	});
	expect([share, words, steps.length]).toEqual([null, '', 3]);
});
