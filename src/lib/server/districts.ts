import { readDistricts } from '#lib/domain/districts.ts';
import type { Districts } from '#lib/domain/place.ts';
import { districtLines } from '../../../seeds/catalogo/distritos.ts';

let known: Districts | undefined;

/** The districts of the country: read once, they do not change while the program runs. */
export function districts(): Districts {
	known ??= readDistricts(districtLines);
	return known;
}
