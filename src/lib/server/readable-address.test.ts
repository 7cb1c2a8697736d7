import { expect, test } from 'vitest';
import { hasNul } from './readable-address.ts';

test.each([
	['/cargas/%00', true],
	['/?q=a%00b', true],
	['/?q=%20100%25', false],
	// Read once, this is the text «%00».
	['/?q=%2500', false],
	['/municipalidades', false]
])('%s holds a NUL: %s', (address, expected) => {
	expect(hasNul(new URL(address, 'http://sitio.invalid'))).toBe(expected);
});
