import type { Kysely } from 'kysely';
import { findDataset } from '#lib/datasets/index.ts';
import { limaMoment } from '#lib/words/date.ts';
import { cellWords, keyWords, rowAddress } from '#lib/words/origin.ts';
import type { Database } from '../db/schema.ts';
import type { Originals } from '../originals.ts';
import { recordsAtLine, undoneVersions, versionsOf, type ProvenRecord } from '../queries/origin.ts';
import { allCells } from '../submissions/current.ts';
import type { Viewer } from '../visibility.ts';
import { fileProof, type FileProof } from './proof.ts';
import { typedIn, type Typed } from './typed.ts';

type RowCell = {
	readonly name: string;
	readonly label: string;
	readonly stored: string;
	readonly isBlank: boolean;
	readonly typed: Typed | null;
};

/** One version of a row: from when to when it was the current one, and what it changed. */
export type Version = {
	readonly address: string;
	readonly file: FileProof;
	readonly line: number;
	readonly from: string;
	readonly until: string | null;
	readonly isUndone: boolean;
	/** «Población total: 100 → 120», against the version before it. */
	readonly changes: readonly { label: string; before: string; after: string }[];
	readonly isShown: boolean;
};

export type RowOrigin = {
	readonly dataset: { readonly id: string; readonly title: string };
	readonly municipality: string | null;
	readonly key: string;
	readonly line: number;
	readonly file: FileProof;
	readonly cells: readonly RowCell[];
	/** The address of the version that is current now, when this is not it. */
	readonly current: string | null;
	readonly isCurrent: boolean;
	readonly provisional: boolean;
	readonly fictional: boolean;
	readonly versions: readonly Version[];
	/** When versions were confirmed and undone, for who may not read them. */
	readonly undone: readonly { confirmed: string; undone: string }[];
};

/** One row of a file that was accepted, whole, with what it was before and after. Undefined if none. */
export async function rowOrigin(
	db: Kysely<Database>,
	options: {
		viewer: Viewer;
		originals: Originals;
		dataset: string;
		submission: string;
		line: number;
	}
): Promise<RowOrigin | undefined> {
	const { viewer, originals } = options;
	const dataset = findDataset(options.dataset);
	const record = await recordsAtLine(db, options).executeTakeFirst();
	if (!dataset || !record) return undefined;

	const of = { viewer, dataset: dataset.id, key: record.key };
	const [all, undone, typed] = await Promise.all([
		versionsOf(db, of).execute(),
		undoneVersions(db, of).execute(),
		typedIn(db, { originals, submission: record.submission })
	]);
	const current = all.find(({ until }) => until === null);
	const cells = allCells(record);

	return {
		dataset: { id: dataset.id, title: dataset.title },
		municipality: record.municipality,
		key: keyWords(dataset, JSON.parse(record.key)),
		line: record.line,
		file: fileProof(viewer, record),
		cells: Object.entries(dataset.columns).map(([name, column]) => ({
			name,
			label: column.label,
			stored: cellWords(column, cells[name], record.blanks[name]),
			isBlank: (cells[name] ?? null) === null,
			typed: typed(record.line, name) ?? null
		})),
		current: current && !sameRow(current, record) ? rowAddress(current) : null,
		isCurrent: current !== undefined && sameRow(current, record),
		provisional: record.provisional,
		fictional: record.fictional,
		versions: all.map((version, index) => versionOf(viewer, version, all[index + 1], record)),
		undone:
			viewer.role === 'administracion'
				? []
				: undone.map(({ confirmed_at, undone_at }) => ({
						confirmed: confirmed_at ? limaMoment(confirmed_at) : '',
						undone: undone_at ? limaMoment(undone_at) : ''
					}))
	};
}

function versionOf(
	viewer: Viewer,
	version: ProvenRecord,
	before: ProvenRecord | undefined,
	shown: ProvenRecord
): Version {
	return {
		address: rowAddress(version),
		file: fileProof(viewer, version),
		line: version.line,
		from: limaMoment(version.since_at),
		until: version.until_at ? limaMoment(version.until_at) : null,
		isUndone: version.state === 'deshecha',
		changes: before ? changesBetween(before, version) : [],
		isShown: version.id === shown.id
	};
}

function changesBetween(before: ProvenRecord, after: ProvenRecord) {
	const old = allCells(before);
	const now = allCells(after);
	return Object.entries(findDataset(after.dataset)?.columns ?? {}).flatMap(([name, column]) => {
		const was = cellWords(column, old[name], before.blanks[name]);
		const is = cellWords(column, now[name], after.blanks[name]);
		return was === is ? [] : [{ label: column.label, before: was, after: is }];
	});
}

function sameRow(a: ProvenRecord, b: ProvenRecord): boolean {
	return a.submission === b.submission && a.line === b.line;
}
