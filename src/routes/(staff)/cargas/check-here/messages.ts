import type { Checked, Choices } from '#lib/intake/check.ts';

/** A file to check in the browser. */
export type Question = {
	readonly id: number;
	readonly bytes: Uint8Array;
	readonly choices?: Choices;
	readonly fileName?: string;
};

/** What the reader said of a file; the rows themselves stay where they were read. */
export type CheckedHere = Omit<Checked, 'rows'> & {
	readonly rows: number;
	/** Of its dataset. */
	readonly title: string | null;
};

/** What was found, or why nothing could be checked here. */
export type Answer = {
	readonly id: number;
	/** One a file; one a table of a workbook with several. */
	readonly checked?: readonly CheckedHere[];
	readonly problem?: string;
};
