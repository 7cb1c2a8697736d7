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
	/** The same column as the dataset declares it (`usuarios`), for whoever corrects the cell. */
	field?: string;
	/** What the cell held, as typed. */
	found?: string;
	/** What was expected there, in words. */
	expected?: string;
	/** What may be written instead, when something can be proposed. */
	suggestion?: string;
	/** The text that mends the cell as it stands: what «corregir las N iguales» writes there. */
	replacement?: string;
	/** A warning that is kept only with a word of explanation. */
	asksReason?: true;
	/** What is wrong and how to mend it: one or two short sentences in Spanish. */
	message: string;
};
