import { datasets } from '#lib/datasets/index.ts';
import type { Place, Places } from '#lib/domain/place.ts';
import { checkFile, type Checked, type Choices } from '#lib/intake/check.ts';

export const today = '2026-11-21';

function place(ubigeo: string, name: string, province: string, department: string): Place {
	return {
		ubigeo,
		name,
		province,
		department,
		scope: 'distrito',
		areaKm2: null,
		aliases: [],
		fictional: false
	};
}

/** A few real places: an Ilo that Excel leaves whole, two codes that begin with 0, two of one name. */
const registry: readonly Place[] = [
	place('010101', 'Chachapoyas', 'Chachapoyas', 'Amazonas'),
	place('030101', 'Abancay', 'Abancay', 'Apurímac'),
	{ ...place('180301', 'Ilo', 'Ilo', 'Moquegua'), scope: 'provincia', aliases: ['Puerto de Ilo'] },
	place('180302', 'El Algarrobal', 'Ilo', 'Moquegua'),
	place('170301', 'Iñapari', 'Tahuamanu', 'Madre de Dios'),
	place('211001', 'Putina', 'San Antonio de Putina', 'Puno'),
	place('060101', 'Cajamarca', 'Cajamarca', 'Cajamarca'),
	place('150716', 'San Andrés de Tupicocha', 'Huarochirí', 'Lima'),
	place('250101', 'Callería', 'Coronel Portillo', 'Ucayali')
];

export const places: Places = {
	byUbigeo: new Map(registry.map((one) => [one.ubigeo, one])),
	networks: new Set(['PROMDE', 'REMURPE'])
};

/** Checks a text (as UTF-8) or bytes against the real datasets and a small registry. */
export function check(content: string | Uint8Array, choices?: Choices): Checked {
	const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
	return checkFile(bytes, { datasets, places, today, ...(choices ? { choices } : {}) });
}

/** The bytes of a text in an encoding, marks included. */
export function encode(text: string, encoding: string): Uint8Array {
	switch (encoding) {
		case 'utf-8':
			return Buffer.from(text, 'utf8');
		case 'utf-8-bom':
			return Buffer.from(`\uFEFF${text}`, 'utf8');
		case 'utf-16le':
			return Buffer.from(`\uFEFF${text}`, 'utf16le');
		case 'utf-16le-unmarked':
			return Buffer.from(text, 'utf16le');
		case 'utf-16be':
			return Buffer.from(`\uFEFF${text}`, 'utf16le').swap16();
		// Latin-1 and Windows-1252 agree on every letter of Spanish.
		case 'windows-1252':
			return Buffer.from(text, 'latin1');
		default:
			throw new Error(encoding);
	}
}
