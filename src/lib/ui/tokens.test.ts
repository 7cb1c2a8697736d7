import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { colours } from '#lib/charts/style.ts';

const css = readFileSync(new URL('styles/tokens.css', import.meta.url), 'utf8');

function token(name: string): string {
	const found = new RegExp(`--${name}: (#[0-9a-f]{6})`).exec(css)?.[1];
	if (!found) throw new Error(`No token ${name}`);
	return found;
}

/** WCAG contrast of two colours `#rrggbb`. */
function contrast(one: string, other: string): number {
	const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
	return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
	const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
		const part = parseInt(colour.slice(start, start + 2), 16) / 255;
		return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

describe('colours', () => {
	test('of text reach 4.5 on white and on paper', () => {
		const text = ['tinta', 'tinta-2', 'marca', 'enlace', 'visitado', 'mio', 'favorable'];
		for (const name of [...text, 'desfavorable', 'marca-oscura']) {
			expect(contrast(token(name), '#ffffff'), name).toBeGreaterThanOrEqual(4.5);
			expect(contrast(token(name), token('papel')), name).toBeGreaterThanOrEqual(4.5);
		}
		expect(contrast(token('sin-dato'), '#ffffff')).toBeGreaterThanOrEqual(4.5);
	});

	test('of notes reach 4.5 on their own ground', () => {
		for (const name of ['peligro', 'aviso', 'exito']) {
			expect(contrast(token(name), token(`${name}-fondo`)), name).toBeGreaterThanOrEqual(4.5);
		}
		expect(contrast(token('enlace'), token('aviso-fondo'))).toBeGreaterThanOrEqual(4.5);
		expect(contrast(token('tinta'), token('info-fondo'))).toBeGreaterThanOrEqual(4.5);
	});

	test('of controls and marks reach 3 on white', () => {
		for (const name of ['borde-control', 'contexto', 'mio', 'marca']) {
			expect(contrast(token(name), '#ffffff'), name).toBeGreaterThanOrEqual(3);
		}
		expect(contrast(token('foco'), token('tinta'))).toBeGreaterThanOrEqual(3);
	});

	test('are the same in figures and in pages', () => {
		const names = { tinta2: 'tinta-2' } as Record<string, string>;
		for (const [name, value] of Object.entries(colours)) {
			expect(value.toLowerCase()).toBe(token(names[name] ?? name));
		}
	});
});
