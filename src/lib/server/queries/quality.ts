import { sql, type Kysely } from 'kysely';
import { textList } from '../db/bulk.ts';
import type { Database } from '../db/schema.ts';
import { readableStates, type Viewer } from '../visibility.ts';

/** Scores of quality by municipality and quarter, in that order; `after` is the last one of the page before. */
export function qualityScores(
	db: Kysely<Database>,
	{
		members,
		period,
		after,
		limit
	}: {
		viewer: Viewer;
		members?: readonly string[];
		period?: string;
		after?: readonly [municipality: string, period: string];
		limit?: number;
	}
) {
	return db
		.selectFrom('quality_score')
		.innerJoin('municipality', 'municipality.ubigeo', 'quality_score.municipality')
		.$if(members !== undefined, (query) =>
			query.where('quality_score.municipality', 'in', textList(members ?? []))
		)
		.$if(period !== undefined, (query) => query.where('quality_score.period', '=', period ?? ''))
		.$if(after !== undefined, (query) =>
			query.where(
				sql<boolean>`(quality_score.municipality, quality_score.period) > (${after?.[0]}, ${after?.[1]})`
			)
		)
		.select([
			'quality_score.municipality',
			'municipality.name',
			'municipality.fictional',
			'quality_score.period',
			'quality_score.score',
			'quality_score.passed',
			'quality_score.applicable',
			'quality_score.failed'
		])
		.orderBy('quality_score.municipality')
		.orderBy('quality_score.period')
		.$if(limit !== undefined, (query) => query.limit(limit ?? 0));
}

/** What fails in some quarters, heaviest first, each with the line of the file that brought its row. */
export function qualityFaults(
	db: Kysely<Database>,
	{ viewer, members, period }: { viewer: Viewer; members: readonly string[]; period?: string }
) {
	return db
		.selectFrom('quality_fault as fault')
		.innerJoin('record', (join) =>
			join
				.onRef('record.dataset', '=', 'fault.dataset')
				.onRef('record.key', '=', 'fault.key')
				.on('record.until', 'is', null)
		)
		.innerJoin('submission', 'submission.id', 'record.submission')
		.where('submission.state', 'in', readableStates(viewer))
		.where('fault.municipality', 'in', textList(members))
		.$if(period !== undefined, (query) => query.where('fault.period', '=', period ?? ''))
		.select([
			'fault.municipality',
			'fault.period',
			'fault.rule',
			'fault.severity',
			'fault.dataset',
			'fault.key',
			'fault.field',
			'fault.message',
			'record.line',
			'record.submission',
			'submission.file_name'
		])
		.orderBy('fault.municipality')
		.orderBy('fault.period')
		.orderBy(sql`array_position(array['error', 'warning', 'notice'], fault.severity)`)
		.orderBy('fault.rule')
		.orderBy('fault.position');
}
