/** How much a finding weighs: an error keeps the file out, a warning asks a person, a notice tells. */
export type Severity = 'error' | 'warning' | 'notice';

/** One thing wrong or doubtful in a file, placed where the person who filled it can find it. */
export type Finding = {
	/** Stable name of the check: `not-a-count`, `DQ05`. */
	code: string;
	severity: Severity;
	/** Line of the file as a spreadsheet numbers it (the first line is 1). Absent for the whole file. */
	line?: number;
	/** The column by the title that people see. */
	column?: string;
	/** What the cell held, as typed. */
	found?: string;
	/** What was expected there, in words. */
	expected?: string;
	/** What may be written instead, when something can be proposed. */
	suggestion?: string;
	/** What is wrong and how to mend it: one or two short sentences in Spanish. */
	message: string;
};
