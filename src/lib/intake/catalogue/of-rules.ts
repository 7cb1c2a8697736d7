import { datasets } from '#lib/datasets/index.ts';
import type { Dataset } from '#lib/datasets/types.ts';
import type { Finding, Severity } from '#lib/domain/finding.ts';
import type { Places } from '#lib/domain/place.ts';
import { catalogue as qualityCatalogue } from '#lib/quality/catalogue.ts';
import { checkFile } from '../check.ts';
import { templateCsv } from '../template.ts';
import { ilo, inapari, type Entry } from './entry.ts';
import { ruleRows } from './rule-rows.ts';

const places: Places = {
	byUbigeo: new Map(
		[
			{ ...ilo, areaKm2: 1380.6 },
			inapari,
			{ ...ilo, ubigeo: '180302', name: 'El Algarrobal', scope: 'distrito' as const },
			{ ...ilo, ubigeo: '990001', name: 'Villa Alborada', fictional: true }
		].map((place) => [place.ubigeo, place])
	),
	networks: new Set(['PROMDE']),
	districts: {
		byUbigeo: new Map([ilo, inapari].map((place) => [place.ubigeo, { ...place, reniec: null }])),
		byReniec: new Map()
	}
};

/** The message of a rule, had by reading rows that break it. */
function exampleOf(code: string): Finding | undefined {
	const asked = Object.hasOwn(ruleRows, code) ? ruleRows[code] : undefined;
	const dataset = datasets.find(({ id }) => id === asked?.dataset);
	if (!asked || !dataset) return undefined;
	const [first = {}] = dataset.examples;
	const rows = asked.rows.map((typed) => ({ ...first, ...typed }));
	const bytes = bytesOf(templateCsv(dataset, { delimiter: ';', rows }));
	const choices = { dataset: dataset.id };
	const { findings } = checkFile(bytes, { datasets, places, today: '2026-11-21', choices });
	return findings.find((finding) => finding.code === code);
}

/** A text as the bytes of a file: UTF-16, whose letters are the language's own units. */
function bytesOf(text: string): Uint8Array {
	const units = Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));
	return Uint8Array.from([0xfeff, ...units].flatMap((unit) => [unit & 0xff, unit >> 8]));
}

type Rule = { id: string; severity: Severity; says: string };

/** Rules that datasets declare: once each, with the datasets that have them. */
function declared(): Map<string, { rule: Rule; in: Dataset[] }> {
	const found = new Map<string, { rule: Rule; in: Dataset[] }>();
	for (const dataset of datasets) {
		for (const rule of [...dataset.rules, ...dataset.fileRules]) {
			const before = found.get(rule.id);
			if (before) before.in.push(dataset);
			else found.set(rule.id, { rule, in: [dataset] });
		}
	}
	return found;
}

function titles(of: readonly Dataset[]): string {
	return of.map(({ title }) => `«${title}»`).join(', ');
}

const look: Readonly<Record<Severity, string>> = {
	error: 'Corrija la cifra que esté mal; el mensaje dice cuáles se comparan.',
	warning: 'Revise las cifras que nombra el mensaje; si están bien, confirme.',
	notice: 'Lea el mensaje; si todo está bien, no hay que hacer nada.'
};

/** What each dataset asks of its rows. */
export function datasetEntries(): Entry[] {
	return [...declared().values()].map(({ rule, in: of }): Entry => {
		const example = exampleOf(rule.id);
		return {
			code: rule.id,
			stage: 'conjunto',
			severity: rule.severity,
			title: rule.says,
			when: `Al revisar ${titles(of)}.`,
			mend: look[rule.severity],
			...(example ? { example } : {})
		};
	});
}

const readers = new Set(['lectura']);

/** The rules of quality that a file is held to, and those that compare it with what is stored. */
export function qualityEntries(): Entry[] {
	return qualityCatalogue
		.filter(({ looks }) => !readers.has(looks))
		.map(({ id, says, severity, looks, datasets: watched }): Entry => {
			const example = exampleOf(id);
			const of = datasets.filter((dataset) => watched.includes(dataset.id));
			return {
				code: id,
				stage: looks === 'guardado' ? 'guardado' : 'calidad',
				severity,
				title: says[0] ?? id,
				when:
					of.length > 0 ? `Al revisar ${titles(of)}.` : 'Al comparar con trimestres anteriores.',
				mend: look[severity],
				...(example ? { example } : {})
			};
		});
}

const stored: readonly (readonly [
	code: string,
	severity: Severity,
	title: string,
	when: string,
	mend: string
])[] = [
	[
		'scope-changes',
		'warning',
		'Cambia el ámbito de una municipalidad',
		'El archivo dice distrito y lo guardado provincia, o al revés.',
		'Escriba el ámbito guardado para no perder sus cifras.'
	],
	[
		'erases-values',
		'warning',
		'Datos que quedarán vacíos',
		'El archivo no trae columnas que ya tenían datos.',
		'Agréguelas con sus datos para conservarlos.'
	],
	[
		'contradicts-stored',
		'warning',
		'Contradice lo guardado',
		'Una fila no va con otra que ya está guardada.',
		'Revise ambas y corrija la que esté mal.'
	],
	[
		'closed-quarter',
		'warning',
		'Trimestre cerrado',
		'El archivo cambia un trimestre que ya se cerró.',
		'Explique por qué se corrige.'
	],
	[
		'same-as-previous',
		'notice',
		'Igual que el trimestre anterior',
		'Todas las filas dicen lo mismo que antes.',
		'Confirme solo si de verdad nada cambió.'
	]
];

/** What is only said when a file meets the records of its municipality. */
export function storedEntries(): Entry[] {
	return stored.map(([code, severity, title, when, mend]) => ({
		code,
		stage: 'guardado' as const,
		severity,
		title,
		when,
		mend
	}));
}
