import { expect, test } from 'vitest';
import { packPlaces, unpackPlaces } from './packed-places.ts';
import type { Place } from './place.ts';

const lines = '1803 Ilo: 01>170301 Ilo; 02>170302 El Algarrobal';

test('places are the same after their travel to a browser', () => {
	const ilo: Place = {
		ubigeo: '180301',
		name: 'Ilo',
		province: 'Ilo',
		department: 'Moquegua',
		scope: 'provincia',
		areaKm2: 1380.6,
		aliases: ['Puerto de Ilo'],
		fictional: false,
		since: '1970-T2',
		until: null
	};
	const places = { byUbigeo: new Map([['180301', ilo]]), networks: new Set(['PROMDE']) };
	const travelled: unknown = JSON.parse(JSON.stringify(packPlaces(places, lines)));

	const unpacked = unpackPlaces(travelled as ReturnType<typeof packPlaces>);
	expect(unpacked.byUbigeo).toEqual(places.byUbigeo);
	expect(unpacked.networks).toEqual(places.networks);
	expect(unpacked.districts?.byReniec.get('170302')?.name).toBe('El Algarrobal');
});
