/** Something that was asked for and cannot be done, with the words for the person and the HTTP status. */
export class Refusal extends Error {
	readonly status: 400 | 404 | 409 | 413;

	constructor(message: string, status: 400 | 404 | 409 | 413 = 409) {
		super(message);
		this.name = 'Refusal';
		this.status = status;
	}
}
