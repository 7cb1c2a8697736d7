import { readFile } from 'node:fs/promises';
import * as v from 'valibot';

/** How a set of tests went. */
export type Tally = { passed: number; failed: string[]; skipped: string[] };

const vitestReport = v.object({
	testResults: v.array(
		v.object({
			name: v.string(),
			status: v.string(),
			assertionResults: v.array(v.object({ fullName: v.string(), status: v.string() }))
		})
	)
});

/** Reads what Vitest wrote; a file that did not even load counts as one failure. */
export async function readVitest(path: string): Promise<Tally> {
	const { testResults } = v.parse(vitestReport, JSON.parse(await readFile(path, 'utf8')));
	const tally: Tally = { passed: 0, failed: [], skipped: [] };

	for (const { name, status, assertionResults } of testResults) {
		for (const test of assertionResults) {
			if (test.status === 'passed') tally.passed += 1;
			else if (test.status === 'failed') tally.failed.push(test.fullName);
			else tally.skipped.push(test.fullName);
		}
		const hasFailed = assertionResults.some((test) => test.status === 'failed');
		if (status === 'failed' && !hasFailed) tally.failed.push(name);
	}
	return tally;
}

type Suite = v.InferOutput<typeof specs> & { suites?: Suite[] };

const specs = v.object({
	title: v.string(),
	specs: v.array(
		v.object({
			title: v.string(),
			tests: v.array(v.object({ projectName: v.string(), status: v.string() }))
		})
	)
});
const suite: v.GenericSchema<Suite> = v.object({
	...specs.entries,
	suites: v.optional(v.array(v.lazy(() => suite)))
});
const playwrightReport = v.object({
	suites: v.array(suite),
	errors: v.array(v.object({ message: v.optional(v.string(), 'error') }))
});

/** Reads what Playwright wrote. A test that passed only when tried again has failed. */
export async function readPlaywright(path: string): Promise<Tally> {
	const report = v.parse(playwrightReport, JSON.parse(await readFile(path, 'utf8')));
	const tally: Tally = {
		passed: 0,
		failed: report.errors.map(({ message }) => message),
		skipped: []
	};
	for (const top of report.suites) addSuite(tally, top, []);
	return tally;
}

function addSuite(tally: Tally, { title, specs, suites = [] }: Suite, above: readonly string[]) {
	const path = [...above, title];
	for (const spec of specs) {
		for (const { projectName, status } of spec.tests) {
			const name = [...path, spec.title, projectName].filter(Boolean).join(' › ');
			if (status === 'expected') tally.passed += 1;
			else if (status === 'skipped') tally.skipped.push(name);
			else tally.failed.push(name);
		}
	}
	for (const inner of suites) addSuite(tally, inner, path);
}
