import { spawn } from 'node:child_process';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { findChromium } from './chromium.ts';
import { readPlaywright, readVitest, type Tally } from './reports.ts';

/**
 * `npm test`: everything that must hold, in one run. Format, types, lint and build count as one test
 * each; the rest is counted by the runners. The last line is the sum.
 */
const reports = join(process.cwd(), 'test-results');
const total: Tally = { passed: 0, failed: [], skipped: [] };

function run(command: readonly string[], env: Record<string, string> = {}): Promise<boolean> {
	const [name = '', ...args] = command;
	return new Promise((resolve) => {
		const child = spawn(join('node_modules', '.bin', name), args, {
			stdio: ['ignore', 'inherit', 'inherit'],
			env: { ...process.env, ...env }
		});
		child.once('error', () => resolve(false));
		child.once('close', (code) => resolve(code === 0));
	});
}

async function step(title: string, ...commands: readonly (readonly string[])[]): Promise<void> {
	console.log(`\n== ${title}`);
	for (const command of commands) {
		if (await run(command)) continue;
		total.failed.push(title);
		return;
	}
	total.passed += 1;
}

async function runner(
	title: string,
	options: { command: string[]; env?: Record<string, string>; read: () => Promise<Tally> }
): Promise<void> {
	console.log(`\n== ${title}`);
	const ended = await run(options.command, options.env);
	const tally = await options.read().catch((error: unknown): Tally => {
		return { passed: 0, failed: [`${title}: no report (${String(error)})`], skipped: [] };
	});
	// A runner can fail for what is no test: an error after the last one, or no test at all.
	if (!ended && tally.failed.length === 0) tally.failed.push(`${title}: ended with an error`);
	total.passed += tally.passed;
	total.failed.push(...tally.failed);
	total.skipped.push(...tally.skipped);
}

await rm(reports, { recursive: true, force: true });
await mkdir(reports, { recursive: true });

await step('format', ['prettier', '--check', '--log-level', 'warn', '.']);
await step(
	'types',
	['svelte-kit', 'sync'],
	['svelte-check', '--tsconfig', './tsconfig.json', '--fail-on-warnings', '--output', 'human']
);
await step('pure code', ['tsc', '-p', 'tsconfig.pure.json']);
await step('lint', ['eslint', '--max-warnings', '0', '.']);
await step('build', ['vite', 'build', '--logLevel', 'warn']);

const vitest = join(reports, 'vitest.json');
await runner('unit tests and both databases', {
	command: ['vitest', 'run', '--reporter=dot', '--reporter=json', `--outputFile.json=${vitest}`],
	read: () => readVitest(vitest)
});

const chromium = await findChromium();
const playwright = join(reports, 'playwright.json');
if (chromium) {
	await runner('pages in a browser', {
		command: ['playwright', 'test', '--reporter=dot,json'],
		env: { CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: playwright },
		read: () => readPlaywright(playwright)
	});
} else {
	console.log('Chromium is needed: install it, or give its program in CHROMIUM_PATH.');
	total.failed.push('pages in a browser: no Chromium');
}

for (const name of total.skipped) console.log(`skipped: ${name}`);
for (const name of total.failed) console.log(`FAILED: ${name}`);
process.exitCode = total.failed.length > 0 ? 1 : 0;
console.log(
	`${total.passed} passed, ${total.failed.length} failed, ${total.skipped.length} skipped`
);
