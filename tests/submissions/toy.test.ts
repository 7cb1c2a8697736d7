import { expect, test, vi } from 'vitest';
import { publicViewer } from '#lib/server/visibility.ts';
import { recordsOf } from '#lib/server/queries/records.ts';
import { describeEngines } from '../engines.ts';
import { registry, useDoor } from './given.ts';

// Each registry gets its one line, as it would be written there; nothing else knows of the toys.
vi.mock('#lib/datasets/index.ts', async (original) => {
	const real = await original<typeof import('#lib/datasets/index.ts')>();
	const { juguetes } = await import('./toy.ts');
	const datasets = [...real.datasets, juguetes];
	return { datasets, findDataset: (id: string) => datasets.find((one) => one.id === id) };
});
vi.mock('#lib/indicators/index.ts', async (original) => {
	const real = await original<typeof import('#lib/indicators/index.ts')>();
	const { JUG01 } = await import('./toy.ts');
	const indicators = [...real.indicators, JUG01];
	return {
		...real,
		indicators,
		computeMunicipality: (
			data: Parameters<typeof real.computeMunicipality>[0],
			list = indicators
		) => real.computeMunicipality(data, list)
	};
});

describeEngines('one more dataset and its indicator', (engine) => {
	const door = useDoor();

	test('need one declaration each: file, record, value', async () => {
		await door.load(engine.db, registry);
		const csv =
			'Ubigeo;Trimestre;Clase de juguete;Juguetes fabricados\n990001;III trimestre 2025;trompo;12\n990001;2025-T3;Yoyó;30\n';
		const outcome = await door.send(engine.db, csv);
		expect(outcome.dataset).toBe('juguetes');
		expect(outcome.state).toBe('por_confirmar');
		await door.confirm(engine.db, outcome.id);

		const records = await recordsOf(engine.db, {
			viewer: publicViewer,
			dataset: 'juguetes'
		}).execute();
		expect(records.map(({ key, cells, line }) => [JSON.parse(key).clase, cells, line])).toEqual([
			['trompo', { fabricados: 12 }, 2],
			['yoyo', { fabricados: 30 }, 3]
		]);

		const values = await engine.db
			.selectFrom('indicator_value')
			.select(['municipality', 'period', 'value', 'state', 'provisional'])
			.where('indicator', '=', 'JUG01')
			.execute();
		expect(values).toEqual([
			{ municipality: '990001', period: '2025-T3', value: 42, state: 'ok', provisional: true }
		]);
	});
});
