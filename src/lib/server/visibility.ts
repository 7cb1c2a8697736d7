import type { SubmissionState } from './db/schema.ts';

/** Who is looking. Every query of pages, API, exports and search takes one. */
export type Viewer = {
	/** Account id of a signed-in person; null for the public. */
	readonly account: string | null;
	readonly role: 'publico' | 'administracion';
};

/** Somebody who has not signed in. */
export const publicViewer: Viewer = { account: null, role: 'publico' };

/**
 * Whether a viewer may read what a submission brought. What is committed is public; release rules of
 * a network will narrow this here and nowhere else.
 */
export function canRead(_viewer: Viewer, submission: { state: string }): boolean {
	return submission.state === 'confirmada';
}

/** Every state of a submission, in the order of its life. */
export const submissionStates: readonly SubmissionState[] = [
	'recibida',
	'por_confirmar',
	'rechazada',
	'confirmada',
	'descartada',
	'deshecha'
];

/** The same answer for queries: states of the submissions whose rows a viewer may read. */
export function readableStates(viewer: Viewer): SubmissionState[] {
	return submissionStates.filter((state) => canRead(viewer, { state }));
}
