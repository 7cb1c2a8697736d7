import { expect, test } from 'vitest';
import type { HistoryRule } from '#lib/quality/history.ts';
import { keptWarnings } from '#lib/server/queries/kept-warnings.ts';
import { againstHistory } from '#lib/server/submissions/against-history.ts';
import { check } from '#lib/server/submissions/check.ts';
import { closeQuarter, openQuarter } from '#lib/server/submissions/closed.ts';
import { explain, reasonsOf, unexplained } from '#lib/server/submissions/reasons.ts';
import { Refusal } from '#lib/server/submissions/refusal.ts';
import { retireMissing } from '#lib/server/submissions/retire.ts';
import { changesOf } from '#lib/server/submissions/review.ts';
import { stepOf } from '#lib/server/submissions/step.ts';
import { submissionById } from '#lib/server/submissions/state.ts';
import { publicViewer } from '#lib/server/visibility.ts';
import { describeEngines } from '../engines.ts';
import { memberships, population, registry, services, today, useDoor } from './given.ts';

const account = null;
const head =
	'municipio_id,periodo,institucion,tipo_institucion,categoria,tipo_servicio,estado,usuarios\n';
const fair = (municipality: string, quarter: string, users: number) =>
	`${municipality},${quarter},Municipalidad,municipal,MER,ferias,activo,${users}\n`;

