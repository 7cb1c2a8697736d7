import { defineConfig } from '@playwright/test';
import { findChromium } from './tests/chromium.ts';

// Found once by `npm test`; run alone, this looks for it again.
const executablePath = process.env.CHROMIUM_PATH ?? (await findChromium());

export default defineConfig({
	testDir: 'tests/pages',
	testMatch: '**/*.spec.ts',
	outputDir: 'test-results/pages',
	workers: 1,
	fullyParallel: false,
	forbidOnly: true,
	timeout: 120_000,
	reporter: [['line'], ['json', { outputFile: 'test-results/playwright.json' }]],
	use: {
		locale: 'es-PE',
		timezoneId: 'America/Lima',
		launchOptions: { executablePath, args: ['--no-sandbox'] }
	}
});
