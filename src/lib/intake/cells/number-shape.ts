/** Which sign stands before the decimals. The other one, if present, groups thousands. */
export type Style = 'point' | 'comma';

/** What the signs within a number tell, before its column is known. `text` has a point for decimals. */
export type Shape =
	/** Nothing to decide; `grouped` by spaces or apostrophes. */
	| { kind: 'whole'; text: string; grouped: boolean }
	/** Its separator is without doubt of decimals. */
	| { kind: 'decimal'; text: string; style: Style }
	/** Its separators are without doubt of thousands. */
	| { kind: 'grouped'; text: string; style: Style }
	/** `1.380`: two numbers, and only its column can tell. */
	| { kind: 'either'; point: string; comma: string }
	| { kind: 'wrong-groups' }
	| { kind: 'none' };

const styleOf: Readonly<Record<string, Style>> = { '.': 'point', ',': 'comma' };

/** Reads digits and separators only: signs, currency and percent are taken off before. */
export function shapeOf(core: string): Shape {
	const text = core.replace(/[\u00A0\u2000-\u200A\u202F\u205F]/g, ' ').replace(/[’‘´`ʼ′]/g, "'");
	if (/^\d+$/.test(text)) return { kind: 'whole', text, grouped: false };
	if (!/^[\d.,' ]*\d[\d.,' ]*$/.test(text)) return { kind: 'none' };
	return /[ ']/.test(text) ? gapped(text) : separated(text);
}

/** `60 000`, `1 234.50`, `1'234,50`, and the millions of Peruvian ledgers: `1'250,000.50`. */
function gapped(text: string): Shape {
	const ledger = /^([1-9]\d{0,2})'(\d{3}[.,]\d{3})([.,]\d+)?$/.exec(text);
	if (ledger) return separated(`${ledger[1]}${ledger[2]?.[3]}${ledger[2]}${ledger[3] ?? ''}`, true);

	if (!/^\d{1,3}([ ']\d{3})+([.,]\d+)?$/.test(text)) return { kind: 'wrong-groups' };
	const plain = text.replace(/[ ']/g, '');
	const separator = /[.,]/.exec(plain)?.[0];
	if (separator === undefined) return { kind: 'whole', text: plain, grouped: true };
	return decimal(plain, separator);
}

function separated(text: string, millions = false): Shape {
	if (/^[1-9]\d{0,2}(,\d{3})+\.\d+$/.test(text)) return decimal(text.replaceAll(',', ''), '.');
	if (/^[1-9]\d{0,2}(\.\d{3})+,\d+$/.test(text)) return decimal(text.replaceAll('.', ''), ',');
	if (/^[1-9]\d{0,2}(,\d{3}){2,}$/.test(text)) return grouped(text, 'point');
	if (/^[1-9]\d{0,2}(\.\d{3}){2,}$/.test(text)) return grouped(text, 'comma');
	if (millions) return { kind: 'wrong-groups' };

	const one = /^(\d*)([.,])(\d+)$/.exec(text);
	if (!one) return { kind: 'wrong-groups' };
	const [, before = '', separator = '.', after = ''] = one;
	if (/^[1-9]\d{0,2}$/.test(before) && after.length === 3) {
		const point = separator === '.' ? `${before}.${after}` : before + after;
		const comma = separator === ',' ? `${before}.${after}` : before + after;
		return { kind: 'either', point, comma };
	}
	return decimal(text, separator);
}

function grouped(text: string, style: Style): Shape {
	return { kind: 'grouped', text: text.replace(/[.,]/g, ''), style };
}

function decimal(text: string, separator: string): Shape {
	const style = styleOf[separator] ?? 'point';
	return { kind: 'decimal', text: text.replace(',', '.').replace(/^\./, '0.'), style };
}
