/** What a person may compare at once: fewer say nothing, more do not fit a page. */
export const fewest = 2;
export const most = 6;

export const orders = {
	diferencia: 'Mayor diferencia relativa',
	tema: 'Tema',
	nombre: 'Nombre del indicador'
} as const;

export type Order = keyof typeof orders;

/** What the address asks for, before anybody looks whether it exists. */
export type Asked = {
	/** Codes in the order of the address, each once; names of places after the code do not count. */
	readonly codes: readonly string[];
	/** What somebody typed to add one more. */
	readonly adding: string;
	readonly quarter: string;
	readonly order: Order;
};

export function readAsked(parameters: URLSearchParams): Asked {
	const typed = parameters.getAll('m').map((text) => codeOf(text));
	const order = parameters.get('orden') ?? '';
	return {
		codes: [...new Set(typed)].filter((code) => code !== ''),
		adding: (parameters.get('agregar') ?? '').trim(),
		quarter: parameters.get('trimestre') ?? '',
		order: isOrder(order) ? order : 'diferencia'
	};
}

/** `180301`, `180301-ilo` and `Ilo (180301)` are one code; anything else comes back as typed. */
export function codeOf(text: string): string {
	return /^\s*(\d{6})(?!\d)/.exec(text)?.[1] ?? /\((\d{6})\)\s*$/.exec(text)?.[1] ?? text.trim();
}

/** The address of a comparison: municipalities in their order, and only what is not the default. */
export function addressOf(
	codes: readonly string[],
	{ quarter = '', order = 'diferencia' }: { quarter?: string; order?: Order } = {},
	path = '/comparar'
): string {
	const parameters = new URLSearchParams(codes.map((code) => ['m', code]));
	if (quarter) parameters.set('trimestre', quarter);
	if (order !== 'diferencia') parameters.set('orden', order);
	const query = parameters.toString();
	return query ? `${path}?${query}` : path;
}

function isOrder(text: string): text is Order {
	return Object.hasOwn(orders, text);
}
