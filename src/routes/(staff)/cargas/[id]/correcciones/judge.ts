/** A cell as somebody left it on the page. */
export type WrittenCell = { readonly line: number; readonly field: string; readonly text: string };

/** Says of a cell whether it would pass, in words; undefined when nothing can be said here. */
export type Judge = (
	cell: WrittenCell
) => Promise<{ readonly good: boolean; readonly message: string } | undefined>;
