import type { Kysely } from 'kysely';
import type { Database } from '#lib/server/db/schema.ts';
import { readableStates, type Viewer } from '#lib/server/visibility.ts';

/**
 * Warnings that were kept, with the reason given, for whoever reviews: of the confirmed submissions that
 * brought rows of a quarter (or of any), newest first. Only staff reads them.
 */
export function keptWarnings(
	db: Kysely<Database>,
	{ viewer, quarter }: { viewer: Viewer; quarter?: string }
) {
	const states = viewer.role === 'administracion' ? readableStates(viewer) : [];
	return db
		.selectFrom('remark')
		.innerJoin('submission', 'submission.id', 'remark.submission')
		.leftJoin('account', 'account.id', 'remark.account')
		.where((where) =>
			states.length > 0 ? where('submission.state', 'in', states) : where.lit(false)
		)
		.$if(quarter !== undefined, (query) =>
			query.where(({ exists, selectFrom }) =>
				exists(
					selectFrom('record')
						.whereRef('record.submission', '=', 'submission.id')
						.where('record.period', '=', quarter ?? '')
						.select('record.id')
				)
			)
		)
		.select((row) => [
			'remark.submission',
			'submission.dataset',
			'submission.file_name',
			'submission.municipality',
			'submission.confirmed_at',
			'remark.code',
			'remark.field',
			'remark.text',
			'remark.at',
			'account.name as account_name',
			row
				.selectFrom('finding')
				.whereRef('finding.submission', '=', 'remark.submission')
				.where((where) =>
					where.and([
						where(where.ref('finding', '->>').key('code'), '=', where.ref('remark.code')),
						where(
							where.fn.coalesce(where.ref('finding', '->>').key('field'), where.val('')),
							'=',
							where.ref('remark.field')
						),
						where(where.ref('finding', '->>').key('severity'), '=', 'warning')
					])
				)
				.select('finding.finding')
				.orderBy('finding.position')
				.limit(1)
				.as('first_finding')
		])
		.orderBy('remark.at', 'desc')
		.orderBy('remark.id', 'desc');
}
