import type { Severity } from '../domain/finding.ts';

/**
 * A rule that whoever reads the file keeps, cell by cell. It is declared here so that number, level and
 * words stand in one place; the reader says it under one of `codes`.
 */
export type ReaderRule = {
	readonly id: string;
	readonly severity: Severity;
	readonly says: string;
	/** Codes of the findings by which the reader tells of it. */
	readonly codes: readonly string[];
};
