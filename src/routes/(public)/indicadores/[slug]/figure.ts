import { bars } from '#lib/charts/bars.ts';
import type { Drawing, Figure, FigureRow, FigureTable } from '#lib/charts/drawing.ts';
import { binName, binsOf, histogram } from '#lib/charts/histogram.ts';
import { strip } from '#lib/charts/strip.ts';
import { slug } from '#lib/domain/names.ts';
import { draw } from '#lib/server/draw.ts';
import { number } from '#lib/words/number.ts';
import { missingWords } from '#lib/words/state.ts';
import type { NamedFigure } from './named.ts';
import type { Order } from './request.ts';

/** More bars than this make a list, more dots a histogram. */
const mostBars = 30;
const mostDots = 200;

type Shown = {
	members: readonly NamedFigure[];
	/** Ubigeo of the municipality that is looked at. */
	own: string | null;
	median: number | null;
	decimals: number;
	order: Order;
	title: string;
	/** Where a member's figure comes from. */
	originOf: (member: NamedFigure) => string | null;
};

/** Where everybody stands: sorted bars when a person asks for the order, else a strip without names. */
export function standingDrawing(shown: Shown): { drawing: Drawing; table: FigureTable } | null {
	const { members, own, median, decimals, order, title, originOf } = shown;
	const known = members.flatMap(({ value, ...rest }) =>
		value === null ? [] : [{ ...rest, value }]
	);
	if (known.length < 2) return null;

	const marked = known.map(({ ubigeo, name, value, provisional }) => ({
		name,
		value,
		own: ubigeo === own,
		provisional
	}));
	const ownName = marked.find((row) => row.own)?.name ?? '';
	const place = { id: 'posiciones', title };
	// A country of silent members is no table.
	const listed = members.length > mostDots ? known : members;

	if (known.length > mostDots) {
		const bins = binsOf(known.map(({ value }) => value));
		const mine = marked.find((row) => row.own)?.value;
		const at = mine === undefined ? -1 : bins.findLastIndex(({ from }) => from <= mine);
		return {
			drawing: draw(histogram, { bins, own: at < 0 ? null : at, ownName, decimals }, place),
			table: {
				columns: ['Valor', 'Municipalidades'],
				rows: bins.map((bin, index) => ({
					label: binName(bin, decimals),
					own: index === at,
					cells: [{ text: number(bin.count) }]
				}))
			}
		};
	}
	if (order === 'valor' && known.length <= mostBars) {
		const rows = [...marked].sort((a, b) => b.value - a.value);
		const sorted = [...listed].sort((a, b) => (b.value ?? -Infinity) - (a.value ?? -Infinity));
		return {
			drawing: draw(bars, { rows, median, decimals }, place),
			table: tableOf(sorted, { own, decimals, originOf })
		};
	}
	const dots = marked.map(({ value, own: isOwn, provisional }) => ({
		value,
		own: isOwn,
		provisional
	}));
	return {
		drawing: draw(strip, { dots, ownName, median, decimals }, place),
		table: tableOf(listed, { own, decimals, originOf })
	};
}

function tableOf(
	members: readonly NamedFigure[],
	{ own, decimals, originOf }: Pick<Shown, 'own' | 'decimals' | 'originOf'>
): FigureTable {
	return {
		columns: ['Municipalidad', 'Valor'],
		rows: members.map((member): FigureRow => ({
			label: member.name,
			href: `/municipalidades/${member.ubigeo}-${slug(member.name)}`,
			own: member.ubigeo === own,
			cells: [
				member.value === null
					? { text: missingWords(member), missing: true }
					: { text: number(member.value, decimals), origin: originOf(member) }
			]
		}))
	};
}

/** Puts a drawing in its frame. */
export function framed(
	drawn: { drawing: Drawing; table: FigureTable },
	frame: Pick<Figure, 'id' | 'headline' | 'subtitle' | 'source'>
): Figure {
	return { ...frame, ...drawn };
}
