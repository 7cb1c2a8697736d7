import type { Viewer } from '#lib/server/visibility.ts';

declare global {
	namespace App {
		interface Error {
			message: string;
			/** Id of a bug in the server's log. */
			id?: string;
		}
		interface Locals {
			viewer: Viewer;
			/** The signed-in person, if any. */
			user: { id: string; email: string; name: string; role: 'administracion' } | null;
		}
	}
}

export {};
