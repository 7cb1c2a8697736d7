import { datasets, findDataset } from '#lib/datasets/index.ts';
import { unpackPlaces, type PackedPlaces } from '#lib/domain/packed-places.ts';
import type { Places } from '#lib/domain/place.ts';
import { checkFile, type Choices } from '#lib/intake/check.ts';
import { sheetsOf } from '#lib/intake/xlsx/read.ts';
import { isWorkbook } from '#lib/intake/xlsx/sniff.ts';
import type { Answer, CheckedHere, Question } from './messages.ts';

// The same code as on the server, in a thread of its own: the page never stops answering.

let known: Promise<{ today: string; places: Places }> | undefined;

self.addEventListener('message', ({ data }: MessageEvent<Question>) => {
	void answer(data);
});

async function answer(question: Question): Promise<void> {
	const { id } = question;
	const say = (rest: Omit<Answer, 'id'>) => self.postMessage({ id, ...rest });
	try {
		known ??= loadPlaces();
		const given = await known;
		say({ checked: readingsOf(question).map((choices) => checkOne(question, choices, given)) });
	} catch (error) {
		// Without the registry nothing can be said here; the server checks the file all the same.
		known = undefined;
		say({ problem: String(error) });
	}
}

/** One reading a file; one a table for a workbook in which nobody chose a sheet. */
function readingsOf({ bytes, choices = {} }: Question): Choices[] {
	if (!isWorkbook(bytes) || choices.sheet !== undefined) return [choices];
	const sheets = sheetsOf(bytes, { datasets });
	if ('refusal' in sheets) return [choices];
	const tables = sheets.filter(({ dataset, rows }) => dataset !== null && rows > 0);
	if (tables.length < 2) return [choices];
	return tables.map(({ name }) => ({ ...choices, sheet: name }));
}

function checkOne(
	{ bytes, fileName }: Question,
	choices: Choices,
	{ today, places }: { today: string; places: Places }
): CheckedHere {
	const { verdict, dataset, reading, rows, findings } = checkFile(bytes, {
		datasets,
		places,
		today,
		choices,
		fileName
	});
	const title = findDataset(dataset ?? '')?.title ?? null;
	return { verdict, dataset, title, reading, rows: rows.length, findings };
}

async function loadPlaces() {
	const response = await fetch('/cargas/lugares.json');
	if (!response.ok) throw new Error(`lugares.json: ${response.status}`);
	const packed: PackedPlaces & { today: string } = await response.json();
	return { today: packed.today, places: unpackPlaces(packed) };
}
