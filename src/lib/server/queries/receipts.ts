import type { Kysely } from 'kysely';
import { textList } from '../db/bulk.ts';
import type { Database } from '../db/schema.ts';
import { readableStates, type Viewer } from '../visibility.ts';

/** The municipalities of which a submission brought rows, by name: where its figures can be seen. */
export function municipalitiesOfSubmission(
	db: Kysely<Database>,
	{ viewer, id }: { viewer: Viewer; id: string }
) {
	return db
		.selectFrom('municipality')
		.where('municipality.ubigeo', 'in', (touched) =>
			touched
				.selectFrom('record')
				.innerJoin('submission', 'submission.id', 'record.submission')
				.where('record.submission', '=', id)
				.where('submission.state', 'in', readableStates(viewer))
				.where('record.municipality', 'is not', null)
				.select((row) => row.ref('record.municipality').$notNull().as('ubigeo'))
		)
		.select(['municipality.ubigeo', 'municipality.name'])
		.orderBy('municipality.sort_key')
		.orderBy('municipality.ubigeo');
}

/** Names of municipalities by ubigeo, for words beside a code. */
export function municipalityNames(
	db: Kysely<Database>,
	{ ubigeos }: { viewer: Viewer; ubigeos: readonly string[] }
) {
	return db
		.selectFrom('municipality')
		.where('ubigeo', 'in', textList(ubigeos))
		.select(['ubigeo', 'name']);
}
