/** The five steps of a file, in order, and the address of each below `/cargas/<id>`. */
export const steps = [
	{ id: 'elegir', title: 'Elegir archivo' },
	{ id: 'columnas', title: 'Revisar columnas' },
	{ id: 'correcciones', title: 'Corregir' },
	{ id: 'cambios', title: 'Ver qué cambia' },
	{ id: 'confirmar', title: 'Confirmar' }
] as const;

export type StepId = (typeof steps)[number]['id'];

/** A step as the list at the top shows it; without address it cannot be visited yet. */
export type StepLink = {
	readonly title: string;
	readonly place: 'past' | 'current' | 'ahead';
	readonly href?: string;
};

/**
 * The list at the top of a screen: `current` is the step on the screen and `reachable` how far the
 * file has come. Steps up to there are links.
 */
export function stepLinks(
	current: StepId,
	{ id, reachable }: { id: string; reachable: StepId }
): StepLink[] {
	const here = indexOf(current);
	const last = indexOf(reachable);
	return steps.map((step, index) => ({
		title: step.title,
		place: index < here ? 'past' : index === here ? 'current' : 'ahead',
		...(index > 0 && index <= last && index !== here && { href: `/cargas/${id}/${step.id}` })
	}));
}

/** Before there is a file, and after it is confirmed: no step but the current one can be visited. */
export function plainSteps(current: StepId): StepLink[] {
	return stepLinks(current, { id: '', reachable: 'elegir' });
}

function indexOf(step: StepId): number {
	return steps.findIndex(({ id }) => id === step);
}
