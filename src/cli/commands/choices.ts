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
	const bare = Object.entries(values).find(([name, value]) => {
		const all = Array.isArray(value) ? value : [value];
		return all.some((one) => (name === 'json') !== (typeof one === 'boolean'));
	});
	if (bare)
		return {
			problem:
				bare[0] === 'json' ? 'La opción --json no lleva valor.' : `Falta el valor de --${bare[0]}.`
		};
	if (typeof conjunto === 'string' && !findDataset(conjunto))
		return { problem: `No existe el conjunto «${conjunto}».` };
	if (positionals.length === 0) return { problem: 'Escriba el nombre de un archivo.' };

	// A heading may hold «=» or «,», and so may a value: each pair is cut on the side that is ours.
	const columns = pairs(columnas, 'after', (pair) => pair.lastIndexOf('='));
	const fixed = pairs(valores, 'before', (pair) => pair.indexOf('='));
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

/**
 * `a=b,c=d` as an object; undefined when a pair has no name or no `=`. A piece without `=` had a comma
 * in it: of the heading that comes `after` it, or of the value `before` it.
 */
function pairs(
	given: unknown,
	comma: 'after' | 'before',
	cutOf: (pair: string) => number
): Record<string, string> | undefined {
	if (given === undefined) return {};
	if (!Array.isArray(given)) return undefined;
	const found: [string, string][] = [];
	for (const option of given.map(String)) {
		for (const pair of option.split(comma === 'after' ? afterPair : beforePair).filter(Boolean)) {
			const cut = cutOf(pair);
			if (cut < 1) return undefined;
			found.push([pair.slice(0, cut).trim(), pair.slice(cut + 1).trim()]);
		}
	}
	return Object.fromEntries(found);
}

const afterPair = /(?<==[^,=]*),/;
const beforePair = /,(?=[^,=]*=)|,$/;
