import { qualityFaults, qualityScores } from '#lib/server/queries/quality.ts';
import { roundTo } from '#lib/domain/number.ts';
import type { Resource } from './answer.ts';
import { membersAsked } from './members.ts';
import { markOf, readLimit, readMark, readPeriod } from './parameters.ts';

const columns = [
	'municipio',
	'nombre',
	'periodo',
	'calidad',
	'peso_cumplido',
	'peso_aplicable',
	'reglas_sin_cumplir',
	'fallas',
	'demostracion'
];

/**
 * How well the data of each municipality keep the rules in each quarter, from 0 to 100, with what does
 * not keep them. No part of any value; a quarter without a rule that applies is absent.
 */
export const calidad: Resource = {
	parameters: ['municipio', 'grupo', 'periodo', 'limite', 'siguiente'],

	read: async (db, { viewer, parameters }) => {
		const limit = readLimit(parameters);
		const period = readPeriod(parameters);
		const mark = readMark(parameters, 2);
		const asked = await membersAsked(db, { viewer, parameters });

		const found = await qualityScores(db, {
			viewer,
			members: asked?.members,
			period,
			after: mark && [mark[0] ?? '', mark[1] ?? ''],
			limit: limit + 1
		}).execute();
		const page = found.slice(0, limit);
		const members = [...new Set(page.map(({ municipality }) => municipality))];
		const faults = await qualityFaults(db, { viewer, members, period }).execute();

		const rows = page.map((row) => ({
			municipio: row.municipality,
			nombre: row.name,
			periodo: row.period,
			calidad: roundTo(row.score, 4),
			peso_cumplido: row.passed,
			peso_aplicable: row.applicable,
			reglas_sin_cumplir: row.failed,
			fallas: faults
				.filter((fault) => fault.municipality === row.municipality && fault.period === row.period)
				.map((fault) => ({
					regla: fault.rule,
					nivel: levels[fault.severity],
					conjunto: fault.dataset,
					archivo: fault.file_name,
					fila: fault.line,
					envio: fault.submission,
					columna: fault.field === '' ? null : fault.field,
					mensaje: fault.message
				})),
			...(row.fictional ? { demostracion: true } : {})
		}));
		const last = page.at(-1);

		return {
			rows,
			columns,
			csv: rows.map(({ fallas, ...row }) => ({
				...row,
				fallas: fallas.map(({ regla, mensaje }) => `${regla}: ${mensaje}`).join(' | ')
			})),
			next: found.length > limit && last ? markOf(last.municipality, last.period) : undefined,
			invented: rows.some((row) => 'demostracion' in row)
		};
	}
};

const levels = { error: 'error', warning: 'advertencia', notice: 'aviso' } as const;
