import type { Finding } from '#lib/domain/finding.ts';
import type { Choices } from '#lib/intake/check.ts';
import { checkHere } from '../../check-here/check-here.ts';

/** A cell as somebody left it on the page. */
export type WrittenCell = { readonly line: number; readonly field: string; readonly text: string };

/** Says of a cell whether it would pass, in words; undefined when nothing can be said here. */
export type Judge = (
	cell: WrittenCell
) => Promise<{ readonly good: boolean; readonly message: string } | undefined>;

/** How the server reads the file. */
export type AsRead = { readonly choices: Choices; readonly fileName: string };

/**
 * A judge that reads the whole file again in the browser, with what stands in the fields of the page,
 * and says what the server's check would say of the cell.
 */
export function judgeOf(id: string, { choices, fileName }: AsRead): Judge {
	let original: Promise<Uint8Array> | undefined;
	const written: Record<string, Record<string, string>> = { ...choices.cells };

	return async ({ line, field, text }) => {
		original ??= download(`/cargas/${id}/original`);
		const bytes = await original.catch(() => undefined);
		if (!bytes) {
			original = undefined;
			return undefined;
		}
		written[line] = { ...written[line], [field]: text };
		const cells = { ...written };
		const [checked] = (await checkHere({ bytes, choices: { ...choices, cells }, fileName })) ?? [];
		return checked && verdictOn({ line, field }, checked.findings);
	};
}

/** What is said of one cell; the worst first. */
export function verdictOn(
	{ line, field }: Pick<WrittenCell, 'line' | 'field'>,
	findings: readonly Finding[]
): { good: boolean; message: string } {
	const own = findings.filter((finding) => finding.line === line && finding.field === field);
	const bad = own.find(({ severity }) => severity === 'error');
	const said = bad ?? own.find(({ severity }) => severity === 'warning') ?? own[0];
	return { good: !bad, message: said?.message ?? 'Ahora se lee bien.' };
}

async function download(address: string): Promise<Uint8Array> {
	const response = await fetch(address);
	if (!response.ok) throw new Error(`${address}: ${response.status}`);
	return new Uint8Array(await response.arrayBuffer());
}
