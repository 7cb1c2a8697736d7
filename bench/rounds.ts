/**
 * Interleaved rounds: every job once, then again, so that whatever else the machine does falls on all
 * alike. A machine is too noisy for absolute times; only the ratio of medians within one run counts.
 */
export type Job = { readonly name: string; readonly run: () => Promise<unknown> };

/** Median milliseconds of each job by name, after `warmUp` rounds that do not count. */
export async function medians(
	jobs: readonly Job[],
	{ rounds, warmUp }: { rounds: number; warmUp: number }
): Promise<Map<string, number>> {
	const times = new Map<string, number[]>(jobs.map((job) => [job.name, []]));

	for (let round = 0; round < warmUp + rounds; round++) {
		for (const job of jobs) {
			const start = performance.now();
			await job.run();
			if (round >= warmUp) times.get(job.name)?.push(performance.now() - start);
		}
	}

	return new Map([...times].map(([name, all]) => [name, median(all)]));
}

function median(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	const middle = Math.floor(sorted.length / 2);
	const upper = sorted[middle] ?? 0;
	return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}
