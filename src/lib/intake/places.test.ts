import { describe, expect, test } from 'vitest';
import { datasets } from '#lib/datasets/index.ts';
import { readDistricts } from '#lib/domain/districts.ts';
import type { Place } from '#lib/domain/place.ts';
import { checkFile } from './check.ts';

// Facts of INEI and RENIEC: 170301 is Ilo for one and Iñapari for the other.
const districts = readDistricts(
	[
		'0301 Abancay: 01 Abancay; 02>030104 Chacoche; 03>030102 Circa',
		'1703 Tahuamanu: 01>160301 Iñapari; 02>160302 Iberia',
		'1803 Ilo: 01>170301 Ilo; 02>170302 El Algarrobal',
		'1903 Oxapampa: 01>180301 Oxapampa'
	].join('\n')
);

function registered(ubigeo: string, more: Partial<Place> = {}): [string, Place] {
	const district = districts.byUbigeo.get(ubigeo);
	if (!district) throw new Error(ubigeo);
	return [ubigeo, { ...district, scope: 'distrito', areaKm2: null, fictional: false, ...more }];
}

function check(rows: string[], registry: [string, Place][]) {
	const text = [
		'municipio_id,municipio,anio,ambito_datos,dimension,categoria,cantidad',
		...rows
	].join('\n');
	const { findings } = checkFile(new TextEncoder().encode(text), {
		datasets,
		places: { byUbigeo: new Map(registry), networks: new Set(), districts },
		today: '2026-11-21',
		choices: { dataset: 'microempresas' }
	});
	return findings
		.filter(({ severity }) => severity !== 'notice')
		.map(({ code, severity, line, field, replacement, message }) => {
			return { code, severity, line, field, replacement, message };
		});
}

const row = (code: string, name: string, year = '1993') =>
	`${code},${name},${year},distrito,total,total,3000`;

describe('codes of two systems', () => {
	test('a code of RENIEC whose INEI place is not in the registry stops with both places', () => {
		expect(check([row('170301', 'Ilo')], [registered('180301')])).toEqual([
			{
				code: 'reniec-code',
				severity: 'error',
				line: 2,
				field: 'municipio_id',
				replacement: '180301',
				message:
					'Fila 2, columna «Ubigeo» (municipio_id): leímos «170301». Es un código de RENIEC: el de Ilo (Ilo, Moquegua). Para el INEI, 170301 es Iñapari (Tahuamanu, Madre de Dios). Si informa Ilo, escriba 180301. Ejemplo: 180301.'
			}
		]);
	});

	test('so does one whose INEI place is in the registry too, by the name beside it', () => {
		const registry = [registered('180301'), registered('170301')];
		expect(check([row('170301', 'Ilo')], registry)).toMatchObject([
			{ code: 'reniec-code', line: 2, replacement: '180301' }
		]);
		expect(check([row('170301', 'Iñapari')], registry)).toEqual([]);
		expect(check([row('180301', 'ILO')], registry)).toEqual([]);
	});

	test('the code of RENIEC alone stops when only the place it means is in the network', () => {
		expect(check([row('170301', '')], [registered('180301')])).toMatchObject([
			{ code: 'reniec-code', replacement: '180301' }
		]);
	});

	test('a district of the country outside the network is named', () => {
		const [finding] = check([row('030102', 'Chacoche')], [registered('180301')]);
		expect(finding).toMatchObject({ code: 'unknown-municipality', replacement: undefined });
		expect(finding?.message).toContain(
			'030102 Chacoche (Abancay, Apurímac) no está en el registro'
		);
	});
});

describe('names', () => {
	test('spelled nearly right find their code', () => {
		const registry = [registered('180301'), registered('180302')];
		expect(check([row('El Algarobal', '')], registry)).toMatchObject([
			{ code: 'not-an-ubigeo', field: 'municipio_id', replacement: '180302' }
		]);
		expect(check([row('Chachapoyas', '')], registry)).toMatchObject([
			{ code: 'not-an-ubigeo', replacement: undefined }
		]);
	});
});

describe('districts that were made or merged', () => {
	const old = registered('180302', { until: '1999-T4' });
	const young = registered('180301', { since: '1994-T1' });

	test('figures of after its end are an error, those of before its beginning a doubt', () => {
		expect(check([row('180302', '', '2000')], [old])).toMatchObject([
			{ code: 'place-not-in-force', severity: 'error', line: 2, field: 'municipio_id' }
		]);
		expect(check([row('180301', '', '1993')], [young])).toMatchObject([
			{ code: 'place-not-in-force', severity: 'warning' }
		]);
	});

	test('the years in which it was there for some quarters pass', () => {
		expect(check([row('180302', '', '1999')], [old])).toEqual([]);
		expect(check([row('180301', '', '1994')], [young])).toEqual([]);
	});
});
