import { findDataset } from '#lib/datasets/index.ts';
import { isUbigeo } from '#lib/domain/ubigeo.ts';
import { currentSettings } from '#lib/server/current-settings.ts';
import { database, originals } from '#lib/server/database.ts';
import { readUpload, type Upload } from '#lib/server/forms/upload.ts';
import { municipalityNames } from '#lib/server/queries/receipts.ts';
import { check } from '#lib/server/submissions/check.ts';
import {
	checkPackage,
	receivePackage,
	type ReceivedPackage
} from '#lib/server/submissions/package.ts';
import { Refusal } from '#lib/server/submissions/refusal.ts';
import { isLarge, startWork } from '#lib/server/submissions/work.ts';
import type { Viewer } from '#lib/server/visibility.ts';

/**
 * Takes the files (or the pasted text) of the form in, checks them and returns where to go on. Sent
 * twice with one key they are the submissions of the first time, in whatever state those are by now.
 *
 * @throws Refusal with words for the person
 */
export async function takeIn(
	request: Request,
	{ account, viewer }: { account: string; viewer: Viewer }
): Promise<string> {
	const { uploadLimit: limit } = currentSettings();
	const upload = await readUpload(request, { limit, fileField: 'archivo' });
	try {
		const dataset = findDataset(upload.fields.get('conjunto') ?? '')?.id;
		const key = upload.fields.get('clave')?.slice(0, 100);
		const municipality = await municipalityOf(upload, viewer);
		const contents = contentsOf(upload);
		const received = await receivePackage(
			database(),
			contents.map(({ bytes, fileName }) => ({
				bytes,
				fileName,
				originals: originals(),
				account,
				limit,
				choices: dataset ? { dataset } : {},
				municipality,
				idempotencyKey: key || undefined
			}))
		);
		if (!received.repeated)
			await checkAll(received, { account, large: contents.some(({ size }) => isLarge(size)) });
		return addressOf(received);
	} finally {
		await upload.remove();
	}
}

type Content = { bytes: Uint8Array | { path: string }; fileName: string; size: number };

function contentsOf({ files, fields }: Upload): Content[] {
	const pasted = fields.get('texto') ?? '';
	const hasText = pasted.trim() !== '';
	if (files.length > 0 && hasText)
		throw new Refusal('Suba un archivo o pegue las celdas, no las dos cosas a la vez.', 400);
	if (hasText) {
		const bytes = new TextEncoder().encode(pasted);
		return [{ bytes, fileName: 'Pegado desde Excel.txt', size: bytes.length }];
	}
	if (files.length === 0)
		throw new Refusal('Elija un archivo o pegue las celdas desde Excel.', 400);
	return files.map(({ path, name, bytes }) => ({ bytes: { path }, fileName: name, size: bytes }));
}

/** Whose file it is, as the person says; what its rows say counts for more. */
async function municipalityOf({ fields }: Upload, viewer: Viewer): Promise<string | undefined> {
	const ubigeo = fields.get('municipio') ?? '';
	if (!isUbigeo(ubigeo)) return undefined;
	const asked = municipalityNames(database(), { viewer, ubigeos: [ubigeo] });
	return (await asked.executeTakeFirst())?.ubigeo;
}

/** Small files are checked while the person waits, large ones in the background. */
async function checkAll(
	received: ReceivedPackage,
	{ account, large }: { account: string; large: boolean }
): Promise<void> {
	const options = { originals: originals() };
	if (large) for (const id of received.ids) await startWork(database(), id, 'revisar', account);
	else if (received.package !== null) await checkPackage(database(), received.package, options);
	else for (const id of received.ids) await check(database(), id, options);
}

/** Where to go on; sheets that were not taken are named there, since nothing is kept of them. */
function addressOf({ package: id, ids, left }: ReceivedPackage): string {
	if (id === null) return `/cargas/${ids[0]}`;
	const names = left.slice(0, 5).map(({ sheet }) => ['hoja', sheet.slice(0, 60)]);
	const query = new URLSearchParams(names).toString();
	return `/cargas/paquete/${id}${query && `?${query}`}`;
}
