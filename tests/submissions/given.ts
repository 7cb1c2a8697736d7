import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { afterAll, beforeAll } from 'vitest';
import type { Choices } from '#lib/intake/check.ts';
import type { Database } from '#lib/server/db/schema.ts';
import { openOriginals, type Originals } from '#lib/server/originals.ts';
import { check } from '#lib/server/submissions/check.ts';
import { confirm } from '#lib/server/submissions/confirm.ts';
import { receive } from '#lib/server/submissions/receive.ts';

export const today = '2026-11-21';

/** Three invented municipalities of one network. */
export const registry = `municipio_id,ambito_datos,nombre,tipo,provincia,departamento,superficie_km2
990001,distrito,Alta Queuña,distrital,Prueba,Demostración,100
990002,distrito,Baja Queuña,distrital,Prueba,Demostración,200
990003,distrito,Ñahui de Prueba,distrital,Prueba,Demostración,300
`;

export const memberships = `municipio_id,red,relacion
990001,DEMO,umpe
990002,DEMO,umpe
990003,DEMO,umpe
`;

/** Population of one municipality over some years, from one source. */
export function population(municipality: string, years: Record<number, number>): string {
	const rows = Object.entries(years).map(
		([year, count]) => `${municipality},distrito,${year},censo,${count}`
	);
	return ['municipio_id,ambito_datos,anio,fuente,poblacion_total', ...rows, ''].join('\n');
}

/** One service of each category, the given ones active and the others an explicit zero. */
export function services(municipality: string, quarter: string, active: readonly string[]): string {
	const types: Record<string, string> = {
		FIN: 'microcredito',
		TEC: 'maquicentro',
		MER: 'ferias',
		CAP: 'formacion_tecnica',
		ASI: 'acompanamiento'
	};
	const rows = Object.entries(types).map(([category, type]) =>
		active.includes(category)
			? `${municipality},${quarter},Municipalidad,municipal,${category},${type},activo`
			: `${municipality},${quarter},,,${category},ninguno,sin_servicio`
	);
	const header = 'municipio_id,periodo,institucion,tipo_institucion,categoria,tipo_servicio,estado';
	return [header, ...rows, ''].join('\n');
}

/** How many microenterprises there are: without it an index is partial. */
export function businesses(municipality: string, year: number, count: number): string {
	return `municipio_id,ambito_datos,anio,dimension,categoria,cantidad
${municipality},distrito,${year},total,total,${count}
`;
}

/** A folder of originals for the tests of a file, and the steps of a person who sends CSVs. */
export function useDoor() {
	let folder = '';
	let originals: Originals | undefined;
	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), 'observatorio-envios-'));
		originals = await openOriginals(folder);
	});
	afterAll(() => rm(folder, { recursive: true, force: true }));

	const door = {
		get originals(): Originals {
			if (!originals) throw new Error('The folder opens before the first test, not earlier.');
			return originals;
		},
		/** Receives and checks. */
		async send(db: Kysely<Database>, csv: string, choices?: Choices) {
			const { id } = await receive(db, {
				originals: door.originals,
				bytes: new TextEncoder().encode(csv),
				fileName: 'prueba.csv',
				account: null,
				choices
			});
			return check(db, id, { originals: door.originals, today });
		},
		confirm(db: Kysely<Database>, id: string) {
			return confirm(db, id, { originals: door.originals, today, account: null });
		},
		/** Receives, checks and confirms a file that is expected to be good. */
		async load(db: Kysely<Database>, csv: string, choices?: Choices) {
			const { id, state, findings } = await door.send(db, csv, choices);
			if (state !== 'por_confirmar') throw new Error(JSON.stringify(findings));
			return door.confirm(db, id);
		}
	};
	return door;
}

/** Everything that can be read of the values, in an order of its own: equal data give equal text. */
export async function allValues(db: Kysely<Database>) {
	return db
		.selectFrom('indicator_value')
		.selectAll()
		.orderBy('municipality')
		.orderBy('indicator')
		.orderBy('dimension')
		.orderBy('period')
		.execute();
}
