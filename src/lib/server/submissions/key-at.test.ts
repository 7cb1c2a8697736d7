import { expect, test } from 'vitest';
import { canonicalJson } from '#lib/domain/canonical.ts';
import { keyAt } from './key-at.ts';

const keys = { municipio_id: '180301', institucion: 'CEOP', periodo: '2025-T3' };

test('the key of another quarter is that of a row of that quarter', () => {
	const row = { key: canonicalJson(keys), period: '2025-T3' };
	expect(keyAt(row, 'periodo', '2025-T2')).toBe(canonicalJson({ ...keys, periodo: '2025-T2' }));
	expect(keyAt(row, 'periodo', null)).toBe(canonicalJson({ ...keys, periodo: null }));
});

test('a name that says the same as the column is left as it is', () => {
	const tricky = { ...keys, institucion: '{"periodo":"2025-T3","a":"$&"}' };
	const row = { key: canonicalJson(tricky), period: '2025-T3' };
	expect(keyAt(row, 'periodo', '2025-T2')).toBe(canonicalJson({ ...tricky, periodo: '2025-T2' }));
});
