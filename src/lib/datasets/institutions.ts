import type { Codes } from '../domain/codes.ts';

/** Kinds of institution that serve enterprises or run a fund. */
export const institutionTypes = {
	municipal: 'Municipal',
	publica: 'Pública',
	ong: 'ONG',
	financiera: 'Financiera',
	gremio: 'Gremio',
	educativa: 'Educativa',
	privada: 'Privada',
	cooperacion: 'Cooperación'
} as const satisfies Codes;
