import type { Severity } from '#lib/domain/finding.ts';
import { count, names } from '#lib/words/list.ts';
import { checkHere } from '../check-here/check-here.ts';
import { mostBytesHere } from '../check-here/most-bytes.ts';
import type { CheckedHere } from '../check-here/messages.ts';

/** What the check says of a file before it is sent. */
export type Beforehand = {
	readonly title: string;
	readonly outcome: string;
	readonly good: boolean;
	/** The first things to mend, word for word as the server will say them. */
	readonly messages: readonly string[];
	readonly more: number;
};

const listed = 5;

/** Checks files in the browser; those of which nothing can be said here are left out. */
export async function beforehand(
	files: readonly File[],
	dataset: string
): Promise<readonly Beforehand[]> {
	const said: Beforehand[] = [];
	for (const file of files) {
		if (file.size > mostBytesHere) continue;
		const bytes = new Uint8Array(await file.arrayBuffer());
		const choices = dataset ? { dataset } : {};
		const checked = (await checkHere({ bytes, choices, fileName: file.name })) ?? [];
		// New places in a workbook count for its other sheets, which only the server knows to do.
		const places = checked.some(({ dataset: id }) => id === 'municipios' || id === 'membresias');
		if (places && checked.length > 1) continue;
		said.push(...checked.map((one) => wordsOf(file.name, one)));
	}
	return said;
}

/** One file or sheet in words. */
export function wordsOf(name: string, checked: CheckedHere): Beforehand {
	const { findings, title, rows, reading, verdict } = checked;
	const told = findings.filter(({ severity }) => severity !== 'notice');
	const of = (severity: Severity) => told.filter((one) => one.severity === severity).length;
	const [errors, warnings] = [of('error'), of('warning')];
	const sheet = reading?.sheet ? `, hoja «${reading.sheet}»` : '';
	const counts = [
		...(errors ? [count(errors, 'error', 'errores')] : []),
		...(warnings ? [count(warnings, 'advertencia', 'advertencias')] : [])
	];
	const good = verdict !== 'rejected';
	return {
		title: `${name}${sheet}${title ? `: ${title}` : ''}`,
		outcome: [
			...(good ? [count(rows, 'fila leída', 'filas leídas')] : []),
			counts.length > 0 ? names(counts) : 'sin errores'
		].join(', '),
		good,
		messages: told.slice(0, listed).map(({ message }) => message),
		more: Math.max(0, told.length - listed)
	};
}
