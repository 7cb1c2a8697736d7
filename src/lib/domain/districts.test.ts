import { describe, expect, test } from 'vitest';
import { districtLines } from '../../../seeds/catalogo/distritos.ts';
import { readDistricts } from './districts.ts';

describe('the catalogue of districts', () => {
	const { byUbigeo, byReniec } = readDistricts(districtLines);

	test('has the 1,891 districts of the directory of 2025, two of them without a code of RENIEC', () => {
		expect(byUbigeo.size).toBe(1891);
		expect(byReniec.size).toBe(1889);
		expect(
			[...byUbigeo.values()].filter(({ reniec }) => reniec === null).map(({ name }) => name)
		).toEqual(['Alto Trujillo', 'San Antonio']);
	});

	test('knows a district by both codes', () => {
		const ilo = {
			ubigeo: '180301',
			reniec: '170301',
			name: 'Ilo',
			province: 'Ilo',
			department: 'Moquegua',
			aliases: []
		};
		expect(byUbigeo.get('180301')).toEqual(ilo);
		expect(byReniec.get('170301')).toEqual(ilo);
		expect(byUbigeo.get('170301')?.name).toBe('Iñapari');
		expect(byUbigeo.get('010401')?.aliases).toEqual(['Santa María de Nieva']);
	});

	test('996 codes of RENIEC are the INEI code of another district', () => {
		const shared = [...byReniec].filter(
			([code, { ubigeo }]) => code !== ubigeo && byUbigeo.has(code)
		);
		expect(shared).toHaveLength(996);
	});

	test('a line of another shape stops the program', () => {
		expect(() => readDistricts('0102 Bagua 01 Bagua')).toThrow('Not a province');
		expect(() => readDistricts('0102 Bagua: 1 Bagua')).toThrow('Not a district');
	});
});
