import type writeExcelFile from 'write-excel-file/node';
import { insertElementMarkupAccordingToOrderOfSiblings } from 'write-excel-file/utility';
import { columnLetters } from '#lib/intake/headings.ts';

type Asked = Parameters<typeof writeExcelFile>;

/** A sheet as the library takes it: it does not name the type itself. */
export type BookSheet = Asked[0][number];

type Feature = NonNullable<NonNullable<Asked[1]>['features']>[number];

/** Cells that are chosen from a list: `C2:C201`. */
export type DropDown = { readonly range: string; readonly choices: readonly string[] };

/** What stands in a sheet in which order: Excel opens no other. */
const order = [
	'sheetPr',
	'dimension',
	'sheetViews',
	'sheetFormatPr',
	'cols',
	'sheetData',
	'sheetCalcPr',
	'sheetProtection',
	'protectedRanges',
	'scenarios',
	'autoFilter',
	'sortState',
	'dataConsolidate',
	'customSheetViews',
	'mergeCells',
	'phoneticPr',
	'conditionalFormatting',
	'dataValidations',
	'hyperlinks',
	'printOptions',
	'pageMargins',
	'pageSetup',
	'headerFooter',
	'drawing'
];

/** Excel keeps no longer list in a cell; a longer one stands in a sheet of its own. */
const longestList = 255;

/** Name of the sheet with the long lists. */
const listsName = 'Listas';

/**
 * Drop-downs for sheets in their order: a feature for the library, which does not write them itself,
 * and the sheet with the lists that are too long for a cell, if there are any.
 */
export function dropDowns(sheets: readonly (readonly DropDown[])[]): {
	feature: Feature;
	lists: BookSheet | undefined;
} {
	const long = new Map<string, readonly string[]>();
	for (const { choices } of sheets.flat())
		if (choices.join(',').length > longestList) long.set(choices.join(','), choices);
	const columns = [...long.values()];
	const sourceOf = (choices: readonly string[]) => {
		const column = [...long.keys()].indexOf(choices.join(','));
		if (column < 0) return `"${choices.join(',')}"`;
		const letters = columnLetters(column);
		return `${listsName}!$${letters}$1:$${letters}$${choices.length}`;
	};
	const lines = Math.max(0, ...columns.map((choices) => choices.length));
	return {
		feature: {
			files: {
				transform: {
					'xl/worksheets/sheet{id}.xml': {
						transform: (xml, _, { sheetIndex }) => {
							const own = sheets[sheetIndex] ?? [];
							const markup = markupOf(own, sourceOf);
							return own.length === 0
								? xml
								: insertElementMarkupAccordingToOrderOfSiblings(xml, markup, order, 'worksheet');
						}
					}
				}
			}
		},
		lists:
			columns.length === 0
				? undefined
				: {
						sheet: listsName,
						data: Array.from({ length: lines }, (_, line) =>
							columns.map((choices) => choices[line] ?? null)
						)
					}
	};
}

function markupOf(
	own: readonly DropDown[],
	sourceOf: (choices: readonly string[]) => string
): string {
	const each = own.map(
		({ range, choices }) =>
			`<dataValidation type="list" errorStyle="warning" allowBlank="1" showErrorMessage="1" errorTitle="No está en la lista" error="Elija un valor de la lista." sqref="${range}"><formula1>${escaped(sourceOf(choices))}</formula1></dataValidation>`
	);
	return `<dataValidations count="${own.length}">${each.join('')}</dataValidations>`;
}

function escaped(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
