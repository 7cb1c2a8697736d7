import type { District, Districts } from './place.ts';
import { departments } from './ubigeo.ts';

/**
 * The catalogue of districts from its lines, one a province:
 * `0102 Bagua: 01>010205 Bagua; 02 Aramango; …`, with `>` the code of RENIEC where it is another, `>-`
 * where there is none, and `/` before each other name.
 *
 * @throws Error on a line of another shape: the catalogue is part of the program
 */
export function readDistricts(lines: string): Districts {
	const all = lines.trim().split('\n').flatMap(districtsOf);
	const byUbigeo = new Map(all.map((district) => [district.ubigeo, district]));
	const byReniec = new Map<string, District>();
	for (const district of all) if (district.reniec !== null) byReniec.set(district.reniec, district);
	return { byUbigeo, byReniec };
}

function districtsOf(line: string): District[] {
	const [, code, province, rest] = /^(\d{4}) ([^:]+): (.+)$/.exec(line) ?? [];
	const department = departments[code?.slice(0, 2) ?? ''];
	if (!code || !province || !rest || !department) throw new Error(`Not a province: ${line}`);

	return rest.split('; ').map((text) => {
		const [, last, other, names] = /^(\d\d)(?:>(\d{6}|-))? (.+)$/.exec(text) ?? [];
		const [name, ...aliases] = names?.split('/') ?? [];
		if (!last || !name) throw new Error(`Not a district: ${text}`);
		const ubigeo = `${code}${last}`;
		const reniec = other === '-' ? null : (other ?? ubigeo);
		return { ubigeo, reniec, name, province, department, aliases };
	});
}
