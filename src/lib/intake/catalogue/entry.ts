import type { Finding, Severity } from '#lib/domain/finding.ts';
import type { Place } from '#lib/domain/place.ts';
import type { Spot } from '../findings/words.ts';

/** Where in the reading of a file a finding belongs. */
export const stages = {
	archivo: 'El archivo',
	libro: 'Los libros de Excel',
	titulos: 'Los títulos y la plantilla',
	filas: 'Las filas',
	celdas: 'Las celdas',
	numeros: 'Los números y los montos',
	periodos: 'Trimestres, años y fechas',
	lugares: 'Los lugares',
	conjunto: 'Lo que pide cada conjunto de datos',
	calidad: 'Las reglas de calidad',
	guardado: 'Frente a lo que ya está guardado'
} as const;

export type Stage = keyof typeof stages;

/** All there is to know of a code: what a person reads when looking it up. */
export type Entry = {
	readonly code: string;
	readonly stage: Stage;
	readonly severity: Severity;
	readonly title: string;
	/** When it appears. */
	readonly when: string;
	/** What to do about it. */
	readonly mend: string;
	/** The message as the reader says it; only what depends on the records of somebody has none. */
	readonly example?: Finding;
};

/** Title, when it appears, what to do, and a finding that the reader's own function made. */
export type Told = readonly [title: string, when: string, mend: string, example: Finding];

export function entries(stage: Stage, told: readonly Told[]): Entry[] {
	return told.map(([title, when, mend, example]) => ({
		code: example.code,
		severity: example.severity,
		stage,
		title,
		when,
		mend,
		example
	}));
}

/** A cell for an example. */
export function spot(label: string, found: string, line = 3): Spot {
	return { line, label, found };
}

export const ilo: Place = {
	ubigeo: '180301',
	name: 'Ilo',
	province: 'Ilo',
	department: 'Moquegua',
	scope: 'provincia',
	areaKm2: null,
	aliases: [],
	fictional: false
};

export const inapari: Place = {
	...ilo,
	ubigeo: '170301',
	name: 'Iñapari',
	province: 'Tahuamanu',
	department: 'Madre de Dios',
	scope: 'distrito'
};
