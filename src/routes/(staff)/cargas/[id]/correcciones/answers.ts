import type { Finding } from '#lib/domain/finding.ts';
import type { CellPlace, CellText } from '#lib/server/submissions/corrections.ts';
import { textOf } from '#lib/server/forms/form.ts';

/** A cell of the form, `celda:14:monto`, as a place of the file. */
export function placeOf(name: string): CellPlace | undefined {
	const found = /^celda:([1-9]\d{0,7}):(\w+)$/.exec(name);
	return found?.[1] && found[2] ? { line: Number(found[1]), field: found[2] } : undefined;
}

/** The cells in which somebody wrote something else than what was found there. */
export function cellsWritten(form: FormData, findings: readonly Finding[]): CellText[] {
	const before = new Map(
		findings.map(({ line, field, found = '' }) => [`celda:${line}:${field}`, found])
	);
	return [...new Set(form.keys())].flatMap((name) => {
		const place = placeOf(name);
		const text = textOf(form, name).trim();
		return place && text !== before.get(name)?.trim() ? [{ ...place, text }] : [];
	});
}

/** Reasons for warnings: fields `motivo:DQ09:colocado`, or of two rules `motivo:DQ19+DQ20:cantidad`. */
export function reasonsWritten(
	form: FormData,
	before: readonly { code: string; field: string; text: string }[]
) {
	const known = new Map(before.map(({ code, field, text }) => [`${code}:${field}`, text]));
	return [...new Set(form.keys())].flatMap((name) => {
		const found = /^motivo:([\w+-]{1,60}):(\w*)$/.exec(name);
		const text = textOf(form, name).trim();
		const [, codes = '', field = ''] = found ?? [];
		return codes
			.split('+')
			.filter((code) => code !== '' && text !== (known.get(`${code}:${field}`) ?? ''))
			.map((code) => ({ code, field, text }));
	});
}
