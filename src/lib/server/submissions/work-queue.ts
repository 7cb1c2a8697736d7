const place = Symbol.for('observatorio-idel.work');
const holder: typeof globalThis & { [place]?: () => void } = globalThis;

// The built server and the program that starts it load their own copies of this module; the queue is one.

/** Says what is to be called when there may be work; undefined when nobody works any more. */
export function setWorker(wake: (() => void) | undefined): void {
	if (wake) holder[place] = wake;
	else delete holder[place];
}

/** Tells the worker of this process, if it has one, that there may be work. */
export function wakeWork(): void {
	holder[place]?.();
}
