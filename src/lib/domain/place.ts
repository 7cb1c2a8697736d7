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
	/** First and last quarter in which it exists, where they are known: districts are made and merged. */
	readonly since?: string | null;
	readonly until?: string | null;
};

/** A district of the country, in the registry or not. */
export type District = Pick<Place, 'ubigeo' | 'name' | 'province' | 'department' | 'aliases'> & {
	/** Its code of RENIEC, which is often the INEI code of another district; null while it has none. */
	readonly reniec: string | null;
};

/** The districts of the country by both systems of codes. */
export type Districts = {
	readonly byUbigeo: ReadonlyMap<string, District>;
	readonly byReniec: ReadonlyMap<string, District>;
};

/** What a file's codes and names are checked against. */
export type Places = {
	readonly byUbigeo: ReadonlyMap<string, Place>;
	/** Networks by code (`PROMDE`), for what a network declares about itself. */
	readonly networks: ReadonlySet<string>;
	/** What else there is in the country; without it only the registry is known. */
	readonly districts?: Districts;
};

/** Codes of the networks known at the start; others appear with their first membership. */
export const networkNames: Readonly<Record<string, string>> = {
	PROMDE: 'PROMDE',
	REMURPE: 'REMURPE',
	DEMO: 'Red de demostración'
};
