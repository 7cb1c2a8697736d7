/** A group inside a sentence: `la Red de demostración`, `PROMDE`, `todo el país`. */
export function theGroup(name: string): string {
	if (/^(Red|Zona|Macrorregión) /.test(name)) return `la ${name}`;
	return name === 'Todo el país' ? 'todo el país' : name;
}
