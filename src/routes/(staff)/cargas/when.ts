import { limaDateTime } from '#lib/domain/lima.ts';
import { shortDate } from '#lib/words/date.ts';

/** An instant (ISO, UTC) as people in Lima read it: `21/11/2026, 14:05`. */
export function limaWords(instant: string): string {
	const text = limaDateTime(new Date(instant));
	return `${shortDate(text.slice(0, 10))}, ${text.slice(11)}`;
}
