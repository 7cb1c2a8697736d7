import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Kysely } from 'kysely';
import { datasets } from '#lib/datasets/index.ts';
import { recompute } from '#lib/server/compute/recompute.ts';
import type { Database } from '#lib/server/db/schema.ts';
import { explainAll } from '#lib/server/submissions/reasons.ts';
import { retireMissing } from '#lib/server/submissions/retire.ts';
import { undo, undoPreview } from '#lib/server/submissions/undo.ts';
import '../chance.ts';
import { ask } from '../api/ask.ts';
import { describeEngines } from '../engines.ts';
import { allValues, businesses, memberships, population, registry, useDoor } from './given.ts';

const account = null;

/** A sheet of a few cells: key → what it says; all of it of one period. */
type Sheet = Readonly<Record<string, string>>;
type Kind = {
	readonly dataset: string;
	readonly keys: readonly string[];
	readonly says: readonly string[];
	readonly retires: boolean;
	csv(sheet: Sheet): string;
	/** The key and the content of a stored row, as above. */
	key(record: Stored): string;
	content(record: Stored): string;
};
type Stored = { readonly key: string; readonly cells: Readonly<Record<string, unknown>> };

const keysOf = ({ key }: Stored): Record<string, string> => JSON.parse(key);
const lines = (sheet: Sheet, line: (key: string, said: string) => string) =>
	Object.entries(sheet).map(([key, said]) => line(key, said));

const kinds: readonly Kind[] = [
	{
		dataset: 'actividades',
		keys: ['capacitacion', 'feria', 'otra'],
		says: ['10', '20', '30'],
		retires: true,
		csv: (sheet) =>
			['municipio_id,periodo,tipo,cantidad,participantes']
				.concat(lines(sheet, (type, done) => `990001,2026-T2,${type},${done},40`))
				.join('\n'),
		key: (record) => keysOf(record).tipo ?? '',
		content: ({ cells }) => String(cells.cantidad)
	},
	{
		dataset: 'contexto',
		keys: ['censo', 'proyeccion', 'encuesta'],
		says: ['1000', '2000', '3000'],
		retires: true,
		csv: (sheet) =>
			['municipio_id,ambito_datos,anio,fuente,poblacion_total']
				.concat(lines(sheet, (source, people) => `990001,distrito,2020,${source},${people}`))
				.join('\n'),
		key: (record) => keysOf(record).fuente ?? '',
		content: ({ cells }) => String(cells.poblacion_total)
	},
	{
		dataset: 'tipo_cambio',
		keys: ['2026-T1', '2026-T2'],
		says: ['3.5', '4.25'],
		retires: false,
		csv: (sheet) =>
			['periodo,moneda,soles_por_unidad']
				.concat(lines(sheet, (quarter, rate) => `${quarter},USD,${rate}`))
				.join('\n'),
		key: (record) => keysOf(record).periodo ?? '',
		content: ({ cells }) => String(cells.soles_por_unidad)
	},
	{
		dataset: 'membresias',
		keys: ['990001', '990002', '990003'],
		says: ['2020-T1', '2021-T1'],
		retires: false,
		csv: (sheet) =>
			['municipio_id,red,relacion,desde']
				.concat(lines(sheet, (code, since) => `${code},DEMO,umpe,${since}`))
				.join('\n'),
		key: (record) => keysOf(record).municipio_id ?? '',
		content: ({ cells }) => String(cells.desde)
	}
];

type Step =
	| { readonly do: 'send'; readonly sheet: Sheet; readonly retire: boolean }
	| { readonly do: 'undo'; readonly which: number };

function stepsOf({ keys, says, retires }: Kind): fc.Arbitrary<Step[]> {
	const sheet = fc
		.uniqueArray(fc.tuple(fc.constantFrom(...keys), fc.constantFrom(...says)), {
			minLength: 1,
			selector: ([key]) => key
		})
		.map((cells) => Object.fromEntries(cells));
	const send = fc.record({
		do: fc.constant('send' as const),
		sheet,
		retire: retires ? fc.boolean() : fc.constant(false)
	});
	const back = fc.record({ do: fc.constant('undo' as const), which: fc.nat(9) });
	return fc.array(fc.oneof({ weight: 3, arbitrary: send }, { weight: 2, arbitrary: back }), {
		minLength: 3,
		maxLength: 8
	});
}

/** What a file changed: a text where it stored a row, null where it retired one. */
type Layer = { readonly id: string; readonly said: Map<string, string | null> };

