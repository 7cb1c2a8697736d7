import type { Answer, CheckedHere, Question } from './messages.ts';

/** Larger files are left to the server: an old computer should not be kept busy for long. */
export const mostBytesHere = 5 * 1024 * 1024;

let worker: Worker | undefined;
let last = 0;
const waiting = new Map<number, (checked: CheckedHere | undefined) => void>();

/**
 * Checks a file in the browser with the code of the server, before anything is sent. Undefined when
 * that is not possible here (no worker, no registry, a large file): then the server says it all.
 * What a file would change of what is stored only the server knows.
 */
export async function checkHere(question: Omit<Question, 'id'>): Promise<CheckedHere | undefined> {
	if (typeof Worker === 'undefined' || question.bytes.length > mostBytesHere) return undefined;
	const thread = startedWorker();
	const id = ++last;
	return new Promise((resolve) => {
		waiting.set(id, resolve);
		thread.postMessage({ id, ...question } satisfies Question);
	});
}

function startedWorker(): Worker {
	if (worker) return worker;
	const started = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
	started.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
		waiting.get(data.id)?.(data.checked);
		waiting.delete(data.id);
	});
	// A browser too old for modules in a worker: nobody is kept waiting.
	started.addEventListener('error', () => {
		for (const resolve of waiting.values()) resolve(undefined);
		waiting.clear();
		worker = undefined;
	});
	worker = started;
	return started;
}
