import type { Finding, Severity } from '#lib/domain/finding.ts';
import { counted, kept, listed, shown } from './words.ts';

/** Everything that can be said of whole rows. */

const decimals =
	' Si un número lleva coma decimal, escríbalo con punto o guarde el archivo separado por punto y coma.';

export const rowFindings = {
	extraCells: (
		line: number,
		extra: string,
		cells: number,
		columns: number,
		hint: boolean
	): Finding => ({
		code: 'extra-cells',
		severity: 'error',
		line,
		found: kept(extra),
		expected: `${columns} celdas`,
		message: `Fila ${line}: hay ${cells} celdas y solo ${columns} títulos; sobra «${shown(extra)}». Quite lo que sobra o ponga entre comillas el texto que lleva el separador.${hint ? decimals : ''}`
	}),

	unevenRow: (line: number, cells: number, columns: number): Finding => ({
		code: 'uneven-row',
		severity: 'warning',
		line,
		expected: `${columns} celdas`,
		message: `Fila ${line}: tiene ${cells} celdas (las últimas vacías), más que los títulos u otras filas (${columns}). Revise que ningún dato se haya corrido de columna.${decimals}`
	}),

	shortRow: (
		line: number,
		cells: number,
		columns: number,
		missing: readonly string[]
	): Finding => ({
		code: 'short-row',
		severity: 'error',
		line,
		expected: `${columns} celdas`,
		message: `Fila ${line}: hay ${counted(cells, 'una celda', 'celdas')} y ${columns} títulos; falta ${listed(missing.slice(0, 4).map((name) => `«${shown(name)}»`))}${missing.length > 4 ? ' y más' : ''}. Complete la fila; si no hay dato, deje la celda vacía con su separador.`
	}),

	cutFile: (line: number, cells: number, columns: number): Finding => ({
		code: 'cut-file',
		severity: 'error',
		line,
		expected: `${columns} celdas`,
		message: `Fila ${line}: es la última y está incompleta (${cells} de ${columns} celdas); el archivo parece cortado. Vuelva a guardarlo y súbalo de nuevo.`
	}),

	repeatedHeader: (line: number): Finding => ({
		code: 'repeated-header',
		severity: 'warning',
		line,
		expected: 'una fila de datos',
		message: `Fila ${line}: repite los títulos de las columnas; no la leímos. Bórrela si no es una fila de datos.`
	}),

	otherTable: (line: number, found: string, heading: string): Finding => ({
		code: 'other-table',
		severity: 'error',
		line,
		found: kept(found),
		expected: 'una sola tabla',
		message: `Fila ${line}: empieza otra tabla, con otros títulos o en otro orden («${shown(found)}» ${heading.trim() === '' ? 'donde no hay título' : `donde va «${shown(heading)}»`}). No leímos sus filas. Súbala en otro archivo o copie sus filas debajo de las primeras con las columnas en el mismo orden.`
	}),

	unitsRow: (line: number): Finding => ({
		code: 'units-row',
		severity: 'warning',
		line,
		expected: 'una fila de datos',
		message: `Fila ${line}: parece explicar los títulos (unidades o notas) y no la leímos. Bórrela si no es una fila de datos.`
	}),

	totalRow: (line: number, found: string): Finding => ({
		code: 'total-row',
		severity: 'warning',
		line,
		found: kept(found),
		expected: 'una fila de datos',
		message: `Fila ${line}: parece una fila de totales («${shown(found)}») y no la leímos. Bórrela; si es un dato, cambie esa celda y complete las obligatorias.`
	}),

	noteRow: (line: number, found: string): Finding => ({
		code: 'note-row',
		severity: 'warning',
		line,
		found: kept(found),
		expected: 'una fila de datos',
		message: `Fila ${line}: parece una nota («${shown(found)}») y no la leímos. Bórrela si no es una fila de datos.`
	}),

	duplicateKey: (line: number, first: number, key: string, identical: boolean): Finding => ({
		code: 'duplicate-key',
		severity: 'error',
		line,
		found: kept(key),
		expected: 'una sola fila por clave',
		message: identical
			? `Fila ${line}: es idéntica a la fila ${first} (${shown(key, 90)}). Deje solo una de las dos.`
			: `Fila ${line}: la fila ${first} ya informa lo mismo (${shown(key, 90)}), con otros datos. Deje solo una de las dos.`
	}),

	nearKey: (line: number, first: number, key: string): Finding => ({
		code: 'near-duplicate',
		severity: 'warning',
		line,
		found: kept(key),
		expected: 'una sola fila por clave',
		message: `Fila ${line}: solo se distingue de la fila ${first} por mayúsculas, tildes o signos (${shown(key, 90)}). Si son lo mismo, deje solo una.`
	}),

	/** Every figure of a place in a period is zero. */
	allZeros: (line: number, count: number, key: string): Finding => ({
		code: 'all-zeros',
		severity: 'warning',
		line,
		found: kept(key),
		expected: 'las cifras, o la celda vacía donde no se sabe',
		asksReason: true,
		message: `Fila ${line}: las ${count} cifras de ${shown(key)} son 0. Si no se contó, deje la celda vacía; si de verdad no hubo nada, explíquelo en una línea.`
	}),

	severalQuarters: (counts: readonly (readonly [string, number])[]): Finding => ({
		code: 'several-quarters',
		severity: 'warning',
		expected: 'las filas de un solo trimestre',
		message: `El archivo trae ${counts.length} trimestres: ${listed(
			counts.map(([quarter, rows]) => `${quarter} (${counted(rows, 'una fila', 'filas')})`)
		)}. Si es lo que quería, continúe; si quería informar uno solo, corrija el trimestre de las demás filas.`
	}),

	/** What a rule of the dataset or of quality says, placed in the file. */
	ofRule: (
		rule: { id: string; severity: Severity },
		line: number,
		said: {
			message: string;
			severity?: Severity;
			label?: string;
			field?: string;
			found?: string;
			expected?: string;
			suggestion?: string;
			replacement?: string;
			asksReason?: true;
		}
	): Finding => ({
		code: rule.id,
		severity: said.severity ?? rule.severity,
		line,
		...(said.label === undefined ? {} : { column: said.label }),
		...(said.field === undefined ? {} : { field: said.field }),
		...(said.found === undefined ? {} : { found: kept(said.found) }),
		...(said.expected === undefined ? {} : { expected: said.expected }),
		...(said.suggestion === undefined ? {} : { suggestion: said.suggestion }),
		...(said.replacement === undefined ? {} : { replacement: said.replacement }),
		...(said.asksReason === undefined ? {} : { asksReason: said.asksReason }),
		message: `Fila ${line}${said.label === undefined ? '' : `, columna «${said.label}»`}: ${
			said.found === undefined || said.found.trim() === '' ? '' : `leímos «${shown(said.found)}». `
		}${said.message}`
	})
};
