import { periodName, type Period } from '#lib/domain/period.ts';
import { isQuarter } from '#lib/domain/quarter.ts';

/** `desde el III trimestre 2025`, `desde 2025`. */
export function since(period: Period): string {
	return isQuarter(period) ? `desde el ${periodName(period)}` : `desde ${period}`;
}

/** `en el III trimestre 2025`, `en 2025`. */
export function during(period: Period): string {
	return isQuarter(period) ? `en el ${periodName(period)}` : `en ${period}`;
}
