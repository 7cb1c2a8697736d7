import { expect, test } from 'vitest';
import { networkPrefix } from './network.ts';

test.each([
	['190.12.1.77', '190.12.1.0/24'],
	['::ffff:190.12.1.77', '190.12.1.0/24'],
	['2001:db8:a:b:1:2:3:4', '2001:db8:a:b::/64'],
	['2001:0DB8:000a:b::9', '2001:db8:a:b::/64'],
	['2001:db8::1', '2001:db8:0:0::/64'],
	['2001:db8:a:b::', '2001:db8:a:b::/64'],
	['fe80::1%eth0', 'fe80:0:0:0::/64'],
	['::1', '0:0:0:0::/64'],
	['64:ff9b::190.12.1.77', '64:ff9b:0:0::/64'],
	['', 'sin dirección']
])('%s belongs to %s', (address, prefix) => {
	expect(networkPrefix(address)).toBe(prefix);
});
