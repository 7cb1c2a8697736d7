/** Memory and delay of the event loop while something goes on: a timer of 5 ms, and the resident set. */
export async function watched<T>(
	work: () => Promise<T>
): Promise<{ result: T; peakMegabytes: number; delayP99: number }> {
	globalThis.gc?.();
	const before = process.memoryUsage.rss();
	const delays: number[] = [];
	let peak = before;
	let last = performance.now();
	const timer = setInterval(() => {
		const now = performance.now();
		delays.push(Math.max(0, now - last - 5));
		last = now;
		if (delays.length % 10 === 0) peak = Math.max(peak, process.memoryUsage.rss());
	}, 5);
	try {
		const result = await work();
		peak = Math.max(peak, process.memoryUsage.rss());
		delays.sort((a, b) => a - b);
		const delayP99 = delays[Math.floor(delays.length * 0.99)] ?? 0;
		return { result, peakMegabytes: (peak - before) / 1e6, delayP99 };
	} finally {
		clearInterval(timer);
	}
}
