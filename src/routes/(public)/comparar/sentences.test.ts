import { describe, expect, test } from 'vitest';
import type { Chosen } from './chosen.ts';
import { tellApart } from './chosen.ts';
import { gapOf } from './differences.ts';
import type { FigureAt } from './figure-at.ts';
import { everyCompared } from './measures.ts';
import { cellText, figureHeadline, figureNote, figureSubtitle, leadSentence } from './sentences.ts';

function compared(id: string, dimension = '') {
	const found = everyCompared.find((one) => one.id === id && one.dimension === dimension);
	if (!found) throw new Error(`${id} is not compared.`);
	return found;
}

function place(name: string, fictional = false): Chosen {
	return { ubigeo: name, name, place: '', href: '', fictional };
}

function figure(value: number | null, period: FigureAt['period'] = '2026-T3'): FigureAt {
	const state = value === null ? 'no_reporto' : 'ok';
	return { period, value, state, flags: [], provisional: true };
}

const places = [place('Ilo'), place('Villa Alborada', true), place('Ate')];

describe('a figure of several places', () => {
	test('is headed by what each has, in their order, and who has nothing', () => {
		expect(
			figureHeadline(compared('IDX02'), places, [figure(52.14), figure(40), figure(null)], 2026)
		).toBe('Índice IDEL: Ilo 52.1 y Villa Alborada 40.0; sin dato de Ate.');
	});

	test('tells the year of a yearly figure that is not of the year shown', () => {
		expect(
			figureHeadline(
				compared('CTX01'),
				places,
				[figure(60053, '1999'), figure(65917, '2026'), figure(null)],
				2026
			)
		).toBe('Población: Ilo 60,053 (1999) y Villa Alborada 65,917; sin dato de Ate.');
	});

	test('says its unit, its periods, and an axis that does not start at zero', () => {
		expect(figureSubtitle(compared('MIC02'), ['2024', '2025', '2026'], false)).toBe(
			'Unidad: por 1,000 hab. De 2024 a 2026. El eje no empieza en cero.'
		);
		expect(figureSubtitle(compared('IDX02'), ['2026-T3'])).toBe(
			'Unidad: de 100. III trimestre 2026.'
		);
	});

	test('names the invented ones when others are real', () => {
		expect(figureNote(places, [])).toBe('Cifras inventadas: Villa Alborada.');
		expect(figureNote([place('A', true), place('B', true)], [])).toBe('Cifras inventadas.');
		expect(figureNote([place('Ilo')], [{ ...figure(4), state: 'parcial' }])).toBe(
			'Parcial: falta una parte de los datos.'
		);
	});

	test('writes a blank as a blank with its reason', () => {
		expect(cellText({ value: null, state: 'vencido' }, { decimals: 1 })).toBe(
			'Sin dato: dato vencido'
		);
		expect(cellText({ value: 0, state: 'ok' }, { decimals: 1 })).toBe('0.0');
	});
});

describe('what is said first', () => {
	const row = (id: string, dimension: string, values: (number | null)[]) => {
		const figures = values.map((value) => figure(value));
		return { compared: compared(id, dimension), figures, gap: gapOf(figures) };
	};

	test('is where they differ most, without saying who is where', () => {
		expect(
			leadSentence(
				[row('IDX02', '', [50, 40]), row('SRV03', 'TEC', [1, 4]), row('CTX01', '', [5, null])],
				'en el III trimestre 2026'
			)
		).toBe(
			'En el III trimestre 2026, donde más se diferencian es en «Proveedores de servicios: tecnología»: de 1 a 4\u00a0instituciones. Se pueden comparar 2 de 3 cifras.'
		);
	});

	test('is that nothing can be compared, or that nothing differs', () => {
		expect(leadSentence([row('IDX02', '', [50, null])], 'en 2026')).toContain('no hay todavía');
		expect(leadSentence([row('IDX02', '', [50, 50])], 'en 2026')).toContain('no se diferencian');
	});
});

test('two places of one name are told apart by their province', () => {
	const row = { department: 'Áncash', fictional: false, name: 'San Marcos' };
	expect(
		tellApart([
			{ ...row, ubigeo: '021014', province: 'Huari' },
			{ ...row, ubigeo: '060101', province: null },
			{ ...row, ubigeo: '180301', province: 'Ilo', department: 'Moquegua', name: 'Ilo' }
		]).map(({ name, place: where, href }) => [name, where, href])
	).toEqual([
		['San Marcos (Huari)', 'Huari, Áncash', '/municipalidades/021014-san-marcos'],
		['San Marcos (060101)', 'Áncash', '/municipalidades/060101-san-marcos'],
		['Ilo', 'Moquegua', '/municipalidades/180301-ilo']
	]);
});
