/**
 * What is used of Papa Parse: its tokenizer, and in tests a table with headings. Its published types
 * bring those of Node with them, which pure code must not see.
 */
declare module 'papaparse' {
	type Step = {
		data: string[][];
		errors: { code: string; index?: number }[];
		/** Where the text goes on after the row. */
		meta: { cursor: number };
	};
	type Parser = {
		parse(text: string, baseIndex: number, ignoreLastRow: boolean): unknown;
		abort(): void;
	};
	const Papa: {
		parse: <T>(text: string, config: { header: true; skipEmptyLines?: boolean }) => { data: T[] };
		Parser: new (config: {
			delimiter: string;
			newline: string;
			step: (row: Step) => void;
		}) => Parser;
	};
	export default Papa;
}
