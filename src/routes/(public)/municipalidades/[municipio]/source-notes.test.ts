import { expect, test } from 'vitest';
import { hasOwnCoding, notesByDataset } from './source-notes.ts';

const notes = [
	{ dataset: 'servicios', note: 'CEPAL/GTZ 2000, II.4; codificación propia', rows: 2 },
	{ dataset: 'contexto', note: 'Población corregida: las sumas dan 51481', rows: 1 }
];

test('notes stand under the title of their dataset, context first', () => {
	expect(notesByDataset(notes)).toEqual([
		{ id: 'contexto', title: 'Contexto', notes: ['Población corregida: las sumas dan 51481'] },
		{
			id: 'servicios',
			title: 'Servicios para empresas',
			notes: ['CEPAL/GTZ 2000, II.4; codificación propia']
		}
	]);
});

test('only services that say so are of our own coding', () => {
	expect(hasOwnCoding(notes)).toBe(true);
	expect(hasOwnCoding(notes.slice(1))).toBe(false);
});
