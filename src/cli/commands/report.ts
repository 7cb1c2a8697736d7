import { findDataset } from '#lib/datasets/index.ts';
import type { Finding } from '#lib/domain/finding.ts';
import type { Checked } from '#lib/intake/check.ts';
import type { Counts } from '#lib/server/submissions/changes.ts';

const shown = 100;

const verdicts: Record<Checked['verdict'], string> = {
	accepted: 'aceptado',
	warnings: 'aceptado con avisos',
	rejected: 'rechazado'
};

const severities: Record<Finding['severity'], string> = {
	error: 'Error',
	warning: 'Aviso',
	notice: 'Nota'
};

/** What a check says of a file, line by line, for somebody at a terminal. */
export function describeCheck(
	fileName: string,
	checked: Pick<Checked, 'verdict' | 'dataset' | 'reading'> & {
		findings: readonly Finding[];
		rows: { length: number };
	}
): string[] {
	const { verdict, dataset, reading, rows, findings } = checked;
	const title =
		dataset === null ? 'conjunto desconocido' : (findDataset(dataset)?.title ?? dataset);
	const lines = [`${fileName}: ${verdicts[verdict]}. ${title}, ${counted(rows.length, 'fila')}.`];
	if (reading) {
		const delimiter = reading.delimiter === '\t' ? 'tabulador' : `«${reading.delimiter}»`;
		lines.push(
			`  Leído como ${reading.encoding}, separador ${delimiter}, títulos en la línea ${reading.headerLine}.`
		);
		if (reading.ignored.length > 0) lines.push(`  Sin usar: ${reading.ignored.join(', ')}.`);
	}
	const first = findings.length > shown ? findings.toSorted(byWeight) : findings;
	lines.push(...first.slice(0, shown).map(describeFinding));
	if (findings.length > shown) lines.push(`  … y ${findings.length - shown} más.`);
	return lines;
}

/** What a confirmation did, in one line. */
export function describeCounts(counts: Counts): string {
	const { filas, nuevas, cambian, iguales, faltan } = counts;
	const missing =
		faltan > 0 ? ` ${faltan} que ya estaban no vienen en el archivo y se quedan.` : '';
	const [fresh, changed, equal] = [
		counted(nuevas, 'nueva'),
		counted(cambian, 'corregida'),
		counted(iguales, 'igual', 'iguales')
	];
	return `${counted(filas, 'fila')}: ${fresh}, ${changed}, ${equal}.${missing}`;
}

/** `1 fila`, `12 filas`. */
export function counted(count: number, one: string, many = `${one}s`): string {
	return `${count} ${count === 1 ? one : many}`;
}

/** What keeps a file out is read first when there is more than anybody reads. */
function byWeight(a: Finding, b: Finding): number {
	return weights.indexOf(a.severity) - weights.indexOf(b.severity);
}

const weights: readonly Finding['severity'][] = ['error', 'warning', 'notice'];

// The message names line, column and cell itself.
function describeFinding({ severity, message, code }: Finding): string {
	return `  ${severities[severity]}: ${message} [${code}]`;
}
