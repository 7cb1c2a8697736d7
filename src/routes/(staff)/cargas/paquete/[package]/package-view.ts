import { findDataset } from '#lib/datasets/index.ts';
import type { SubmissionPackage } from '#lib/server/submissions/package.ts';
import { count } from '#lib/words/list.ts';
import { stateWords } from '../../state-words.ts';
import { plainSteps } from '../../steps.ts';

/** The files and sheets of a package, each with its state and what to do next. */
export function packageView(
	{ id, state, members }: SubmissionPackage,
	unexplained: ReadonlySet<string>
) {
	const waiting = members.filter((member) => member.state === 'por_confirmar');
	return {
		id,
		state,
		// What is behind is done part by part: the list of them leads there.
		steps: plainSteps(state === 'con_errores' ? 'correcciones' : 'confirmar').map((step, index) =>
			step.place === 'past' && index > 0 ? { ...step, href: '#partes' } : step
		),
		rows: waiting.reduce((sum, { rows }) => sum + (rows ?? 0), 0),
		waiting: waiting.length,
		unexplained: unexplained.size,
		warnings: waiting.reduce((sum, { warnings }) => sum + warnings, 0),
		members: members.map((member) => ({
			id: member.id,
			name: member.sheet ? `${member.fileName}, hoja «${member.sheet}»` : member.fileName,
			dataset: findDataset(member.dataset ?? '')?.title ?? 'Sin reconocer',
			state: member.state,
			stateWord: stateWords[member.state],
			rows: member.rows,
			found: [
				member.errors && count(member.errors, 'error', 'errores'),
				member.warnings && count(member.warnings, 'advertencia', 'advertencias')
			]
				.filter(Boolean)
				.join(', '),
			next: unexplained.has(member.id) ? 'Explicar o corregir' : nextWords[member.state]
		}))
	};
}

const nextWords = {
	recibida: 'Revisar',
	rechazada: 'Corregir',
	por_confirmar: 'Ver qué cambia',
	confirmada: 'Ver constancia',
	deshecha: 'Ver constancia',
	descartada: null
} as const;
