import { expect, test } from 'vitest';
import { plainSteps, stepLinks } from './steps.ts';

test('steps up to where the file has come are links, the one on the screen is not', () => {
	const links = stepLinks('correcciones', { id: 'ABC', reachable: 'cambios' });
	expect(links.map(({ place, href }) => [place, href])).toEqual([
		['past', undefined],
		['past', '/cargas/ABC/columnas'],
		['current', undefined],
		['ahead', '/cargas/ABC/cambios'],
		['ahead', undefined]
	]);
});

test('before there is a file nothing can be visited', () => {
	expect(plainSteps('elegir').filter(({ href }) => href)).toEqual([]);
});
