import { json, type RequestHandler } from '@sveltejs/kit';
import { database } from '#lib/server/database.ts';
import { checkHealth } from '#lib/server/health.ts';
import { readSettings } from '#lib/server/settings.ts';

/** Database, tables and disk are in order: 200 when all are, 503 with which is not. */
export const GET: RequestHandler = async () => {
	const checks = await checkHealth(database(), readSettings(process.env).dataDir);
	const ready = checks.every(({ ok }) => ok);
	const answer = Object.fromEntries(checks.map(({ name, ok }) => [name, ok ? 'bien' : 'falla']));

	return json(
		{ estado: ready ? 'listo' : 'no listo', ...answer },
		{ status: ready ? 200 : 503, headers: { 'cache-control': 'no-store' } }
	);
};
