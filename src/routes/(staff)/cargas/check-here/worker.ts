import { datasets } from '#lib/datasets/index.ts';
import { unpackPlaces, type PackedPlaces } from '#lib/domain/packed-places.ts';
import type { Places } from '#lib/domain/place.ts';
import { checkFile } from '#lib/intake/check.ts';
import type { Answer, Question } from './messages.ts';

// The same code as on the server, in a thread of its own: the page never stops answering.

let known: Promise<{ today: string; places: Places }> | undefined;

self.addEventListener('message', ({ data }: MessageEvent<Question>) => {
	void answer(data);
});

async function answer({ id, bytes, choices, fileName }: Question): Promise<void> {
	const say = (rest: Omit<Answer, 'id'>) => self.postMessage({ id, ...rest });
	try {
		known ??= loadPlaces();
		const { today, places } = await known;
		const checked = checkFile(bytes, { datasets, places, today, choices, fileName });
		const { verdict, dataset, reading, rows, findings } = checked;
		say({ checked: { verdict, dataset, reading, rows: rows.length, findings } });
	} catch (error) {
		// Without the registry nothing can be said here; the server checks the file all the same.
		known = undefined;
		say({ problem: String(error) });
	}
}

async function loadPlaces() {
	const response = await fetch('/cargas/lugares.json');
	if (!response.ok) throw new Error(`lugares.json: ${response.status}`);
	const packed: PackedPlaces & { today: string } = await response.json();
	return { today: packed.today, places: unpackPlaces(packed) };
}
