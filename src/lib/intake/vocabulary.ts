import { fold } from '#lib/domain/names.ts';
import type { Places } from '#lib/domain/place.ts';
import type { Dataset } from '#lib/datasets/types.ts';

/** What a file of ours may say: by it an encoding or a separator is told from another. */
export class Vocabulary {
	readonly #texts: () => Iterable<string>;
	readonly #values: () => Iterable<string>;
	#words: Set<string> | undefined;
	#folded: Set<string> | undefined;

	/** Texts whose words are known, and texts that are known as a whole. Read when first asked for. */
	constructor(texts: () => Iterable<string>, values: () => Iterable<string>) {
		this.#texts = texts;
		this.#values = values;
	}

	/** Words in lower case with their accents: of places, headings, code labels and descriptions. */
	get words(): ReadonlySet<string> {
		if (this.#words) return this.#words;
		const words = new Set(numberSigns);
		for (const text of this.#texts()) {
			for (const word of text
				.normalize('NFC')
				.toLowerCase()
				.split(/[^\p{L}\p{N}°º²]+/u)) {
				if (word.length > 1) words.add(word);
			}
		}
		return (this.#words = words);
	}

	/** Whole values, folded: names of places, codes and their labels. */
	get values(): ReadonlySet<string> {
		return (this.#folded ??= new Set([...this.#values()].map(fold)));
	}
}

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
	if (!first) {
		first = new Vocabulary(
			() => textsOf(datasets),
			() => codesOf(datasets)
		);
		ofDatasets.set(datasets, first);
	}
	let second = ofPlaces.get(places.byUbigeo);
	if (!second) {
		const names = () => namesOf(places);
		second = new Vocabulary(names, names);
		ofPlaces.set(places.byUbigeo, second);
	}
	return [first, second];
}

function* textsOf(datasets: readonly Dataset[]): Generator<string> {
	for (const { title, description, columns } of datasets) {
		yield* [title, description];
		for (const [name, column] of Object.entries(columns)) {
			const { label, description: more = '', unit = '', example = '', aliases = [] } = column;
			yield* [name, label, more, unit, example, ...aliases];
		}
	}
	yield* codesOf(datasets);
}

function* codesOf(datasets: readonly Dataset[]): Generator<string> {
	for (const { columns } of datasets) {
		for (const { codes = {}, synonyms = {} } of Object.values(columns)) {
			yield* [...Object.entries(codes).flat(), ...Object.keys(synonyms)];
		}
	}
}

function* namesOf({ byUbigeo }: Places): Generator<string> {
	const upper = new Set<string>();
	for (const { name, province, department, aliases } of byUbigeo.values()) {
		yield* [name, ...aliases];
		if (province !== null) upper.add(province);
		upper.add(department);
	}
	yield* upper;
}
