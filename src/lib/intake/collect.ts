import type { Finding } from '#lib/domain/finding.ts';
import { cellFindings } from './findings/cells.ts';

/** Kept of each kind in one column before the rest is only counted. */
const most = { error: 1000, warning: 100, notice: 100 } as const;

/** Gathers findings: each kind told up to a limit and then counted, so that a bad file stays readable. */
export class Collected {
	#findings: Finding[] = [];
	#counts = new Map<string, { first: Finding; count: number }>();
	#told = new Set<string>();
	readonly #every: boolean;

	/** @param options.every keeps all of them, for a list that a person takes home */
	constructor({ every = false }: { every?: boolean } = {}) {
		this.#every = every;
	}

	/** Adds a finding; one with `once` only the first time that text comes in its column. */
	add(finding: Finding, once?: string): void {
		const kind = kindOf(finding);
		if (once !== undefined) {
			const key = `${kind}${once}`;
			if (this.#told.has(key)) return;
			this.#told.add(key);
		}
		const seen = this.#counts.get(kind);
		if (!seen) this.#counts.set(kind, { first: finding, count: 1 });
		else if (++seen.count > most[finding.severity] && !this.#every) return;
		this.#findings.push(finding);
	}

	/** Counts a finding of a kind that has been told often enough; false when it is still to be told. */
	counted(finding: Finding): boolean {
		const seen = this.isFull(finding) ? this.#counts.get(kindOf(finding)) : undefined;
		if (seen) seen.count++;
		return seen !== undefined;
	}

	/** Whether findings of a kind have been told often enough. */
	isFull(finding: Kind): boolean {
		if (this.#every) return false;
		return (this.#counts.get(kindOf(finding))?.count ?? 0) >= most[finding.severity];
	}

	addAll(findings: Iterable<Finding>): void {
		for (const finding of findings) this.add(finding);
	}

	/** Takes over what another gathered. */
	join(other: Collected): void {
		const told = new Map<string, number>();
		for (const finding of other.#findings) {
			const kind = kindOf(finding);
			told.set(kind, (told.get(kind) ?? 0) + 1);
			this.add(finding);
		}
		for (const [kind, { count }] of other.#counts) {
			const own = this.#counts.get(kind);
			if (own) own.count += count - (told.get(kind) ?? 0);
		}
	}

	/** Whether any finding keeps the file out. */
	get failed(): boolean {
		return this.#hasError(() => true);
	}

	/** Whether some cell or row could not be read. Of a count with decimals (DQ04) the number is known. */
	get unread(): boolean {
		return this.#hasError((code) => code !== 'DQ04');
	}

	#hasError(counts: (code: string) => boolean): boolean {
		return [...this.#counts.values()].some(
			({ first }) => first.severity === 'error' && counts(first.code)
		);
	}

	/** All of them: what is said of the whole file, then row by row, then what was only counted. */
	list(): Finding[] {
		const rest = [...this.#counts.values()].flatMap(({ first, count }) =>
			count > most[first.severity] && !this.#every
				? [cellFindings.moreLikeThis(first, count - most[first.severity])]
				: []
		);
		return [...this.#findings.sort((a, b) => (a.line ?? 0) - (b.line ?? 0)), ...rest];
	}
}

type Kind = Pick<Finding, 'code' | 'severity' | 'column'>;

function kindOf({ code, severity, column }: Kind): string {
	return `${code}|${severity}|${column ?? ''}`;
}
