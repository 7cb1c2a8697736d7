import type { Places } from '#lib/domain/place.ts';
import type { Dataset } from '#lib/datasets/types.ts';
import { Collected } from './collect.ts';
import { duplicateKeys } from './duplicate-keys.ts';
import type { ReadRow } from './rows.ts';
import { fileRules, rowRules } from './rules.ts';
import { allZeros } from './together.ts';
import { PercentScales, SeveralQuarters } from './whole-columns.ts';

/**
 * Everything that is said of rows beyond their cells: keys twice, columns as a whole, the rules of the
 * dataset and those of quality. Rows come all at once, or the whole rows of some municipalities at a
 * time: a key and every rule over rows together are of one municipality.
 */
export class Judge {
	readonly #dataset: Dataset;
	readonly #context: { places: Places; today: string; every?: true };
	readonly #found: Collected;
	readonly #ofRows: Collected;
	readonly #together: Collected;
	readonly #percents: PercentScales;
	readonly #quarters: SeveralQuarters;

	/** @param found what has been said of the cells; what is said here is added to it */
	constructor(
		dataset: Dataset,
		context: { places: Places; today: string; every?: true },
		found: Collected
	) {
		this.#dataset = dataset;
		this.#context = context;
		this.#found = found;
		this.#ofRows = new Collected(context);
		this.#together = new Collected(context);
		this.#percents = new PercentScales(dataset);
		this.#quarters = new SeveralQuarters(dataset);
	}

	add(rows: readonly ReadRow[]): void {
		this.#found.addAll(duplicateKeys(this.#dataset, rows));
		this.#found.addAll(allZeros(this.#dataset, rows));
		this.#percents.add(rows);
		this.#quarters.add(rows);
		this.#ofRows.addAll(rowRules(this.#dataset, rows, this.#context));
		if (!this.#found.unread) this.#together.addAll(fileRules(this.#dataset, rows));
	}

	/** Once, after the last row. */
	end(): void {
		this.#found.addAll(this.#percents.findings());
		this.#found.addAll(this.#quarters.findings());
		// Sums over rows mean nothing while a row is missing or unread.
		const whole = !this.#found.unread;
		this.#found.join(this.#ofRows);
		if (whole) this.#found.join(this.#together);
	}
}
