import { expect, test } from 'vitest';
import { chosenEncoding } from './compress.ts';

test('brotli is chosen where it is accepted, then gzip, then none', () => {
	expect(chosenEncoding('gzip, deflate, br')).toBe('br');
	expect(chosenEncoding('gzip, deflate')).toBe('gzip');
	expect(chosenEncoding('')).toBeUndefined();
	expect(chosenEncoding('identity')).toBeUndefined();
});

test('an encoding with quality zero is refused', () => {
	expect(chosenEncoding('br;q=0, gzip;q=0.5')).toBe('gzip');
	expect(chosenEncoding('br; q=0.0, gzip; q=0')).toBeUndefined();
});
