import { checkHealth } from '#lib/server/health.ts';
import { compareOriginals } from '#lib/server/originals-recovery.ts';
import type { Context } from './context.ts';

/** Says whether what the program rests on is in order. Answers 1 when something is not. */
export async function doctor(_args: readonly string[], context: Context): Promise<number> {
	const { db, settings, print } = context;
	const kind = settings.databaseUrl ? 'servidor de DATABASE_URL' : 'base incluida';
	print(`Datos en ${settings.dataDir}, ${kind}.`);

	const checks = [...(await checkHealth(db, settings.dataDir)), await originalsAreThere(context)];
	for (const { ok, text } of checks) print(`${ok ? 'Bien ' : 'FALLA'}  ${text}`);
	return checks.every(({ ok }) => ok) ? 0 : 1;
}

async function originalsAreThere({ db, originals }: Context) {
	const { missing, lost } = await compareOriginals(db, originals);
	if (missing.length === 0 && lost.length === 0)
		return { ok: true, text: 'Archivos originales: están todos.' };
	const some = missing.slice(0, 5).join(', ');
	const text = `Archivos originales: faltan ${missing.length} (${some}); ${lost.length} sin su envío.`;
	return { ok: false, text };
}
