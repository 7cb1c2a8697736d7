import { datasets } from '#lib/datasets/index.ts';
import type { Row } from '#lib/domain/record.ts';
import type { Places } from '#lib/domain/place.ts';
import type { Choices } from '#lib/intake/check.ts';
import { checkLarge, type LargeChecked } from '#lib/intake/check-large.ts';
import { places as fewPlaces, today } from './given.ts';

/** Reads bytes as a large file is read: in pieces of some size, its start opened first. */
export async function checkInParts(
	bytes: Uint8Array,
	{
		piece,
		head,
		choices,
		places = fewPlaces
	}: { piece: number; head?: number; choices?: Choices; places?: Places }
): Promise<LargeChecked & { stored: Row[]; readings: number }> {
	let stored: Row[] = [];
	let readings = 0;
	const checked = await checkLarge({
		datasets,
		places,
		today,
		...(choices ? { choices } : {}),
		...(head === undefined ? {} : { head }),
		async *read() {
			for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
		},
		decode: (part, encoding) =>
			new TextDecoder(encoding === 'utf-8-bom' ? 'utf-8' : encoding).decode(part),
		pause: async () => undefined,
		sink: {
			restart() {
				stored = [];
				readings++;
			},
			add(_, rows) {
				stored.push(...rows);
			}
		}
	});
	return { ...checked, stored, readings };
}
