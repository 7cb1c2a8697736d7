import { parseArgs } from 'node:util';
import { findDataset } from '#lib/datasets/index.ts';
import type { Choices } from '#lib/intake/check.ts';

/** What was typed after the command, or what is wrong with it in Spanish. */
export type FileArguments = {
	readonly files: readonly string[];
	readonly choices: Choices;
	readonly json: boolean;
};

/** Reads `FILE… [--conjunto X] [--columnas theirs=ours,…] [--valores column=value,…] [--json]`. */
export function readArguments(args: readonly string[]): FileArguments | { problem: string } {
	const { values, positionals } = parseArgs({
		args: [...args],
		allowPositionals: true,
		strict: false,
		options: {
			conjunto: { type: 'string' },
			columnas: { type: 'string', multiple: true },
			valores: { type: 'string', multiple: true },
			json: { type: 'boolean' }
		}
	});
	const unknown = Object.keys(values).find((name) => !known.has(name));
	if (unknown) return { problem: `No existe la opción --${unknown}.` };
	const { conjunto, columnas, valores, json } = values;
	if (typeof conjunto === 'string' && !findDataset(conjunto))
		return { problem: `No existe el conjunto «${conjunto}».` };
	if (positionals.length === 0) return { problem: 'Escriba el nombre de un archivo.' };

	// A heading may hold «=», and so may a value: each pair is cut on the side that is ours.
	const columns = pairs(columnas, (pair) => pair.lastIndexOf('='));
	const fixed = pairs(valores, (pair) => pair.indexOf('='));
	if (!columns) return { problem: 'Escriba --columnas como suya=nuestra,suya=nuestra.' };
	if (!fixed) return { problem: 'Escriba --valores como columna=valor,columna=valor.' };
	return {
		files: positionals,
		json: json === true,
		choices: {
			...(typeof conjunto === 'string' && { dataset: conjunto }),
			...(Object.keys(columns).length > 0 && { columns }),
			...(Object.keys(fixed).length > 0 && { values: fixed })
		}
	};
}

const known = new Set(['conjunto', 'columnas', 'valores', 'json']);

/** `a=b,c=d` as an object; undefined when a pair has no name or no `=`. */
function pairs(
	given: unknown,
	cutOf: (pair: string) => number
): Record<string, string> | undefined {
	if (given === undefined) return {};
	if (!Array.isArray(given)) return undefined;
	const found: [string, string][] = [];
	for (const pair of given.map(String).join(',').split(',').filter(Boolean)) {
		const cut = cutOf(pair);
		if (cut < 1) return undefined;
		found.push([pair.slice(0, cut).trim(), pair.slice(cut + 1).trim()]);
	}
	return Object.fromEntries(found);
}
