/** Kinds of municipality, as the dataset `municipios` codes them. */
const kinds: Readonly<Record<string, string>> = {
	provincial: 'Municipalidad provincial',
	distrital: 'Municipalidad distrital',
	mancomunidad: 'Mancomunidad municipal'
};

const relations: Readonly<Record<string, string>> = {
	miembro: 'Miembro',
	umpe: 'Tiene UMPE (unidad municipal de promoción empresarial)',
	participante_taller: 'Participó en un taller; no es miembro',
	mencionada: 'Mencionada; no es miembro'
};

/** `Municipalidad provincial · Ilo, Moquegua`, as far as it is known. */
export function placeLine({
	kind,
	province,
	department
}: {
	kind: string;
	province: string | null;
	department: string;
}): string {
	const where = [...new Set([province, department])].filter(Boolean).join(', ');
	return `${kinds[kind] ?? kind} · ${where}`;
}

/** How a municipality belongs to a network. */
export function relationWords(relation: string): string {
	return relations[relation] ?? relation;
}
