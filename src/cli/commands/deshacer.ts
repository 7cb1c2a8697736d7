import { Refusal } from '#lib/server/submissions/refusal.ts';
import { undo } from '#lib/server/submissions/undo.ts';
import type { Context } from './context.ts';
import { counted } from './report.ts';

/** Takes a confirmed submission back: what it changed is again as it was. */
export async function deshacer(args: readonly string[], context: Context): Promise<number> {
	const [id, ...others] = args;
	if (!id || others.length > 0) {
		context.error('Escriba el código de un envío: npm run admin -- deshacer 0123456789ABCDEF');
		return 2;
	}
	try {
		const done = await undo(context.db, id.toUpperCase(), { account: null });
		if (done.repeated) {
			context.print('Este envío ya se había deshecho.');
			return 0;
		}
		context.print(
			`Se deshizo el envío: ${counted(done.closed, 'fila retirada', 'filas retiradas')}, ${counted(done.returned, 'vuelve como estaba', 'vuelven como estaban')}.`
		);
		for (const { key, submission, line } of done.kept)
			context.print(
				`  Queda como está, se cambió después: ${key} (envío ${submission}, fila ${line})`
			);
		return 0;
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		context.error(error.message);
		return 1;
	}
}
