import { describe, expect, test } from 'vitest';
import { check } from './given.ts';

const heading = 'municipio_id,periodo,institucion,categoria,tipo_servicio,estado,usuarios';
const row = '180301,2025-T3,CEOP Ilo,FIN,microcredito,activo,300';

/** Sizes that no spreadsheet writes: answered with a refusal or findings, never with an error. */
const hostile: readonly (readonly [string, () => string, string])[] = [
	['200,000 columns', () => `${heading}\n${row}${',x'.repeat(200_000)}\n`, 'rejected'],
	[
		'a cell of 10 MB',
		() => `${heading}\n${row.replace('300', 'a'.repeat(10_000_000))}\n`,
		'rejected'
	],
	['a million delimiters', () => `${heading}\n${','.repeat(1_000_000)}\n${row}\n`, 'accepted'],
	['an open quote of 20 MB', () => `${heading}\n${row}\n"${'a\n'.repeat(10_000_000)}`, 'rejected'],
	[
		'50,000 rows of bad codes, all different',
		() =>
			`${heading}\n${Array.from({ length: 50_000 }, (_, index) => row.replace('activo', `actiwo ${index}`).replace('CEOP', `C${index}`)).join('\n')}\n`,
		'rejected'
	],
	['a number of 80 kB', () => `${heading}\n${row.replace('300', '9'.repeat(80_000))}\n`, 'rejected']
];

describe('hostile sizes are answered', () => {
	test.each(hostile)('%s', (_, text, verdict) => {
		const { verdict: said, findings } = check(text());
		expect(said).toBe(verdict);
		for (const { message } of findings) expect(message.length).toBeLessThan(600);
		expect(findings.length).toBeLessThan(5000);
	});
});
