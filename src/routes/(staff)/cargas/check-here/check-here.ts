import { mostBytesHere } from './most-bytes.ts';
import type { Answer, CheckedHere, Question } from './messages.ts';

let worker: Worker | undefined;
let last = 0;
const waiting = new Map<number, (checked: readonly CheckedHere[] | undefined) => void>();

/**
 * Checks a file in the browser with the code of the server, before anything is sent. Undefined when
 * that is not possible here (no worker, no registry, a large file): then the server says it all.
 * What a file would change of what is stored only the server knows.
 */
export async function checkHere(
	question: Omit<Question, 'id'>
): Promise<readonly CheckedHere[] | undefined> {
	if (typeof Worker === 'undefined' || sparing() || question.bytes.length > mostBytesHere)
		return undefined;
	const thread = startedWorker();
	const id = ++last;
	return new Promise((resolve) => {
		waiting.set(id, resolve);
		thread.postMessage({ id, ...question } satisfies Question);
	});
}

/** Whether the person asked the browser to spare data: the check would be a hundred kilobytes more. */
function sparing(): boolean {
	const { connection }: Navigator & { connection?: { saveData?: boolean } } = navigator;
	return connection?.saveData === true;
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
