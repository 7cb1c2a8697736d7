import { closeQuarter, openQuarter } from '#lib/server/submissions/closed.ts';
import { Refusal } from '#lib/server/submissions/refusal.ts';
import type { Context } from './context.ts';

/** Closes a quarter: submissions that touched it cannot be undone any more. */
export function cerrarTrimestre(args: readonly string[], context: Context): Promise<number> {
	return change(args, context, async (quarter) => {
		const { repeated } = await closeQuarter(context.db, quarter, { account: null });
		return repeated ? 'El trimestre ya estaba cerrado.' : 'Se cerró el trimestre.';
	});
}

/** Opens a closed quarter again. */
export function abrirTrimestre(args: readonly string[], context: Context): Promise<number> {
	return change(args, context, async (quarter) => {
		const { repeated } = await openQuarter(context.db, quarter, { account: null });
		return repeated ? 'El trimestre no estaba cerrado.' : 'Se abrió el trimestre.';
	});
}

async function change(
	args: readonly string[],
	context: Context,
	work: (quarter: string) => Promise<string>
): Promise<number> {
	const [quarter, ...others] = args;
	if (!quarter || others.length > 0) {
		context.error('Escriba un trimestre, por ejemplo 2026-T3.');
		return 2;
	}
	try {
		context.print(await work(quarter));
		return 0;
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		context.error(error.message);
		return error.status === 400 ? 2 : 1;
	}
}
