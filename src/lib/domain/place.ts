/** A municipality as the reader of files knows it. Handed in as data: pure code has no registry. */
export type Place = {
	readonly ubigeo: string;
	readonly name: string;
	readonly province: string | null;
	readonly department: string;
	/** Territory that its figures describe. */
	readonly scope: 'distrito' | 'provincia';
	readonly areaKm2: number | null;
	/** Other names and spellings. */
	readonly aliases: readonly string[];
	/** Invented for the demonstration. */
	readonly fictional: boolean;
};

/** What a file's codes and names are checked against. */
export type Places = {
	readonly byUbigeo: ReadonlyMap<string, Place>;
	/** Networks by code (`PROMDE`), for what a network declares about itself. */
	readonly networks: ReadonlySet<string>;
};

/** Codes of the networks known at the start; others appear with their first membership. */
export const networkNames: Readonly<Record<string, string>> = {
	PROMDE: 'PROMDE',
	REMURPE: 'REMURPE',
	DEMO: 'Red de demostración'
};
