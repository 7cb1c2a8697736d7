import type { Finding } from '#lib/domain/finding.ts';
import { Refusal } from '#lib/server/submissions/refusal.ts';

/**
 * A file is confirmed as somebody saw it: read the same way, and its warnings looked at.
 *
 * @throws Refusal in words for the person
 */
export function refuseUnlessSeen(
	seen: { digest: string; warnings: boolean },
	now: { digest: string | null; findings: readonly Finding[] }
): void {
	if (seen.digest !== now.digest)
		throw new Refusal(
			'El archivo se leyó de otra manera mientras usted lo revisaba. Revíselo otra vez.'
		);
	if (!seen.warnings && now.findings.some(({ severity }) => severity === 'warning'))
		throw new Refusal('Marque que revisó las advertencias, o corrija el archivo.', 400);
}
