import { expect, test } from 'vitest';
import type { Finding } from '#lib/domain/finding.ts';
import { verdictOn } from './judge.ts';

const cell = { line: 3, field: 'usuarios' };
const about = (severity: Finding['severity'], message: string, at = cell): Finding => {
	return { code: 'x', severity, message, ...at };
};

test('the worst that is said of the cell, and nothing of others', () => {
	const findings = [
		about('error', 'De otra fila.', { line: 4, field: 'usuarios' }),
		about('error', 'De otra columna.', { line: 3, field: 'mujeres' }),
		about('warning', 'Muy alto.')
	];
	expect(verdictOn(cell, findings)).toEqual({ good: true, message: 'Muy alto.' });
	expect(verdictOn(cell, [...findings, about('error', 'No es un número.')])).toEqual({
		good: false,
		message: 'No es un número.'
	});
	expect(verdictOn(cell, findings.slice(0, 2))).toEqual({
		good: true,
		message: 'Ahora se lee bien.'
	});
});
