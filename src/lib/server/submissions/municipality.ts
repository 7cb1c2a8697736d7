import type { FileRead } from './reading.ts';

/** The municipality (or network) that all rows of a file are about; undefined when there are several. */
export function onlyMunicipality({ checked, dataset }: FileRead): string | undefined {
	if (!dataset?.municipality) return undefined;
	const codes = new Set<unknown>();
	for (const { cells } of checked.rows) {
		const code = cells[dataset.municipality] ?? null;
		if (code !== null) codes.add(code);
		if (codes.size > 1) return undefined;
	}
	const [code] = codes;
	return code === undefined ? undefined : String(code);
}
