/**
 * Reads a formula as people see it (`1000 × microempresas ÷ población`) as arithmetic over the labels
 * of its inputs. Undefined when it is said in words.
 */
export function evaluate(formula: string, values: ReadonlyMap<string, number>): number | undefined {
	const tokens = tokensOf(formula, values);
	if (!tokens) return undefined;
	const { value, rest } = sum(tokens);
	return rest.length === 0 ? value : undefined;
}

type Token = number | string;
type Read = { value: number; rest: readonly Token[] };

const functions: Record<string, (parts: number[]) => number> = {
	mínimo: (parts) => Math.min(...parts),
	promedio: (parts) => parts.reduce((total, part) => total + part, 0) / parts.length
};

function tokensOf(formula: string, values: ReadonlyMap<string, number>): Token[] | undefined {
	// The longest label first: «viviendas con agua» before «viviendas».
	const labels = [...values.keys()].sort((a, b) => b.length - a.length);
	const tokens: Token[] = [];
	let rest = formula.trim();
	while (rest !== '') {
		const label = labels.find((candidate) => rest.startsWith(candidate));
		const other = /^(\d+(\.\d+)?|mínimo|promedio|[+−×÷^();])/.exec(rest)?.[0];
		const taken = label ?? other;
		if (taken === undefined) return undefined;
		tokens.push(values.get(taken) ?? (/^\d/.test(taken) ? Number(taken) : taken));
		rest = rest.slice(taken.length).trim();
	}
	return tokens;
}

function sum(tokens: readonly Token[]): Read {
	return chain(tokens, product, { '+': (a, b) => a + b, '−': (a, b) => a - b });
}

function product(tokens: readonly Token[]): Read {
	return chain(tokens, power, { '×': (a, b) => a * b, '÷': (a, b) => a / b });
}

function power(tokens: readonly Token[]): Read {
	return chain(tokens, atom, { '^': (a, b) => a ** b });
}

function chain(
	tokens: readonly Token[],
	part: (tokens: readonly Token[]) => Read,
	operators: Record<string, (a: number, b: number) => number>
): Read {
	let { value, rest } = part(tokens);
	for (let apply = operators[String(rest[0])]; apply; apply = operators[String(rest[0])]) {
		const next = part(rest.slice(1));
		value = apply(value, next.value);
		rest = next.rest;
	}
	return { value, rest };
}

function atom([first, ...rest]: readonly Token[]): Read {
	if (typeof first === 'number') return { value: first, rest };
	const apply = functions[first ?? ''];
	let after = apply ? rest.slice(1) : rest;
	const parts: number[] = [];
	for (;;) {
		const read = sum(after);
		parts.push(read.value);
		after = read.rest.slice(1);
		if (read.rest[0] !== ';') break;
	}
	return { value: apply ? apply(parts) : (parts[0] ?? NaN), rest: after };
}
