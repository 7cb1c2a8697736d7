import { frozenChoices } from '#lib/server/submissions/reading.ts';
import { mostBytesHere } from '../../check-here/most-bytes.ts';
import type { Shown } from '../submission.ts';

/** Corrections that travel to the browser with the page. */
const mostCells = 500;

/** What the browser needs to read the file as the server did; null where it is left to the server. */
export function asRead(submission: Shown) {
	const choices = frozenChoices(submission);
	const rows = Object.keys(choices.cells ?? {}).length + (choices.leftOut?.length ?? 0);
	if (submission.bytes > mostBytesHere || rows > mostCells) return null;
	return { choices, fileName: submission.file_name };
}
