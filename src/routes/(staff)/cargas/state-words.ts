import type { SubmissionState } from '#lib/server/db/schema.ts';

/** What a file's state is called. */
export const stateWords: Readonly<Record<SubmissionState, string>> = {
	recibida: 'Recibida, sin revisar',
	por_confirmar: 'Por confirmar',
	rechazada: 'Con errores',
	confirmada: 'Confirmada',
	descartada: 'Descartada',
	deshecha: 'Deshecha'
};
