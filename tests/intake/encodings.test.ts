import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { datasets } from '#lib/datasets/index.ts';
import type { Place, Places } from '#lib/domain/place.ts';
import { tellEncoding } from '#lib/intake/encoding.ts';
import { legacyLetters, type LegacyEncoding } from '#lib/intake/legacy.ts';
import { vocabularyOf } from '#lib/intake/vocabulary.ts';

const file = join(import.meta.dirname, '../../../shared/data/municipalities-peru.csv');
const isHere = existsSync(file);
const text = isHere ? readFileSync(file, 'utf8') : '';

/** The registry, cell by cell: none of its cells before the notes holds a comma. */
const registry: readonly Place[] = text
	.split('\n')
	.slice(1)
	.map((line) => line.split(','))
	.filter((cells) => cells.length > 4)
	.map(([ubigeo = '', department = '', province = '', name = '']) => ({
		ubigeo,
		name,
		province,
		department,
		scope: 'distrito',
		areaKm2: null,
		aliases: [],
		fictional: false
	}));
const places: Places = {
	byUbigeo: new Map(registry.map((one) => [one.ubigeo, one])),
	networks: new Set()
};

/** Names with letters past ASCII, as written and in capitals. */
const names = registry
	.map(({ name }) => name)
	.filter((name) => /[^\p{ASCII}]/u.test(name))
	.flatMap((name) => [name, name.toUpperCase()]);

function write(content: string, encoding: LegacyEncoding): Uint8Array {
	return Uint8Array.from([...content], (letter) => {
		const point = letter.codePointAt(0) ?? 0;
		return point < 0x80 ? point : 0x80 + legacyLetters[encoding].indexOf(letter);
	});
}

const known = () => vocabularyOf(datasets, places);
const none = () => [];

describe.skipIf(!isHere)('the districts of Peru (skipped where ../shared is absent)', () => {
	test.each(['windows-1252', 'cp850', 'mac-roman'] as const)(
		'%s is told from the whole registry and from any one name with an accent',
		(encoding) => {
			expect(names.length).toBeGreaterThan(500);
			expect(tellEncoding(write(text, encoding), known)).toMatchObject({ encoding, by: 'words' });
			const wrong = names.filter((name) => {
				const told = tellEncoding(write(`distrito\n${name}\n`, encoding), known);
				return !('encoding' in told) || told.encoding !== encoding;
			});
			expect(wrong).toEqual([]);
		}
	);

	test.each(['cp850', 'mac-roman'] as const)(
		'%s is refused, and never read as another, where its one name is not known',
		(encoding) => {
			const wrong = names.filter(
				(name) => 'encoding' in tellEncoding(write(`distrito\n${name}\n`, encoding), none)
			);
			expect(wrong).toEqual([]);
		}
	);
});
