/** What a fund reported at a quarter, as far as its state in words goes. */
export type FundReport = {
	readonly assigned: number | null;
	/** Lent in the quarter. */
	readonly lent: number | null;
	/** Out on loan at its end. */
	readonly balance: number | null;
	readonly operator: string | null;
};

/**
 * What a fund does, in words. Capital that was assigned and is lent to nobody is shown as that: a
 * blank is not told as zero, nor a zero as a blank.
 */
export function fundState({ assigned, lent, balance, operator }: FundReport): string {
	if ((balance ?? 0) > 0) return 'Con créditos en curso';
	if ((lent ?? 0) > 0) return 'Colocó créditos en el trimestre';
	if (assigned === null || assigned === 0) return 'Sin capital asignado';
	const without = operator === null ? ', sin operador' : '';
	if (lent === 0) return `Asignado${without}: no colocó créditos`;
	if (balance === 0) return `Asignado${without}: sin créditos en curso`;
	return `Asignado${without}: no informa créditos`;
}
