import { fewestToRank } from '#lib/comparison/rank.ts';
import { quarterName, type Quarter } from '#lib/domain/quarter.ts';
import type { Period } from '#lib/domain/period.ts';
import { indexChangeWords } from './change.ts';
import { municipalities, sentence } from './list.ts';
import { since as sinceWords } from './since.ts';
import { theGroup } from './group.ts';
import { number } from './number.ts';

/** How many members sent something for a quarter. */
export function reportingSentence({
	group,
	quarter,
	reported,
	size
}: {
	group: string;
	quarter: Quarter;
	reported: number;
	size: number;
}): string {
	const when = `del ${quarterName(quarter)}`;
	if (size === 1) {
		return reported === 1
			? `La única municipalidad de ${theGroup(group)} envió datos ${when}.`
			: `La única municipalidad de ${theGroup(group)} todavía no envía datos ${when}.`;
	}
	if (reported === 0) {
		return `Ninguna de las ${municipalities(size)} de ${theGroup(group)} ha enviado datos ${when}.`;
	}
	if (reported === size)
		return `Las ${municipalities(size)} de ${theGroup(group)} enviaron datos ${when}.`;
	return `${number(reported)} de ${municipalities(size)} de ${theGroup(group)} ${reported === 1 ? 'envió' : 'enviaron'} datos ${when}.`;
}

/**
 * The index of a group and its change. Under the coverage of 60 % there is no figure, and the
 * sentence says how many are missing instead.
 */
export function indexSentence({
	value,
	change,
	since,
	covered,
	size
}: {
	value: number | null;
	/** Change of the group's value since `since`, null where either is missing. */
	change: number | null;
	since: Period | null;
	covered: number;
	size: number;
}): string {
	if (value === null) {
		if (covered === 0) return 'Ninguna tiene todavía el índice IDEL completo.';
		return `El índice IDEL del conjunto no se muestra: solo ${number(covered)} de ${municipalities(size)} ${covered === 1 ? 'lo tiene' : 'lo tienen'} completo.`;
	}
	const level = `El índice IDEL del conjunto es ${number(value, 1)} de 100`;
	if (change === null || since === null) return `${level}.`;
	const words = indexChangeWords(change);
	return words === 'sin cambio'
		? `${level}, sin cambio ${sinceWords(since)}.`
		: `${level}: ${words} ${sinceWords(since)}.`;
}

/**
 * How many improved, fell or stayed, against the same quarter of the year before. A change of less
 * than one point is none. With fewer than five, a count would point at somebody.
 */
export function improvementSentence(changes: readonly number[]): string {
	if (changes.length === 0) {
		return 'Todavía no hay con qué comparar: falta el mismo trimestre del año anterior.';
	}
	if (changes.length < fewestToRank) {
		return `Solo ${municipalities(changes.length)} ${changes.length === 1 ? 'puede' : 'pueden'} compararse con el año anterior; son muy pocas para contarlas.`;
	}
	const up = changes.filter((change) => change >= 1).length;
	const down = changes.filter((change) => change <= -1).length;
	const same = changes.length - up - down;

	const parts = [
		...(up > 0 ? [`${up} ${up === 1 ? 'mejoró' : 'mejoraron'}`] : []),
		...(same > 0 ? [`${same} ${same === 1 ? 'quedó' : 'quedaron'} igual`] : []),
		...(down > 0 ? [`${down} ${down === 1 ? 'bajó' : 'bajaron'}`] : [])
	];
	const told = parts.length === 1 ? parts[0] : `${parts.slice(0, -1).join(', ')} y ${parts.at(-1)}`;
	return sentence(
		`frente al mismo trimestre del año anterior, de ${municipalities(changes.length)} con índice: ${told}.`
	);
}
