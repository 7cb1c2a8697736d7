import { slug } from '#lib/domain/names.ts';

/** Where a municipality's page is. */
export function municipalityPath(ubigeo: string, name: string): string {
	return `/municipalidades/${ubigeo}-${slug(name)}`;
}
