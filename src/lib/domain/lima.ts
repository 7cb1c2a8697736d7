/** Peru has one zone, five hours behind UTC, without summer time. */
const offset = -5 * 60 * 60 * 1000;

/** The date in Lima at an instant, as `2026-11-21`. */
export function limaDate(instant: Date): string {
	return new Date(instant.getTime() + offset).toISOString().slice(0, 10);
}

/** Date and time in Lima at an instant, as `2026-11-21 14:05`. */
export function limaDateTime(instant: Date): string {
	return new Date(instant.getTime() + offset).toISOString().slice(0, 16).replace('T', ' ');
}
