/** Statuses that a refusal may answer with. */
export type RefusalStatus = 400 | 404 | 409 | 413 | 429;

/** Something that was asked for and cannot be done, with the words for the person and the HTTP status. */
export class Refusal extends Error {
	readonly status: RefusalStatus;

	constructor(message: string, status: RefusalStatus = 409) {
		super(message);
		this.name = 'Refusal';
		this.status = status;
	}
}
