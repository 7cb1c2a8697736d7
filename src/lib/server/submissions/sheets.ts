import { open, readFile } from 'node:fs/promises';
import { datasets } from '#lib/datasets/index.ts';
import { sheetsOf } from '#lib/intake/xlsx/read.ts';
import { isWorkbook } from '#lib/intake/xlsx/sniff.ts';
import type { Arrival } from './receive.ts';

/** A sheet that was not taken, and why in words. */
export type LeftSheet = { readonly fileName: string; readonly sheet: string; readonly why: string };

/**
 * A workbook with several tables as one arrival a table, all of the same bytes; anything else as it
 * came. A workbook that cannot be opened comes as it is too: its check will say why.
 */
export async function sheetsApart(
	arrival: Arrival
): Promise<{ arrivals: readonly Arrival[]; left: readonly LeftSheet[] }> {
	const whole = { arrivals: [arrival], left: [] };
	if (arrival.choices?.sheet !== undefined) return whole;
	const bytes = await workbookBytes(arrival.bytes);
	const sheets = bytes && sheetsOf(bytes, { datasets });
	if (!sheets || 'refusal' in sheets) return whole;

	const tables = sheets.filter(({ dataset }) => dataset !== null);
	const filled = tables.filter(({ rows }) => rows > 0);
	// One table alone needs no choosing: its check finds it, and names the other sheets.
	if (tables.length < 2 || filled.length === 0) return whole;
	const [only] = filled;
	const { dataset = null } = only ?? {};
	const isAlone = tables.filter((sheet) => sheet.dataset === dataset).length === 1;
	if (filled.length === 1 && dataset !== null && isAlone)
		return { ...whole, arrivals: [{ ...arrival, choices: { ...arrival.choices, dataset } }] };
	return {
		arrivals: filled.map(({ name, dataset }) => ({
			...arrival,
			choices: { ...arrival.choices, sheet: name, ...(dataset !== null && { dataset }) }
		})),
		left: sheets
			.filter((sheet) => !filled.includes(sheet))
			.map(({ name, dataset, rows }) => ({
				fileName: arrival.fileName,
				sheet: name,
				why:
					rows === 0
						? dataset === null
							? 'está vacía'
							: 'no tiene filas con datos'
						: 'no tiene una tabla de las nuestras'
			}))
	};
}

async function workbookBytes(bytes: Arrival['bytes']): Promise<Uint8Array | undefined> {
	if (bytes instanceof Uint8Array) return isWorkbook(bytes) ? bytes : undefined;
	// A large CSV is not read only to see that it is no workbook.
	const file = await open(bytes.path);
	try {
		const { buffer } = await file.read(Buffer.alloc(2), 0, 2, 0);
		if (buffer.toString('latin1') !== 'PK') return undefined;
	} finally {
		await file.close();
	}
	const whole = await readFile(bytes.path);
	return isWorkbook(whole) ? whole : undefined;
}
