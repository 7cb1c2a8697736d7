import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cases } from './awkward-cases.ts';
import { check } from './given.ts';

/** Ten thousand files, half of them awkward ones with bytes changed, half of bytes by chance. */

const folder = join(import.meta.dirname, '../fixtures/intake/faults');
const seeds = [
	...readdirSync(folder).map((name): Uint8Array => readFileSync(join(folder, name))),
	...cases.map(({ bytes }) => bytes)
].filter(({ length }) => length > 0 && length < 3000);

/** Chance that is the same in every run (mulberry32). */
function chance(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}

const random = chance(Number(process.env.FC_SEED ?? 20261121));
const below = (count: number) => Math.floor(random() * count);
const telling = [
	0x22, 0x2c, 0x3b, 0x09, 0x0a, 0x0d, 0x00, 0x2e, 0x2d, 0x3d, 0x20, 0xc3, 0xff, 0xef
];
const aByte = () => (random() < 0.6 ? (telling[below(telling.length)] ?? 0) : below(256));

function mutated(): Uint8Array {
	let bytes = [...(seeds[below(seeds.length)] ?? [])];
	for (let change = 1 + below(6); change > 0; change--) {
		const at = below(bytes.length + 1);
		const kind = below(5);
		if (kind === 0) bytes[at] = aByte();
		else if (kind === 1) bytes.splice(at, 0, ...Array.from({ length: 1 + below(4) }, aByte));
		else if (kind === 2) bytes.splice(at, 1 + below(12));
		else if (kind === 3) bytes.splice(at, 0, ...bytes.slice(below(bytes.length), at));
		else {
			const other = seeds[below(seeds.length)] ?? [];
			bytes = [...bytes.slice(0, at), ...other.slice(below(other.length))];
		}
	}
	return Uint8Array.from(bytes.slice(0, 4000));
}

function byChance(): Uint8Array {
	return Uint8Array.from({ length: below(300) }, random() < 0.5 ? aByte : () => 32 + below(95));
}

test(
	'ten thousand random and mutated files are answered, each in a moment',
	{ timeout: 180_000 },
	() => {
		let slowest = 0;
		let rejected = 0;
		for (let count = 0; count < 10_000; count++) {
			const bytes = count % 2 === 0 ? mutated() : byChance();
			const start = performance.now();
			const { verdict, findings } = check(bytes);
			slowest = Math.max(slowest, performance.now() - start);
			if (verdict === 'rejected') {
				rejected++;
				if (!findings.some(({ severity }) => severity === 'error'))
					throw new Error(`rejected for no reason: ${Buffer.from(bytes).toString('base64')}`);
			}
		}
		expect(rejected).toBeGreaterThan(5000);
		expect(rejected).toBeLessThan(10_000);
		expect(slowest).toBeLessThan(3000);
	}
);
