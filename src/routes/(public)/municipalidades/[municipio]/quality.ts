import { findDataset } from '#lib/datasets/index.ts';
import type { Severity } from '#lib/domain/finding.ts';
import { formatNumber } from '#lib/domain/number.ts';
import type { Quarter } from '#lib/domain/quarter.ts';
import { keyWords, rowAddress } from '#lib/words/origin.ts';
import { csvAddress } from '#lib/words/address.ts';

/** How well the data of a quarter keep the rules, as the page tells it. */
export type QualityView = {
	readonly quarter: Quarter;
	/** `92 de 100`. */
	readonly score: string;
	/** `2 reglas sin cumplir`. */
	readonly failed: string;
	readonly faults: readonly FaultView[];
	readonly csv: string;
};

export type FaultView = {
	readonly rule: string;
	/** The row by dataset and key, with the page of its line. */
	readonly row: string;
	readonly href: string;
	readonly message: string;
};

type Score = { readonly score: number; readonly failed: number };

type Fault = {
	readonly rule: string;
	readonly severity: Severity;
	readonly dataset: string;
	readonly key: string;
	readonly submission: string;
	readonly line: number;
	readonly message: string;
};

/** What weighs in the score; notices are for whoever fills the file. Null where there is no score. */
export function qualityView(
	quarter: Quarter,
	{ ubigeo, score, faults }: { ubigeo: string; score?: Score; faults: readonly Fault[] }
): QualityView | null {
	if (!score) return null;
	return {
		quarter,
		score: `${formatNumber(score.score, 0)} de 100`,
		failed: failedWords(score.failed),
		faults: faults.filter(({ severity }) => severity !== 'notice').map(faultView),
		csv: csvAddress('calidad', { municipio: ubigeo })
	};
}

function failedWords(count: number): string {
	if (count === 0) return 'cumple todas las reglas que le tocan';
	return count === 1 ? '1 regla sin cumplir' : `${count} reglas sin cumplir`;
}

function faultView({ rule, dataset: id, key, submission, line, message }: Fault): FaultView {
	const dataset = findDataset(id);
	const words = dataset ? `${dataset.title}: ${keyWords(dataset, JSON.parse(key))}` : id;
	return { rule, row: words, href: rowAddress({ dataset: id, submission, line }), message };
}
