import { fewestToRank } from '#lib/comparison/rank.ts';
import { median } from '#lib/comparison/summary.ts';
import { formatNumber } from '#lib/domain/number.ts';
import type { Period } from '#lib/domain/period.ts';
import { theGroup } from './group.ts';
import { municipalities, sentence } from './list.ts';
import { during } from './since.ts';
import { number, withUnit, type Measured } from './number.ts';

type Summary = {
	title: string;
	measured: Measured;
	period: Period;
	group: string;
	/** Of the group's value, where it has more decimals than its members. */
	groupDecimals?: number;
	/** The group's own value (ratio of sums); null where it has none or too few reported. */
	groupValue: number | null;
	/** Complete values with the name of their municipality. */
	values: readonly { name: string; value: number }[];
	size: number;
};

/** What an indicator says of a group in one sentence, with how many have a figure. */
export function indicatorSentence(summary: Summary): string {
	const { title, measured, period, group, groupValue, values, size } = summary;
	const when = during(period);
	const first = values[0];

	if (!first) return `Ninguna municipalidad de ${theGroup(group)} tiene «${title}» ${when}.`;
	if (values.length === 1) {
		const alone =
			size === 1 ? '' : `Solo ${municipalities(1)} de ${formatNumber(size)} tiene dato ${when}: `;
		return `${alone}${first.name}, ${withUnit(first.value, measured)}.`;
	}
	if (values.length < fewestToRank) {
		return `Solo ${values.length} de ${municipalities(size)} tienen dato ${when}; son muy pocas para comparar.`;
	}

	const middle = median(values.map(({ value }) => value)) ?? 0;
	const half = sameForAll(values)
		? `todas las que tienen dato están en ${withUnit(middle, measured)}`
		: isHighest(middle, values)
			? `al menos la mitad está en ${withUnit(middle, measured)}, la cifra más alta`
			: `la mitad de las municipalidades está en ${withUnit(middle, measured)} o más`;
	const whole =
		groupValue === null
			? ''
			: `${withUnit(groupValue, { ...measured, decimals: summary.groupDecimals ?? measured.decimals })} en conjunto; `;
	return `${sentence(theGroup(group))}, ${when}: ${whole}${half}. Tienen dato ${formatNumber(values.length)} de ${formatNumber(size)}.`;
}

/** What an indicator says of one municipality beside its group's median. Without position. */
export function ownSentence({
	name,
	value,
	middle,
	measured,
	count
}: {
	name: string;
	value: number | null;
	middle: number | null;
	measured: Measured;
	/** How many complete values the median is of. */
	count: number;
}): string {
	if (value === null) return `${name} no tiene este dato.`;
	const own = `${name}: ${withUnit(value, measured)}`;
	if (middle === null || count < fewestToRank) return `${own}.`;
	return `${own}; la mediana del grupo es ${withUnit(middle, measured)} (${number(count)} con dato).`;
}

function isHighest(value: number, values: readonly { value: number }[]): boolean {
	return values.every((one) => one.value <= value);
}

function sameForAll(values: readonly { value: number }[]): boolean {
	return values.every(({ value }) => value === values[0]?.value);
}
