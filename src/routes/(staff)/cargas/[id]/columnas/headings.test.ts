import { expect, test } from 'vitest';
import { findDataset } from '#lib/datasets/index.ts';
import type { Reading } from '#lib/intake/check.ts';
import { headingsOfTable, mappingOf } from './headings.ts';

const dataset = findDataset('contexto');
if (!dataset) throw new Error('No dataset «contexto».');

const reading: Reading = {
	encoding: 'utf-8',
	delimiter: ',',
	headerLine: 1,
	numberStyles: {},
	columns: { municipio_id: 'Ubigeo' },
	ignored: ['gente', 'nota'],
	proposals: [{ heading: 'gente', field: 'poblacion_total', confidence: 0.8 }]
};
const headings = [
	{ heading: 'Ubigeo', samples: ['990001'] },
	{ heading: 'gente', samples: ['5200'] },
	{ heading: '', samples: [] }
];
test('each heading comes with its first different values', () => {
	const table = {
		headings: [' Ubigeo ', 'nota'],
		rows: [['990001', ''], ['990001', 'a'], ['990002']].map((cells, index) => ({
			line: index + 2,
			cells,
			width: cells.length
		}))
	};
	expect(headingsOfTable(table)).toEqual([
		{ heading: 'Ubigeo', samples: ['990001', '990002'] },
		{ heading: 'nota', samples: ['a'] }
	]);
});

test('a heading that looks like a column of ours is a question', () => {
	const mapping = mappingOf(headings, { dataset, reading, choices: {} });
	expect(mapping).toEqual([
		{ heading: 'Ubigeo', samples: ['990001'], column: 'municipio_id' },
		{
			heading: 'gente',
			samples: ['5200'],
			column: '',
			proposal: { name: 'poblacion_total', label: dataset.columns.poblacion_total?.label }
		}
	]);
});

test('what somebody answered is not asked again', () => {
	const choices = { columns: { gente: '' } };
	const mapping = mappingOf(headings, { dataset, reading, choices });
	expect(mapping[1]).toEqual({ heading: 'gente', samples: ['5200'], column: '' });
});
