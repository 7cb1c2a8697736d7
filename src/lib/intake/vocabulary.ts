import { fold } from '#lib/domain/names.ts';
import type { Places } from '#lib/domain/place.ts';
import type { Dataset } from '#lib/datasets/types.ts';

/** What a file of ours may say: by it an encoding or a separator is told from another. */
export type Vocabulary = {
	/** Words in lower case with their accents: of places, headings, code labels and descriptions. */
	readonly words: ReadonlySet<string>;
	/** Whole values, folded: names of places, codes and their labels. */
	readonly values: ReadonlySet<string>;
};

/** Signs of number as people write them in headings: as good as a word, they differ in each encoding. */
const numberSigns = ['n°', 'nº'];

const ofDatasets = new WeakMap<readonly Dataset[], Vocabulary>();
const ofPlaces = new WeakMap<Places['byUbigeo'], Vocabulary>();

/** The known words of the datasets and of the registry. Each half is gathered once. */
export function vocabularyOf(
	datasets: readonly Dataset[],
	places: Places
): readonly [Vocabulary, Vocabulary] {
	let first = ofDatasets.get(datasets);
	if (!first) ofDatasets.set(datasets, (first = fromDatasets(datasets)));
	let second = ofPlaces.get(places.byUbigeo);
	if (!second) ofPlaces.set(places.byUbigeo, (second = fromPlaces(places)));
	return [first, second];
}

function fromDatasets(datasets: readonly Dataset[]): Vocabulary {
	const words = new Set(numberSigns);
	const values = new Set<string>();
	for (const { title, description, columns } of datasets) {
		addWords(words, title, description);
		for (const [name, column] of Object.entries(columns)) {
			addWords(words, name, column.label, column.description, column.unit, column.example);
			addWords(words, ...(column.aliases ?? []));
			for (const [code, label] of Object.entries(column.codes ?? {})) {
				addWords(words, code, label);
				values.add(fold(code)).add(fold(label));
			}
			for (const synonym of Object.keys(column.synonyms ?? {})) values.add(synonym);
		}
	}
	return { words, values };
}

function fromPlaces({ byUbigeo }: Places): Vocabulary {
	const words = new Set<string>();
	const values = new Set<string>();
	for (const { name, province, department, aliases } of byUbigeo.values()) {
		for (const one of [name, province, department, ...aliases]) {
			if (one === null) continue;
			addWords(words, one);
			values.add(fold(one));
		}
	}
	return { words, values };
}

function addWords(words: Set<string>, ...texts: readonly (string | undefined)[]): void {
	for (const text of texts) {
		for (const word of (text ?? '')
			.normalize('NFC')
			.toLowerCase()
			.split(/[^\p{L}\p{N}°º²]+/u)) {
			if (word.length > 1) words.add(word);
		}
	}
}
