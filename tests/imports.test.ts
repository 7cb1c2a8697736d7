import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');

/** Which parts a part may import, itself aside. The table of ARCHITECTURE.md. */
const allowed: Record<string, readonly string[]> = {
	domain: [],
	datasets: ['domain'],
	quality: ['domain', 'datasets'],
	intake: ['domain', 'datasets', 'quality'],
	index: ['domain'],
	comparison: ['domain'],
	indicators: ['domain', 'datasets', 'index', 'comparison'],
	words: ['domain', 'datasets', 'indicators', 'comparison'],
	charts: ['domain', 'words'],
	ui: ['domain', 'words', 'charts', 'comparison', 'indicators'],
	server: [
		'domain',
		'datasets',
		'quality',
		'intake',
		'index',
		'comparison',
		'indicators',
		'words',
		'charts'
	]
};

/** Parts that also run in a browser and in a worker. */
const pure = ['domain', 'datasets', 'quality', 'intake', 'index', 'comparison', 'indicators'];

function filesBelow(folder: string): string[] {
	return readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.map((name) => join(folder, name))
		.filter((name) => /\.(ts|js|svelte)$/.test(name));
}

function importsOf(file: string): string[] {
	const source = readFileSync(file, 'utf8');
	const found = source.matchAll(/(?:\bfrom\s+|\bimport\s*\(?\s*)'([^']+)'/g);
	return [...found].map((match) => match[1] ?? '');
}

/** `#lib/domain/quarter.ts`, `#db/…` and relative addresses, as a path from the root. */
function pathOf(address: string, file: string): string | undefined {
	if (address.startsWith('#lib/')) return join('src/lib', address.slice('#lib/'.length));
	if (address.startsWith('#db/')) return join('db', address.slice('#db/'.length));
	if (address.startsWith('.')) return relative(root, resolve(dirname(file), address));
	return undefined;
}

function partOf(path: string): string | undefined {
	return /^src\/lib\/([^/]+)\//.exec(path)?.[1];
}

describe('imports point one way', () => {
	for (const [part, others] of Object.entries(allowed)) {
		test(`${part} imports only ${others.join(', ') || 'nothing'}`, () => {
			const wrong: string[] = [];
			for (const file of filesBelow(join(root, 'src/lib', part))) {
				if (file.endsWith('.test.ts')) continue;
				for (const address of importsOf(file)) {
					const path = pathOf(address, file);
					const other = path && partOf(path);
					if (other && other !== part && !others.includes(other))
						wrong.push(`${relative(root, file)} → ${address}`);
					if (path?.startsWith('src/routes/')) wrong.push(`${relative(root, file)} → ${address}`);
				}
			}
			expect(wrong).toEqual([]);
		});
	}

	test('every part of src/lib has its line in the table', () => {
		const folders = readdirSync(join(root, 'src/lib'), { withFileTypes: true })
			.filter((entry) => entry.isDirectory())
			.map((entry) => entry.name);
		expect(folders.filter((name) => !allowed[name])).toEqual([]);
	});

	test('pure parts import no Node module, no framework and no database', () => {
		const wrong: string[] = [];
		for (const file of pure.flatMap((part) => filesBelow(join(root, 'src/lib', part)))) {
			if (file.endsWith('.test.ts')) continue;
			for (const address of importsOf(file))
				if (/^(node:|\$|svelte|@sveltejs|kysely|postgres|@electric)/.test(address))
					wrong.push(`${relative(root, file)} → ${address}`);
		}
		expect(wrong).toEqual([]);
	});

	test('nothing under src/lib reads the framework’s environment', () => {
		const wrong = filesBelow(join(root, 'src/lib'))
			.filter((file) => importsOf(file).some((address) => /^\$(env|app|lib)/.test(address)))
			.map((file) => relative(root, file));
		expect(wrong).toEqual([]);
	});

	test('migrations import only kysely', () => {
		const wrong: string[] = [];
		for (const file of filesBelow(join(root, 'db/migrations')))
			for (const address of importsOf(file))
				if (address !== 'kysely' && !address.startsWith('./')) wrong.push(`${file} → ${address}`);
		expect(wrong).toEqual([]);
	});

	test('no component and no universal load reaches the server or the database', () => {
		const wrong: string[] = [];
		const browser = [
			...filesBelow(join(root, 'src/routes')).filter((file) =>
				/(\.svelte|\+(page|layout)\.ts)$/.test(file)
			),
			...['ui', 'charts', 'words'].flatMap((part) => filesBelow(join(root, 'src/lib', part)))
		];
		for (const file of browser)
			for (const address of importsOf(file)) {
				const source = readFileSync(file, 'utf8');
				const onlyTypes = new RegExp(`import type [^;]*'${address.replace(/[.$]/g, '\\$&')}'`).test(
					source
				);
				if (/^#db\/|\/server\//.test(address) && !onlyTypes)
					wrong.push(`${relative(root, file)} → ${address}`);
			}
		expect(wrong).toEqual([]);
	});
});
