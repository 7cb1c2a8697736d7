import { quarterly } from '#lib/server/templates/prefill.ts';
import { workbookAnswer } from '../asked.ts';
import type { RequestHandler } from './$types.js';

/** The workbook of a quarter, a sheet for each table that a municipality tells every quarter. */
export const GET: RequestHandler = ({ url, locals }) =>
	workbookAnswer('trimestre', quarterly, { url, locals });