/** What holds when the last word on each key counts. */
function holding(base: Sheet, layers: readonly Layer[]): Record<string, string> {
	const now = new Map<string, string | null>(Object.entries(base));
	for (const { said } of layers) for (const [key, text] of said) now.set(key, text);
	return Object.fromEntries([...now].filter((entry): entry is [string, string] => !!entry[1]));
}

/** Every value and every score as they are, and as they come out when all is computed anew. */
async function computed(db: Kysely<Database>) {
	const scores = await db
		.selectFrom('quality_score')
		.selectAll()
		.orderBy('municipality')
		.orderBy('period')
		.execute();
	const faults = await db
		.selectFrom('quality_fault')
		.selectAll()
		.orderBy('municipality')
		.orderBy('period')
		.orderBy('rule')
		.orderBy('position')
		.execute();
	return { values: await allValues(db), scores, faults };
}

async function exports(db: Kysely<Database>): Promise<string[]> {
	const names = [
		'municipios.csv',
		'valores.csv?limite=10000',
		'calidad.csv?limite=10000',
		...datasets.map(({ id }) => `registros.csv?conjunto=${id}&limite=10000`)
	];
	const files: string[] = [];
	for (const name of names) files.push(await (await ask(db, name)).text());
	return files;
}

describeEngines('files sent, retired and undone in any order', (engine) => {
	const door = useDoor();

	const stored = async ({ dataset, key, content, keys }: Kind) => {
		const records = await engine.db
			.selectFrom('record')
			.where('dataset', '=', dataset)
			.where('until', 'is', null)
			.select(['key', 'cells'])
			.execute();
		return Object.fromEntries(
			records
				.map((record) => [key(record), content(record)] as const)
				.filter(([name]) => keys.includes(name))
		);
	};

	test('something stands before', async () => {
		const funds =
			'municipio_id,fondo_id,periodo,tipo,moneda,capital_asignado,colocado,num_creditos,saldo_vigente';
		for (const csv of [
			registry,
			memberships,
			population('990001', { 2020: 1000 }),
			businesses('990001', 2020, 40),
			`${funds}\n990001,F-1,2026-T2,rotatorio,USD,1000,500,5,400\n`
		])
			await door.load(engine.db, csv);
		expect((await allValues(engine.db)).length).toBeGreaterThan(5);
	});

	test.each(kinds)(
		'of $dataset leave what the last word on each key says',
		async (kind) => {
			const before = await exports(engine.db);
			const base = await stored(kind);
			const open: string[] = [];
			await fc.assert(
				fc.asyncProperty(stepsOf(kind), async (steps) => {
					// What a run that failed left behind is not of this one.
					for (const id of open.splice(0)) await undo(engine.db, id, { account });
					const layers: Layer[] = [];
					for (const step of steps) {
						if (step.do === 'send') {
							const now = holding(base, layers);
							const { id } = await door.send(engine.db, kind.csv(step.sheet), {
								dataset: kind.dataset
							});
							if (step.retire) await retireMissing(engine.db, id, true, { account });
							await explainAll(engine.db, id, { text: 'prueba', account });
							const { revision } = await confirmed(id);
							const said = new Map<string, string | null>(
								Object.entries(step.sheet).filter(([key, text]) => now[key] !== text)
							);
							if (step.retire)
								for (const key of Object.keys(now)) if (!(key in step.sheet)) said.set(key, null);
							expect(revision === null).toBe(said.size === 0);
							if (revision !== null) open.push(id);
							if (said.size > 0) layers.push({ id, said });
						} else if (layers.length > 0) {
							const [layer] = layers.splice(step.which % layers.length, 1);
							const shown = await undoPreview(engine.db, layer?.id ?? '');
							const { closed, returned, kept } = await undo(engine.db, layer?.id ?? '', {
								account
							});
							expect(shown).toEqual({ closed, returned, kept, refused: null });
						}
						expect(await stored(kind)).toEqual(holding(base, layers));
					}
					const now = await computed(engine.db);
					await engine.db.transaction().execute((trx) => recompute(trx, { municipalities: 'all' }));
					expect(await computed(engine.db)).toEqual(now);

					for (const { id } of layers) await undo(engine.db, id, { account });
					expect(await exports(engine.db)).toEqual(before);
				}),
				{ numRuns: Number(process.env.RUNS ?? 6) }
			);
		},
		120_000
	);

	async function confirmed(id: string) {
		await door.confirm(engine.db, id);
		return engine.db
			.selectFrom('submission')
			.where('id', '=', id)
			.select('revision')
			.executeTakeFirstOrThrow();
	}
});
