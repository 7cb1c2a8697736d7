import type { Finding } from '#lib/domain/finding.ts';
import { workbookFindings } from '../findings/workbook.ts';
import { readUtf8 } from '../utf8.ts';

/** One part of a zip, as its list of contents says. */
export type ZipPart = {
	readonly name: string;
	readonly method: number;
	readonly crc: number;
	/** Bytes in the file and bytes when inflated. */
	readonly packed: number;
	readonly size: number;
	/** Where its packed bytes start. */
	readonly start: number;
};

const million = 1024 * 1024;
const limits = { total: 200, part: 150, parts: 5000, ratio: 200, ratioFrom: 10 * million };

const endSign = 0x06054b50;
const listSign = 0x02014b50;
const partSign = 0x04034b50;

/** The parts of a zip by name, or why it is not opened. Nothing is inflated to know. */
export function partsOf(
	bytes: Uint8Array
): { parts: ReadonlyMap<string, ZipPart> } | { refusal: Finding } {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const end = endOf(view);
	if (end === undefined) return { refusal: workbookFindings.cut() };
	const count = view.getUint16(end + 10, true);
	if (count > limits.parts) return { refusal: workbookFindings.tooManyParts(count, limits.parts) };

	const parts = new Map<string, ZipPart>();
	let at = view.getUint32(end + 16, true);
	let total = 0;
	for (let index = 0; index < count; index++) {
		if (at + 46 > end || view.getUint32(at, true) !== listSign)
			return { refusal: workbookFindings.cut() };
		const length = view.getUint16(at + 28, true);
		const name = readUtf8(bytes.subarray(at + 46, at + 46 + length)).text;
		const isEncrypted = (view.getUint16(at + 8, true) & 0x41) !== 0;
		const part = partAt(view, at, name);
		const refusal = part
			? oddPart(part, isEncrypted, parts)
			: workbookFindings.damaged(name || 'contenido');
		if (refusal) return { refusal };
		if (part) {
			parts.set(name, part);
			total += part.size;
		}
		at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
	}
	if (total > limits.total * million)
		return { refusal: workbookFindings.tooLarge(Math.ceil(total / million), limits.total) };
	const overlapping = overlap([...parts.values()]);
	return overlapping ? { refusal: workbookFindings.repeatedPart(overlapping.name) } : { parts };
}

/** Where the end of the list of contents stands: a zip without it was cut. */
function endOf(view: DataView): number | undefined {
	const last = view.byteLength - 22;
	for (let at = last; at >= Math.max(0, last - 0xffff); at--)
		if (view.getUint32(at, true) === endSign) return at;
	return undefined;
}

/** A line of the list, if what it points at is there and is the same part. */
function partAt(view: DataView, at: number, name: string): ZipPart | undefined {
	const offset = view.getUint32(at + 42, true);
	if (offset + 30 > view.byteLength || view.getUint32(offset, true) !== partSign) return undefined;
	const own = view.getUint16(offset + 26, true);
	const start = offset + 30 + own + view.getUint16(offset + 28, true);
	const packed = view.getUint32(at + 20, true);
	if (own !== view.getUint16(at + 28, true) || start + packed > view.byteLength) return undefined;
	return {
		name,
		method: view.getUint16(at + 10, true),
		crc: view.getUint32(at + 16, true),
		packed,
		size: view.getUint32(at + 24, true),
		start
	};
}

function oddPart(
	{ name, size, packed }: ZipPart,
	isEncrypted: boolean,
	before: ReadonlyMap<string, ZipPart>
): Finding | undefined {
	if (isEncrypted) return workbookFindings.encrypted();
	if (/(^|\/)\.\.(\/|$)|^\/|[\\\0]|^[a-z]:/i.test(name)) return workbookFindings.oddName(name);
	if (before.has(name)) return workbookFindings.repeatedPart(name);
	if (size > limits.part * million)
		return workbookFindings.tooLarge(Math.ceil(size / million), limits.part);
	if (size > limits.ratioFrom && size > packed * limits.ratio)
		return workbookFindings.squeezed(name);
	return undefined;
}

/** A part whose bytes are also another's. */
function overlap(parts: readonly ZipPart[]): ZipPart | undefined {
	const inOrder = [...parts].sort((a, b) => a.start - b.start);
	return inOrder.find((part, index) => {
		const previous = inOrder[index - 1];
		return previous !== undefined && part.start < previous.start + previous.packed;
	});
}
