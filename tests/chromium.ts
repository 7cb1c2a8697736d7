import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const places = [
	process.env.CHROMIUM_PATH ?? '',
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/usr/bin/google-chrome-stable',
	'/snap/bin/chromium',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium'
];

/**
 * The program of a real browser: of this machine, else installed by the system's packages when that
 * is allowed, else the one that Playwright brings. Undefined when there is none to be had.
 */
export async function findChromium(): Promise<string | undefined> {
	const found = places.find((path) => path && existsSync(path));
	if (found) return found;

	if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
		console.log('Installing Chromium with apt-get…');
		const apt = (...args: string[]) =>
			spawnSync('apt-get', args, {
				stdio: ['ignore', 'ignore', 'inherit'],
				env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
			});
		apt('update', '-q');
		apt('install', '-y', '-q', '--no-install-recommends', 'chromium');
		const installed = places.find((path) => path && existsSync(path));
		if (installed) return installed;
	}

	const { chromium } = await import('@playwright/test');
	if (!existsSync(chromium.executablePath())) {
		console.log('Installing Chromium with Playwright…');
		spawnSync('npx', ['playwright', 'install', 'chromium'], { stdio: 'inherit' });
	}
	return existsSync(chromium.executablePath()) ? chromium.executablePath() : undefined;
}
