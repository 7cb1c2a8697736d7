import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import type { Finding } from '#lib/domain/finding.ts';
import { describeEngines } from '../engines.ts';
import { useDoor } from './given.ts';

const printed = (dataset: string) =>
	readFileSync(new URL(`../fixtures/ilo-impreso/${dataset}-impreso.csv`, import.meta.url), 'utf8');

/** Each contradiction of the printed table, with the two numbers that its finding must name. */
const contradictions: readonly [code: string, column: string, one: string, other: string][] = [
	['DQ01', 'Población total', '51,481', '51,181'],
	['DQ02', 'Población total', '51,481', '51,181'],
	['DQ03', 'Población total', '51,181', '51481'],
	['DQ04', 'PEA mujeres', '55.9', '5592'],
	['DQ05', 'PEA mujeres', '14,147.9', '5,592'],
	['DQ06', 'Ocupados en agricultura', '57.5', '32.5'],
	['DQ08', 'PEA ocupada de 15 y más años', '57.5', '58.5']
];

describeEngines('the table of Ilo as it was printed', (engine) => {
	const door = useDoor();
	let findings: readonly Finding[] = [];
	let id = '';

	beforeAll(async () => {
		await door.load(engine.db, printed('municipios'));
		const checked = await door.send(engine.db, printed('contexto'));
		({ findings, id } = checked);
		expect(checked).toMatchObject({ state: 'rechazada', verdict: 'rejected' });
	});

	test('keeps its area, written 1.380,6', async () => {
		const place = await engine.db
			.selectFrom('municipality')
			.where('ubigeo', '=', '180301')
			.select('area_km2')
			.executeTakeFirstOrThrow();
		expect(place.area_km2).toBe(1380.6);
	});

	test.each(contradictions)('%s on «%s» names %s and %s', (code, column, one, other) => {
		const found = findings.filter((finding) => finding.code === code && finding.line === 2);
		const named = found.find(
			({ message, ...finding }) =>
				finding.column === column && message.includes(one) && message.includes(other)
		);
		expect(named, JSON.stringify(found)).toBeDefined();
	});

	test('says nothing against growth and density as printed', () => {
		const codes = new Set(findings.map(({ code }) => code));
		expect([codes.has('DQ10'), codes.has('DQ18')]).toEqual([false, false]);
	});

	test('changes nothing that anybody reads, and cannot be confirmed', async () => {
		await expect(door.confirm(engine.db, id)).rejects.toThrow('tiene errores');
		const records = await engine.db
			.selectFrom('record')
			.where('dataset', '=', 'contexto')
			.select('id')
			.execute();
		expect(records).toEqual([]);
	});

	test('shares of 62, 14 and 14 are 90, and 62 % of 67 is no whole number of activities', async () => {
		const checked = await door.send(engine.db, printed('actividades'));
		expect(checked).toMatchObject({ state: 'por_confirmar', verdict: 'warnings' });
		const told = checked.findings.filter(({ code }) => code === 'DQ11').map((each) => each.message);
		expect(told[0]).toContain('62 + 14 + 14 = 90, no 100: quedan 10 puntos sin explicar');
		// 41 ÷ 67 = 61.19 %, 42 ÷ 67 = 62.69 %.
		expect(told[1]).toContain('41 de 67 es 61.19 % y 42 de 67 es 62.69 %');
	});
});
