import type { WorkStep } from '#lib/server/db/schema.ts';
import { stepWords, type Work } from '#lib/server/submissions/work.ts';
import { number } from '#lib/words/number.ts';

const stepsOf: Record<Work['kind'], readonly WorkStep[]> = {
	revisar: ['en_espera', 'leyendo', 'comparando'],
	confirmar: ['en_espera', 'leyendo', 'comparando', 'guardando', 'calculando', 'publicando']
};

/** How far a work is: its steps in order, and how much of the present one is done. */
export function progressView({ kind, step, done, total, waiting, stopping, failure }: Work) {
	const steps = stepsOf[kind];
	const here = steps.indexOf(step);
	return {
		kind,
		failure,
		stopping,
		waiting,
		steps: steps.map((id, index) => ({
			title: stepWords[id],
			place: index < here ? 'past' : index === here ? 'current' : 'ahead'
		})),
		share: total > 0 ? Math.min(100, Math.floor((100 * done) / total)) : null,
		words: total > 0 ? `${number(done)} de ${number(total)}` : ''
	};
}
