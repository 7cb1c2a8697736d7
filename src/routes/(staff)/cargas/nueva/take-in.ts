import { findDataset } from '#lib/datasets/index.ts';
import { currentSettings } from '#lib/server/current-settings.ts';
import { database, originals } from '#lib/server/database.ts';
import { readUpload, type Upload } from '#lib/server/forms/upload.ts';
import { check } from '#lib/server/submissions/check.ts';
import { receive } from '#lib/server/submissions/receive.ts';
import { Refusal } from '#lib/server/submissions/refusal.ts';

/**
 * Takes the file (or pasted text) of the form in and checks it; returns the submission's id. Sent
 * twice with one key it is the submission of the first time, in whatever state that is by now.
 *
 * @throws Refusal with words for the person
 */
export async function takeIn(request: Request, account: string): Promise<string> {
	const { uploadLimit: limit } = currentSettings();
	const upload = await readUpload(request, { limit, fileField: 'archivo' });
	try {
		const dataset = findDataset(upload.fields.get('conjunto') ?? '')?.id;
		const { id, repeated } = await receive(database(), {
			...contentOf(upload),
			originals: originals(),
			account,
			limit,
			choices: dataset ? { dataset } : {},
			idempotencyKey: upload.fields.get('clave')?.slice(0, 100) || undefined
		});
		if (!repeated) await check(database(), id, { originals: originals() });
		return id;
	} finally {
		await upload.remove();
	}
}

function contentOf({ file, fields }: Upload) {
	const pasted = fields.get('texto') ?? '';
	const hasText = pasted.trim() !== '';
	if (file && hasText)
		throw new Refusal('Suba un archivo o pegue las celdas, no las dos cosas a la vez.', 400);
	if (file) return { bytes: { path: file.path }, fileName: file.name };
	if (hasText)
		return { bytes: new TextEncoder().encode(pasted), fileName: 'Pegado desde Excel.txt' };
	throw new Refusal('Elija un archivo o pegue las celdas desde Excel.', 400);
}
