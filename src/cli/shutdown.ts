import { log } from '#lib/server/log.ts';

/** Longest that closing may take: what is not done by then is undone by the database at the next start. */
const patience = 4000;

/** What must be closed before the process ends, in the opposite order of opening. */
export class Shutdown {
	readonly #steps: (() => Promise<void>)[] = [];
	readonly #abort = new AbortController();
	readonly #onSignal = () => void this.run(0);

	/** Until the pages are served, a signal ends the start itself. */
	constructor() {
		process.once('SIGTERM', this.#onSignal);
		process.once('SIGINT', this.#onSignal);
	}

	/** Tells what is under way that the process ends. */
	get signal(): AbortSignal {
		return this.#abort.signal;
	}

	get begun(): boolean {
		return this.signal.aborted;
	}

	add(step: () => Promise<void>): void {
		this.#steps.unshift(step);
	}

	/** From here on somebody else hears the signals, and calls `run` when the last request ended. */
	leaveSignals(): void {
		process.off('SIGTERM', this.#onSignal);
		process.off('SIGINT', this.#onSignal);
	}

	/** Closes everything and ends the process. */
	async run(code: number): Promise<void> {
		if (this.begun) return;
		this.#abort.abort();
		let failed = false;
		const late = setTimeout(() => {
			log.warn('closing-took-too-long');
			process.exit(code);
		}, patience);
		for (const step of this.#steps) {
			await step().catch((error: unknown) => {
				failed = true;
				log.error('close-failed', { error });
			});
		}
		clearTimeout(late);
		process.exit(failed ? 1 : code);
	}
}
