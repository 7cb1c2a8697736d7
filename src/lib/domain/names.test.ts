import { describe, expect, test } from 'vitest';
import { editDistance, fold, slug, sortKey } from './names.ts';

describe('names of places', () => {
	test('are compared without accents, case or signs', () => {
		expect(fold('N° de Talleres')).toBe('n de talleres');
		expect(fold('  ÑUÑOA ')).toBe('nunoa');
		expect(fold('Año')).toBe(fold('ano'));
	});

	test('sort as Spanish sorts them', () => {
		const names = ['Ocros', 'Ñuñoa', 'Ate', 'Nauta', 'Ñaña', 'Áncash', 'Nazca'];
		const byKey = [...names].sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
		expect(byKey).toEqual(['Áncash', 'Ate', 'Nauta', 'Nazca', 'Ñaña', 'Ñuñoa', 'Ocros']);
	});

	test('read well in an address', () => {
		expect(slug('San Miguel de El Faique')).toBe('san-miguel-de-el-faique');
	});

	test('differ by few letters when misspelt', () => {
		expect(editDistance('acipias', 'accipias')).toBe(1);
		expect(editDistance('osmore', 'osmare')).toBe(1);
		expect(editDistance('ilo', 'iol')).toBe(1);
		expect(editDistance('', 'ate')).toBe(3);
	});
});
