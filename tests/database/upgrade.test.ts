import { Migrator, sql, type Kysely } from 'kysely';

import { expect, test } from 'vitest';
import { migrations } from '#db/migrations/index.ts';
import { recompute } from '#lib/server/compute/recompute.ts';
import { migrate, pendingMigrations } from '#lib/server/db/migrate.ts';
import type { Database } from '#lib/server/db/schema.ts';
import { receiptOf } from '#lib/server/submissions/receipt.ts';
import { undo } from '#lib/server/submissions/undo.ts';
import { ask } from '../api/ask.ts';
import { forEachEngine, openFresh } from '../engines.ts';

/** The last migration of version 0.1.0. */
const released = '0009_value_lists';

/** Tables as version 0.1.0 left them, with a registry, a population and its correction, as it stored them. */
async function fillOld(db: Kysely<Database>): Promise<void> {
	const old = Object.fromEntries(Object.entries(migrations).filter(([name]) => name <= released));
	const { error } = await new Migrator({
		db,
		provider: { getMigrations: () => Promise.resolve(old) }
	}).migrateToLatest();
	if (error) throw error instanceof Error ? error : new Error(String(error));

	const place =
		'{"ambito_datos":"distrito","nombre":"Alta Queuña","tipo":"distrital","provincia":"Prueba","departamento":"Demostración","superficie_km2":100}';
	const files: readonly [string, string, string, string | null, string][] = [
		['A', 'municipios', '{"municipio_id":"990001"}', null, place],
		['B', 'contexto', contextKey, '2020', '{"poblacion_total":1000}'],
		['C', 'contexto', contextKey, '2020', '{"poblacion_total":1100}']
	];
	for (const [letter, dataset, key, period, cells] of files) {
		const id = letter.repeat(16);
		await sql`
			insert into submission (id, dataset, state, file_name, sha256, bytes, choices, digest, rows, counts, fictional, confirmed_at)
			values (${id}, ${dataset}, 'confirmada', 'viejo.csv', ${letter.toLowerCase().repeat(64)}, 10, '{}', null, 1,
				'{"filas":1,"nuevas":1,"cambian":0,"iguales":0,"faltan":0}', true, date_trunc('milliseconds', now()))
		`.execute(db);
		const revision = await sql<{ id: number }>`
			insert into revision (submission, reason) values (${id}, 'Confirmación') returning id
		`.execute(db);
		const since = revision.rows[0]?.id ?? 0;
		await sql`update submission set revision = ${since} where id = ${id}`.execute(db);
		await sql`
			update record set until = ${since} where dataset = ${dataset} and key = ${key} and until is null
		`.execute(db);
		await sql`
			insert into record (dataset, key, municipality, period, submission, line, cells, since)
			values (${dataset}, ${key}, '990001', ${period}, ${id}, 2, ${cells}::text::jsonb, ${since})
		`.execute(db);
	}
	await sql`
		insert into municipality (ubigeo, scope, name, kind, province, department, area_km2, sort_key, search_key, fictional)
		values ('990001', 'distrito', 'Alta Queuña', 'distrital', 'Prueba', 'Demostración', 100, 'alta', 'alta queuna', true)
	`.execute(db);
}

const contextKey =
	'{"municipio_id":"990001","ambito_datos":"distrito","anio":"2020","fuente":"censo"}';

forEachEngine((engine) => {
	test(`a database of version 0.1.0 goes on with what it holds (${engine})`, async () => {
		const { db, close } = await openFresh(engine, { empty: true });
		try {
			await fillOld(db);
			expect((await pendingMigrations(db)).length).toBeGreaterThan(5);
			const before = await sql`select * from record order by id`.execute(db);
			await migrate(db);
			expect((await sql`select * from record order by id`.execute(db)).rows).toEqual(before.rows);

			await db.transaction().execute((trx) => recompute(trx, { municipalities: 'all' }));
			const population = 'valores.csv?indicador=CTX01&limite=100';
			expect(await (await ask(db, population)).text()).toContain('1100');
			expect((await receiptOf(db, 'C'.repeat(16))).corrections).toEqual([]);

			// What was confirmed before undo existed can be undone.
			await undo(db, 'C'.repeat(16), { account: null });
			const back = await (await ask(db, population)).text();
			expect(back).toContain('1000');
			expect(back).not.toContain('1100');
		} finally {
			await close();
		}
	});
});
