import { expect, test } from 'vitest';
import type { Finding } from '#lib/domain/finding.ts';
import { cellsWritten, placeOf, reasonsWritten } from './answers.ts';

function form(fields: Record<string, string>): FormData {
	const data = new FormData();
	for (const [name, value] of Object.entries(fields)) data.append(name, value);
	return data;
}

const finding: Finding = {
	code: 'not-a-count',
	severity: 'error',
	line: 14,
	field: 'monto',
	found: ' doce',
	message: 'Fila 14'
};

test('only cells in which something else was written are corrections', () => {
	const answers = form({ 'celda:14:monto': 'doce ', 'celda:15:monto': ' 13 ', otra: 'x' });
	expect(cellsWritten(answers, [finding])).toEqual([{ line: 15, field: 'monto', text: '13' }]);
});

test('emptying a cell is a correction', () => {
	expect(cellsWritten(form({ 'celda:14:monto': '' }), [finding])).toEqual([
		{ line: 14, field: 'monto', text: '' }
	]);
});

test.each(['celda:0:monto', 'celda:14:', 'celda:14:a b', 'celda:x:monto', 'monto'])(
	'%s is no cell',
	(name) => expect(placeOf(name)).toBeUndefined()
);

test('only reasons that changed are written down, an emptied one too', () => {
	const before = [
		{ code: 'DQ09', field: 'colocado', text: 'Creció la cartera' },
		{ code: 'DQ12', field: '', text: 'Así es' }
	];
	const answers = form({
		'motivo:DQ09:colocado': 'Creció la cartera',
		'motivo:DQ12:': ' ',
		'motivo:DQ13:usuarios': 'Feria regional',
		'motivo:DQ14:': ''
	});
	expect(reasonsWritten(answers, before)).toEqual([
		{ code: 'DQ12', field: '', text: '' },
		{ code: 'DQ13', field: 'usuarios', text: 'Feria regional' }
	]);
});
