import { fold } from '#lib/domain/names.ts';
import type { Finding } from '#lib/domain/finding.ts';
import type { Dataset } from '#lib/datasets/types.ts';
import { headerFindings } from './findings/header.ts';
import { coverage } from './heading-places.ts';

type Given = {
	readonly headings: readonly string[];
	readonly columns?: Readonly<Record<string, string>>;
	readonly values?: Readonly<Record<string, string>>;
	readonly memory?: Readonly<Record<string, string>>;
	readonly fileName?: string;
	/** The dataset that the person asked for. */
	readonly asked?: string;
};

/** Which dataset a file is of: the one asked for, or the one whose template its headings are. */
export function guessDataset(
	datasets: readonly Dataset[],
	given: Given
): { dataset?: Dataset; finding?: Finding } {
	const fits = datasets
		.map((dataset) => ({ dataset, ...coverage(dataset, given) }))
		.sort(
			(a, b) =>
				Number(b.missing.length === 0) - Number(a.missing.length === 0) || score(b) - score(a)
		);
	const [first, second] = fits;

	if (given.asked !== undefined) {
		const own = fits.find(({ dataset }) => dataset.id === given.asked);
		if (!own) {
			const ids = datasets.map(({ id }) => id);
			return { finding: headerFindings.unknownDataset(given.asked, ids) };
		}
		const fitsBetter =
			first !== undefined &&
			(first.missing.length < own.missing.length
				? first.missing.length === 0 || first.found >= own.found + 2
				: first.missing.length === own.missing.length && first.found >= own.found + 2);
		const other = fitsBetter ? first : undefined;
		if (!other) return { dataset: own.dataset };
		const { dataset } = other;
		return {
			dataset: own.dataset,
			finding: headerFindings.otherDataset(own.dataset.title, dataset.title, dataset.id)
		};
	}

	if (!first || first.found < 2) return { finding: headerFindings.noDataset(given.headings) };
	const equal =
		second && score(second) === score(first) && !second.missing.length === !first.missing.length;
	const name = fold(given.fileName ?? '');
	const isNamed = ({ dataset }: { dataset: Dataset }) => name.includes(fold(dataset.id));
	const isWhole = first.missing.length === 0;
	// The name of the file counts only where the headings leave a doubt.
	const doubtful = fits.filter((fit) =>
		isWhole ? score(fit) === score(first) : fit.found >= 2 && fit.found >= first.found - 2
	);
	const named = !isWhole || equal ? doubtful.find(isNamed) : undefined;
	if (named) return { dataset: named.dataset };
	if (!equal) {
		const { dataset } = first;
		const near = fits.slice(1).some(({ found }) => found >= Math.max(2, first.found - 1));
		const finding = !isWhole && near ? headerFindings.guessedDataset(dataset.title) : undefined;
		return { dataset, ...(finding ? { finding } : {}) };
	}
	const tied = fits.filter((fit) => score(fit) === score(first)).map(({ dataset }) => dataset);
	if (!isWhole) return { finding: headerFindings.noDataset(given.headings) };
	return { finding: headerFindings.whichDataset(tied.map(({ title }) => title)) };
}

function score({ found, missing }: { found: number; missing: readonly string[] }): number {
	return found - 2 * missing.length;
}
