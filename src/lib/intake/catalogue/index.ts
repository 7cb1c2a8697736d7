import { cellEntries } from './of-cells.ts';
import type { Entry } from './entry.ts';
import { fileEntries } from './of-file.ts';
import { headerEntries } from './of-header.ts';
import { numberEntries } from './of-numbers.ts';
import { periodEntries } from './of-periods.ts';
import { placeEntries } from './of-places.ts';
import { rowEntries } from './of-rows.ts';
import { datasetEntries, qualityEntries, storedEntries } from './of-rules.ts';
import { workbookEntries } from './of-workbook.ts';

export { stages, type Entry, type Stage } from './entry.ts';

let all: readonly Entry[] | undefined;

/** Everything that the check of a file can say, each code once, in the order in which a file is read. */
export function catalogue(): readonly Entry[] {
	all ??= [
		...fileEntries,
		...workbookEntries,
		...headerEntries,
		...rowEntries,
		...cellEntries,
		...numberEntries,
		...periodEntries,
		...placeEntries,
		...datasetEntries(),
		...qualityEntries(),
		...storedEntries()
	];
	return all;
}
