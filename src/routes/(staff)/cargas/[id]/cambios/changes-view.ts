import { findDataset } from '#lib/datasets/index.ts';
import type { Finding } from '#lib/domain/finding.ts';
import { quarterName } from '#lib/domain/quarter.ts';
import { database, originals } from '#lib/server/database.ts';
import { municipalityNames } from '#lib/server/queries/receipts.ts';
import { countChanges } from '#lib/server/submissions/changes.ts';
import { againstPrevious } from '#lib/server/submissions/previous.ts';
import { reasonsOf } from '#lib/server/submissions/reasons.ts';
import { canRetire } from '#lib/server/submissions/retire.ts';
import { changesOf, type Review } from '#lib/server/submissions/review.ts';
import { isLarge } from '#lib/server/submissions/work.ts';
import type { Viewer } from '#lib/server/visibility.ts';
import { names as listed } from '#lib/words/list.ts';
import { isAboutChanges } from '../about-changes.ts';
import { groupFindings, type FindingGroup } from '../findings-view.ts';
import type { Shown } from '../submission.ts';
import { changesTable, missingRows, previewOf, ubigeosShown } from './review-view.ts';

const mostTold = 10;

/** What confirming would do, and what is asked about it. */
export async function changesView(submission: Shown, findings: readonly Finding[], viewer: Viewer) {
	const { id, counts, choices } = submission;
	const reasons = await reasonsOf(database(), id);
	const texts = new Map(reasons.map(({ code, field, text }) => [`${code}:${field}`, text]));
	const groups = groupFindings(findings);
	const leftOut = choices.leftOut?.length ?? 0;
	return {
		counts: { nuevas: 0, cambian: 0, iguales: 0, faltan: 0, ...counts, leftOut },
		asked: askedOnce(
			groups.filter((group) => group.severity === 'warning' && isAboutChanges(group))
		).map((group) => ({
			...group,
			reason: group.codes.map((code) => texts.get(`${code}:${group.field ?? ''}`) ?? '')[0] ?? ''
		})),
		warnings: groups.filter((group) => group.severity === 'warning' && !isAboutChanges(group)),
		notices: groups.filter(({ severity }) => severity === 'notice'),
		canRetire: canRetire(findDataset(submission.dataset ?? '')) && leftOut === 0,
		retires: submission.retire_missing,
		...(await detailsOf(submission, findings, viewer))
	};
}

/** Two rules that speak of one column are answered with one reason. */
function askedOnce(groups: readonly FindingGroup[]) {
	const columns = new Map<string, FindingGroup[]>();
	for (const group of groups) {
		const key = group.field ?? group.code;
		columns.set(key, [...(columns.get(key) ?? []), group]);
	}
	return [...columns.values()].map((same) => ({
		column: same[0]?.column ?? null,
		field: same[0]?.field ?? null,
		codes: same.map(({ code }) => code),
		count: Math.max(...same.map(({ count }) => count)),
		told: same.flatMap(({ told }) => told.slice(0, mostTold))
	}));
}

/** The rows themselves, which a large file is not read again for. */
async function detailsOf(submission: Shown, findings: readonly Finding[], viewer: Viewer) {
	const nothing = { preview: null, changes: null, missing: [], previous: null };
	if (isLarge(submission.bytes)) return nothing;
	const review = await changesOf(database(), submission.id, { originals: originals() });
	if (!review) return nothing;

	const doubtful = new Set(
		findings
			.filter(({ severity }) => severity === 'warning')
			.flatMap(({ line }) => (line === undefined ? [] : [line]))
	);
	const ubigeos = ubigeosShown(review, doubtful);
	const found = await municipalityNames(database(), { viewer, ubigeos }).execute();
	const names = new Map(found.map(({ ubigeo, name }) => [ubigeo, name]));
	return {
		preview: previewOf(review, names, doubtful),
		changes: changesTable(review, names),
		missing: missingRows(review, names),
		previous: await previousOf(review)
	};
}

/** The counts of the same comparison with the quarter before. */
async function previousOf(review: Review) {
	const previous = await againstPrevious(database(), review);
	if (!previous) return null;
	return {
		quarters: listed(previous.quarters.slice(0, 4).map(quarterName)),
		untouched: previous.untouched,
		counts: countChanges(previous)
	};
}
