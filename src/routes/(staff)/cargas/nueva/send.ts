import { deserialize } from '$app/forms';

/** What became of sending: an address to go on to, or why not, in words. */
export type Sent = { readonly address: string } | { readonly message: string };

/** How much of the form has left, in bytes. */
export type Progress = (sent: number, total: number) => void;

const lost = 'No se pudo enviar; el archivo sigue aquí.';

/** Sends a form with its files and says how far it is, which `fetch` cannot tell. */
export function sendForm(form: HTMLFormElement, progress: Progress): Promise<Sent> {
	return new Promise((resolve) => {
		const request = new XMLHttpRequest();
		request.open('POST', form.action);
		request.setRequestHeader('accept', 'application/json');
		request.setRequestHeader('x-sveltekit-action', 'true');
		request.upload.addEventListener('progress', ({ loaded, total }) => progress(loaded, total));
		for (const event of ['error', 'abort', 'timeout'])
			request.addEventListener(event, () => resolve({ message: lost }));
		request.addEventListener('load', () => resolve(answerOf(request)));
		request.send(new FormData(form));
	});
}

function answerOf({ responseText, status }: XMLHttpRequest): Sent {
	try {
		const result = deserialize(responseText);
		if (result.type === 'redirect') return { address: result.location };
		if (result.type === 'failure') return { message: String(result.data?.message ?? lost) };
	} catch {
		// A proxy's page instead of an answer: it did not arrive, as with a cut connection.
	}
	return { message: status === 413 ? 'El archivo es demasiado grande.' : lost };
}
