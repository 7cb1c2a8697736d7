import { beforeAll, expect, test } from 'vitest';
import { findDataset } from '#lib/datasets/index.ts';
import type { Dataset } from '#lib/datasets/types.ts';
import { templateCsv } from '#lib/intake/template.ts';
import { confirmPackage } from '#lib/server/submissions/confirm-package.ts';
import { checkPackage, packageOf, receivePackage } from '#lib/server/submissions/package.ts';
import { filledTemplates, quarterly } from '#lib/server/templates/prefill.ts';
import { templateWorkbook } from '#lib/server/templates/workbook.ts';
import { publicViewer as viewer } from '#lib/server/visibility.ts';
import { describeEngines } from '../engines.ts';
import {
	memberships,
	population,
	registry,
	services,
	today,
	useDoor
} from '../submissions/given.ts';

const funds = `municipio_id,fondo_id,periodo,nombre,tipo,moneda,capital_asignado,colocado
990001,ROTATORIO-1,2025-T3,=Fondo,rotatorio,PEN,60000,1.2345
`;

describeEngines('templates filled with what is stored', (engine) => {
	const door = useDoor();
	beforeAll(async () => {
		for (const csv of [registry, memberships, services('990001', '2025-T3', ['FIN']), funds])
			await door.load(engine.db, csv);
		await door.load(engine.db, population('990001', { 2017: 1000, 2020: 1100 }));
	});

	const dataset = (id: string): Dataset => {
		const found = findDataset(id);
		if (!found) throw new Error(id);
		return found;
	};
	const filled = async (asked: readonly Dataset[], period: string) => {
		const book = await filledTemplates(engine.db, asked, {
			viewer,
			municipality: '990001',
			period
		});
		if (!book) throw new Error('No such municipality.');
		return book;
	};

	test('of the same quarter and untouched, a CSV changes nothing', async () => {
		for (const id of ['servicios', 'fondos']) {
			const { sheets, names } = await filled([dataset(id)], '2025-T3');
			const csv = templateCsv(dataset(id), { delimiter: ';', rows: sheets[0]?.rows, names });
			expect(csv.split('\r\n')[1]).toMatch(/^990001;Alta Queuña;/);
			const { state, counts, findings } = await door.send(engine.db, csv);
			expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
			expect(state).toBe('por_confirmar');
			expect(counts).toMatchObject({ nuevas: 0, cambian: 0, faltan: 0 });
			expect(counts?.iguales).toBeGreaterThan(0);
		}
	});

	test('the workbook of the quarter, untouched, is a package that changes nothing', async () => {
		const book = await filled(quarterly, '2025-T3');
		expect(book.title).toBe('Alta Queuña, III trimestre 2025');
		const bytes = new Uint8Array(await templateWorkbook(book));
		const received = await receivePackage(engine.db, [
			{ originals: door.originals, bytes, fileName: 'trimestre.xlsx', account: null }
		]);
		const id = received.package ?? '';
		const options = { originals: door.originals, today, account: null };
		await checkPackage(engine.db, id, options);
		const { members, state } = await packageOf(engine.db, id);
		expect(members.map((member) => [member.dataset, member.errors])).toEqual([
			['servicios', 0],
			['fondos', 0]
		]);
		expect(state).toBe('por_confirmar');
		expect(received.left.map(({ sheet }) => sheet)).toContain('Guía');
		const receipt = await confirmPackage(engine.db, id, options);
		expect(receipt.unchanged).toBe(true);
		expect(receipt.counts).toEqual({ filas: 6, nuevas: 0, cambian: 0, iguales: 6, faltan: 0 });
	});

	test('the next quarter starts from the last one; a year from the last one told', async () => {
		const { sheets } = await filled([dataset('servicios'), dataset('contexto')], '2025-T4');
		expect(sheets.map(({ rows }) => rows.length)).toEqual([5, 1]);
		expect(sheets[0]?.rows.map((row) => row['periodo'])).toEqual(Array(5).fill('2025-T4'));
		expect(sheets[1]?.rows[0]).toMatchObject({ anio: '2020', poblacion_total: '1100' });
	});

	test('without anything stored the place and the quarter are there', async () => {
		const options = { viewer, municipality: '990003', period: '2025-T3' };
		const book = await filledTemplates(engine.db, [dataset('fondos')], options);
		expect(book?.sheets[0]?.rows).toEqual([{ municipio_id: '990003', periodo: '2025-T3' }]);
	});

	test('a municipality that there is not has no template', async () => {
		const options = { viewer, municipality: '990077', period: '2025-T3' };
		expect(await filledTemplates(engine.db, [dataset('fondos')], options)).toBeUndefined();
	});
});
