import { findDataset } from '#lib/datasets/index.ts';
import type { Column } from '#lib/datasets/types.ts';
import type { Finding } from '#lib/domain/finding.ts';
import { database, originals } from '#lib/server/database.ts';
import { correctionsOf } from '#lib/server/submissions/corrections.ts';
import { partialOf } from '#lib/server/submissions/left-out.ts';
import { reasonsOf } from '#lib/server/submissions/reasons.ts';
import { groupFindings, type FindingGroup } from '../findings-view.ts';
import { isAboutChanges } from '../about-changes.ts';
import { isAboutColumns } from '#lib/server/submissions/step.ts';
import type { Shown } from '../submission.ts';

const listedCorrections = 200;

/** What there is to mend in the cells of a file, and what was mended already. */
export async function correctionsView(submission: Shown, findings: readonly Finding[]) {
	const { id, choices } = submission;
	const columns = findDataset(submission.dataset ?? '')?.columns ?? {};
	const made = await correctionsOf(database(), id);
	const reasons = await reasonsOf(database(), id);
	const here = findings.filter(
		(finding) => !isAboutColumns(finding, findings) && !isAboutChanges(finding)
	);
	const groups = groupFindings(here);
	const texts = new Map(reasons.map(({ code, field, text }) => [`${code}:${field}`, text]));
	return {
		groups: onceEachCell(groups.filter(({ severity }) => severity !== 'notice')).map(
			(group, index) => ({
				...group,
				id: `grupo-${index + 1}`,
				options: group.severity === 'error' ? optionsOf(columns[group.field ?? '']) : [],
				reason: texts.get(keyOf(group)) ?? ''
			})
		),
		notices: groups.filter(({ severity }) => severity === 'notice'),
		made: made.slice(0, listedCorrections).map((one) => ({
			...one,
			label: columns[one.field]?.label ?? one.field
		})),
		madeInAll: made.length,
		leftOut: choices.leftOut?.length ?? 0,
		partial:
			submission.state === 'rechazada'
				? await partialOf(database(), id, { originals: originals() })
				: null
	};
}

const mostOptions = 40;

/** What may be written in a cell of a closed list, each code with its words. */
function optionsOf(column: Column | undefined): { code: string; words: string }[] {
	const codes = Object.entries(column?.codes ?? {});
	return codes.length > mostOptions ? [] : codes.map(([code, words]) => ({ code, words }));
}

/** A cell of which several things are said has one field, where the first is told. */
function onceEachCell(groups: readonly FindingGroup[]): FindingGroup[] {
	const seen = new Set<string>();
	return groups.map((group) => ({
		...group,
		told: group.told.map((told) => {
			if (told.line === undefined || !told.field) return told;
			const place = `${told.line}:${told.field}`;
			const elsewhere = seen.has(place);
			seen.add(place);
			return { ...told, elsewhere };
		})
	}));
}

/** What a form calls the warnings of one kind in one column. */
export function keyOf({ code, field }: Pick<FindingGroup, 'code' | 'field'>): string {
	return `${code}:${field ?? ''}`;
}

export type MendGroup = Awaited<ReturnType<typeof correctionsView>>['groups'][number];
