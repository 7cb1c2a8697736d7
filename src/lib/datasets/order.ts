import { formatNumber } from '../domain/number.ts';
import { isQuarter, quarterOfDate } from '../domain/quarter.ts';
import { numberIn, textIn } from './cells.ts';
import type { RowRule } from './types.ts';

/** Rules that compare two columns of a row. */

/** `hasta` is not earlier than `desde`; quarters and dates sort as text. */
function inOrder(says: (from: string, until: string) => string): RowRule {
	return {
		id: 'desde-hasta',
		severity: 'error',
		says: '«Hasta» no es anterior a «desde».',
		check: (cells) => {
			const from = textIn(cells, 'desde');
			const until = textIn(cells, 'hasta');
			if (!from || !until || from <= until) return undefined;
			return { column: 'hasta', expected: `${from} o después`, message: says(from, until) };
		}
	};
}

/** Of quarters. */
export const fromUntil = inOrder(
	(from, until) =>
		`Empieza en ${from} y termina antes, en ${until}. Corrija uno de los dos trimestres.`
);

/** Of dates. */
export const datesInOrder = inOrder(
	(from, until) => `Entra el ${from} y sale antes, el ${until}. Corrija una de las dos fechas.`
);

/** A year that has not begun has no figures, unless somebody projected them. */
export const noFutureYear: RowRule = {
	id: 'anio-futuro',
	severity: 'error',
	says: 'El año no es futuro, salvo en una proyección.',
	check: (cells, { today }) => {
		const year = numberIn(cells, 'anio');
		const present = Number(today?.slice(0, 4) ?? Infinity);
		if (year === null || year <= present || cells['fuente'] === 'proyeccion') return undefined;
		return {
			column: 'anio',
			expected: `un año hasta ${present}`,
			message: `El ${year} todavía no empieza; estamos en ${present}. Corrija el año.`
		};
	}
};

/** A beginning that has not come: a date or a quarter after today is doubtful. */
export function notFuture(column: string): RowRule {
	return {
		id: `${column.replaceAll('_', '-')}-futuro`,
		severity: 'warning',
		says: 'Lo que ya empezó no tiene una fecha futura.',
		check: (cells, { today }) => {
			const when = textIn(cells, column);
			if (!when || !today) return undefined;
			const present = isQuarter(when) ? quarterOfDate(today) : today;
			if (when <= present) return undefined;
			return {
				column,
				expected: `${present} o antes`,
				message: `${when} todavía no llega. Si es un plan, continúe; si no, corrija el año.`
			};
		}
	};
}

/** A part is not larger than its whole; passes when either is blank. */
export function atMost(options: {
	id: string;
	part: string;
	whole: string;
	/** Both in words with their article: `las usuarias mujeres`, `las microempresas atendidas`. */
	partName: string;
	wholeName: string;
}): RowRule {
	const { id, part, whole, partName, wholeName } = options;
	return {
		id,
		severity: 'error',
		says: `${capitalised(partName)} no superan a ${wholeName}.`,
		check: (cells) => {
			const some = numberIn(cells, part);
			const all = numberIn(cells, whole);
			if (some === null || all === null || some <= all) return undefined;
			return {
				column: part,
				expected: `${formatNumber(all)} o menos`,
				message: `${capitalised(partName)} son ${formatNumber(some)} y ${wholeName} ${formatNumber(all)}: sobran ${formatNumber(some - all)}. Corrija una de las dos cifras.`
			};
		}
	};
}

function capitalised(text: string): string {
	return text.slice(0, 1).toUpperCase() + text.slice(1);
}
