import { isIPv4, isIPv6 } from 'node:net';

/**
 * The network that an address belongs to, as one sender can hold it: /24 of IPv4, /64 of IPv6. An IPv4
 * address written as IPv6 (`::ffff:1.2.3.4`) counts as what it is.
 */
export function networkPrefix(address: string): string {
	const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
	if (isIPv4(plain)) return `${plain.split('.').slice(0, 3).join('.')}.0/24`;
	if (!isIPv6(plain)) return 'sin dirección';

	const [before = '', after] = plain.split('::');
	const head = before.split(':').filter(Boolean);
	const tail = after?.split(':').filter(Boolean) ?? [];
	// A dotted tail stands for two groups; it never reaches into the first four when zeros come before it.
	const tailGroups = tail.length + (tail.at(-1)?.includes('.') ? 1 : 0);
	const zeros = after === undefined ? 0 : Math.max(0, 8 - head.length - tailGroups);
	const groups = [...head, ...Array.from({ length: zeros }, () => '0'), ...tail];
	const first = groups.slice(0, 4).map((group) => parseInt(group, 16).toString(16));
	return `${first.join(':')}::/64`;
}
