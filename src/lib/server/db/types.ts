/**
 * How values travel to and from the two engines. Left alone they differ: postgres.js gives bigint as
 * text, dates as Date, and turns a text that already is JSON into JSON once more.
 */

/** Type numbers of PostgreSQL, the same in every version. */
export const oids = {
	int8: 20,
	json: 114,
	date: 1082,
	timestamptz: 1184,
	numeric: 1700,
	jsonb: 3802
};

/** `2026-11-21 14:05:00.123456+00` as ISO text in UTC with milliseconds. Sessions run in UTC. */
export function instantFromText(text: string): string {
	const match = /^(\d{4,}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d+))?\+00$/.exec(text);
	if (!match) return text;
	return `${match[1]}T${match[2]}.${(match[3] ?? '').padEnd(3, '0').slice(0, 3)}Z`;
}

function asText(value: unknown): string {
	return value instanceof Date ? value.toISOString() : String(value);
}

/** Text is taken for JSON that is ready, as Kysely's `JSONColumnType` has it. */
function asJson(value: unknown): string {
	return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Parsers and serializers by type number, for the embedded database. */
export const embeddedTypes = {
	parsers: {
		[oids.int8]: Number,
		[oids.numeric]: Number,
		[oids.date]: (text: string) => text,
		[oids.timestamptz]: instantFromText
	},
	serializers: {
		[oids.json]: asJson,
		[oids.jsonb]: asJson,
		[oids.date]: asText,
		[oids.timestamptz]: asText
	}
};

const number = (oid: number) => ({ to: oid, from: [oid], serialize: String, parse: Number });

/** The same for postgres.js, which wants them by name. */
export const serverTypes = {
	int8: number(oids.int8),
	numeric: number(oids.numeric),
	json: {
		to: oids.json,
		from: [oids.json, oids.jsonb],
		serialize: asJson,
		parse: (text: string): unknown => JSON.parse(text)
	},
	jsonb: {
		to: oids.jsonb,
		from: [oids.jsonb],
		serialize: asJson,
		parse: (text: string): unknown => JSON.parse(text)
	},
	date: { to: oids.date, from: [oids.date], serialize: asText, parse: (text: string) => text },
	timestamptz: {
		to: oids.timestamptz,
		from: [oids.timestamptz],
		serialize: asText,
		parse: instantFromText
	}
};