describeEngines('a file beside earlier quarters', (engine) => {
	const door = useDoor();
	const review = (id: string) => changesOf(engine.db, id, { originals: door.originals, today });

	test('is compared with the quarter before, by key without the quarter', async () => {
		await door.load(engine.db, registry);
		await door.load(engine.db, memberships);
		const mine = (quarter: string, users: number) => fair('990001', quarter, users);
		const other = '990001,2026-T1,Caja,municipal,FIN,ahorro,activo,5\n';
		await door.load(engine.db, head + mine('2026-T1', 30) + other);

		const fresh = '990001,2026-T2,Caja,municipal,FIN,microcredito,activo,7\n';
		const { id, counts } = await door.send(engine.db, head + mine('2026-T2', 33) + fresh);
		// Against the same quarter everything is new.
		expect(counts).toMatchObject({ nuevas: 2, cambian: 0, faltan: 0 });
		const { previous } = (await review(id)) ?? {};
		expect(previous?.quarters).toEqual(['2026-T1']);
		expect(previous?.changed.map(({ cells }) => cells)).toEqual([
			[{ column: 'usuarios', before: 30, after: 33 }]
		]);
		expect(previous?.added.map(({ line }) => line)).toEqual([3]);
		expect(previous?.missing.map(({ line }) => line)).toEqual([3]);
		expect(previous).toMatchObject({ equal: 0, untouched: false });
	});

	test('a template that came back untouched says so and goes to the last screen', async () => {
		await door.load(engine.db, services('990002', '2026-T1', ['FIN']));
		const { id, findings, verdict } = await door.send(
			engine.db,
			services('990002', '2026-T2', ['FIN'])
		);
		expect(verdict).toBe('accepted');
		expect(findings.map(({ code }) => code)).toEqual(['same-as-previous']);
		expect(findings[0]?.message).toContain('Sin cambios respecto al I trimestre 2026');
		expect(stepOf(await submissionById(engine.db, id), findings)).toBe('confirmar');

		const changed = await door.send(engine.db, services('990002', '2026-T2', ['FIN', 'MER']));
		expect(changed.findings).toEqual([]);
		expect(stepOf(await submissionById(engine.db, changed.id), [])).toBe('cambios');
	});

	test('what is yearly or of nobody is compared with no quarter', async () => {
		const { id } = await door.send(engine.db, population('990001', { 2017: 1000 }));
		expect((await review(id))?.previous).toBeUndefined();
	});

	test('a row is judged by its own past: stored, and earlier quarters of the same file', async () => {
		const quarters = ['2024-T4', '2025-T1', '2025-T2', '2025-T3', '2025-T4'];
		const past = quarters.map((quarter, index) => fair('990003', quarter, 300 + index));
		// Of another municipality, and of a quarter after the one judged: no past of it.
		const foreign = fair('990002', '2025-T4', 9) + fair('990003', '2026-T3', 9);
		await door.load(engine.db, head + past.join('') + foreign);
		const csv = head + fair('990003', '2026-T1', 310) + fair('990003', '2026-T2', 3000);
		const { id } = await door.send(engine.db, csv);

		const seen: unknown[] = [];
		const rule: HistoryRule = {
			id: 'DQ99',
			severity: 'warning',
			says: 'Prueba.',
			applies: () => true,
			check: (cells, history) => {
				seen.push([cells.periodo, history.map((one) => [one.quarter, one.cells.usuarios])]);
				return [{ column: 'usuarios', asksReason: true, message: 'Explíquelo.' }];
			}
		};
		const file = await review(id);
		if (!file) throw new Error('The file has errors.');
		const found = await againstHistory(engine.db, file, { ofHistory: [rule], ofContext: [] });
		const stored = quarters.map((quarter, index) => [quarter, 300 + index]);
		expect(seen).toEqual([
			['2026-T1', stored],
			['2026-T2', [...stored, ['2026-T1', 310]]]
		]);
		expect(found[1]).toEqual({
			code: 'DQ99',
			severity: 'warning',
			line: 3,
			column: 'Microempresas atendidas',
			field: 'usuarios',
			found: '3000',
			asksReason: true,
			message: 'Fila 3, columna «Microempresas atendidas»: leímos «3000». Explíquelo.'
		});
	});

	test('a closed quarter asks for a reason, which stays while it is asked and is shown to staff', async () => {
		await door.load(engine.db, services('990003', '2023-T3', ['FIN']));
		await closeQuarter(engine.db, '2023-T3', { account });
		// What changes nothing asks nothing.
		const equal = await door.send(engine.db, services('990003', '2023-T3', ['FIN']));
		expect(equal.findings.map(({ code }) => code)).not.toContain('closed-quarter');

		const csv = services('990003', '2023-T3', ['FIN', 'CAP']);
		const { id, findings } = await door.send(engine.db, csv);
		expect(findings).toMatchObject([{ code: 'closed-quarter', asksReason: true }]);
		expect(stepOf(await submissionById(engine.db, id), findings)).toBe('correcciones');
		await expect(door.confirm(engine.db, id)).rejects.toThrow('Explique');

		const say = (code: string, text: string) => explain(engine.db, id, { code, text, account });
		await expect(say('DQ99', 'x')).rejects.toThrow(Refusal);
		await expect(say('closed-quarter', 'a'.repeat(1001))).rejects.toThrow(Refusal);
		await say('closed-quarter', 'Se olvidó un servicio.');
		await say('closed-quarter', '  ');
		expect(await unexplained(engine.db, id)).toHaveLength(1);
		await say('closed-quarter', ' La capacitación empezó en julio. ');
		expect(await unexplained(engine.db, id)).toEqual([]);

		const receipt = await door.confirm(engine.db, id);
		expect(receipt.reasons).toMatchObject([{ text: 'La capacitación empezó en julio.' }]);
		const staff = { account, role: 'administracion' } as const;
		const kept = await keptWarnings(engine.db, { viewer: staff, quarter: '2023-T3' }).execute();
		expect(kept).toMatchObject([
			{
				submission: id,
				code: 'closed-quarter',
				text: 'La capacitación empezó en julio.',
				first_finding: { code: 'closed-quarter' }
			}
		]);
		const none = await keptWarnings(engine.db, { viewer: staff, quarter: '2023-T2' }).execute();
		expect(none).toEqual([]);
		expect(await keptWarnings(engine.db, { viewer: publicViewer }).execute()).toEqual([]);
		await openQuarter(engine.db, '2023-T3', { account });
	});

	test('a quarter closed between check and confirmation is not changed unseen; its reason goes with the warning', async () => {
		const csv = services('990003', '2023-T3', ['FIN', 'CAP', 'TEC']);
		const { id } = await door.send(engine.db, csv);
		await closeQuarter(engine.db, '2023-T3', { account });
		await expect(door.confirm(engine.db, id)).rejects.toThrow('Revise de nuevo');

		const options = { originals: door.originals, today };
		await check(engine.db, id, options);
		await explain(engine.db, id, { code: 'closed-quarter', text: 'Así fue.', account });
		await check(engine.db, id, options);
		expect(await reasonsOf(engine.db, id)).toHaveLength(1);
		await openQuarter(engine.db, '2023-T3', { account });
		await check(engine.db, id, options);
		expect(await reasonsOf(engine.db, id)).toEqual([]);
	});

	test('rows that are missing are retired only on request, never more than were shown', async () => {
		const whole = services('990002', '2025-T2', ['FIN', 'MER']);
		const shorter = whole
			.split('\n')
			.filter((line) => !line.includes('ferias'))
			.join('\n');
		await door.load(engine.db, whole);
		const { id, counts } = await door.send(engine.db, shorter);
		expect(counts).toMatchObject({ iguales: 4, faltan: 1 });
		await retireMissing(engine.db, id, true, { account });
		expect((await review(id))?.retire).toBe(true);

		// Another row arrives meanwhile: nobody was shown that it would be retired.
		await door.load(engine.db, head + '990002,2025-T2,Caja,municipal,FIN,ahorro,activo,5\n');
		await expect(door.confirm(engine.db, id)).rejects.toThrow(Refusal);

		const again = await door.send(engine.db, shorter);
		expect(again.counts).toMatchObject({ faltan: 2 });
		await retireMissing(engine.db, again.id, true, { account });
		await retireMissing(engine.db, again.id, false, { account });
		const kept = await door.confirm(engine.db, again.id);
		expect(kept).toMatchObject({ unchanged: true, counts: { faltan: 2 } });
		expect(kept.counts).not.toHaveProperty('retiradas');
	});

	test('a registry retires nothing', async () => {
		const { id } = await door.send(engine.db, memberships);
		await expect(retireMissing(engine.db, id, true, { account })).rejects.toThrow('Hasta');
	});

	test('a registry that would read other figures than those stored says so', async () => {
		await door.load(engine.db, population('990001', { 2017: 1000 }));
		const other = registry.replaceAll(',distrito,', ',provincia,');
		const { findings, verdict } = await door.send(engine.db, other);
		expect(verdict).toBe('warnings');
		// Only of the municipality of which figures of a scope are stored.
		const told = findings.filter(({ code }) => code === 'scope-changes');
		expect(told).toMatchObject([
			{ line: 2, field: 'ambito_datos', found: 'provincia', replacement: 'distrito' }
		]);
		expect(told[0]?.message).toContain('Alta Queuña');
	});
});
