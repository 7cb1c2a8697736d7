import { datasets } from '#lib/datasets/index.ts';

type Note = { dataset: string; note: string; rows: number };

/** The senders' notes under the title of their dataset, in the order of the datasets. */
export function notesByDataset(notes: readonly Note[]) {
	return datasets.flatMap(({ id, title }) => {
		const found = notes.filter(({ dataset }) => dataset === id).map(({ note }) => note);
		return found.length === 0 ? [] : [{ id, title, notes: found }];
	});
}

/** Whether some service got its quarter or its code from whoever typed it in, and says so. */
export function hasOwnCoding(notes: readonly Note[]): boolean {
	return notes.some(
		({ dataset, note }) => dataset === 'servicios' && /codificación propia/i.test(note)
	);
}
