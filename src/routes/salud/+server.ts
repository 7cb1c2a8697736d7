import { json, type RequestHandler } from '@sveltejs/kit';

/** The process answers. For whoever restarts it when it does not. */
export const GET: RequestHandler = () =>
	json({ estado: 'bien' }, { headers: { 'cache-control': 'no-store' } });
