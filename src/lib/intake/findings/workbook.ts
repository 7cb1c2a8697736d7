import type { Finding } from '#lib/domain/finding.ts';
import { counted, grouped, listed, shown } from './words.ts';

/** Everything that can be said of a workbook before its rows are read like those of a CSV. */

const saveAs = 'Ábralo en Excel y use Archivo > Guardar como > «Libro de Excel (.xlsx)».';
const copyOut =
	'En Excel use Archivo > Nuevo > Libro en blanco, copie allí solo la tabla, guárdelo con Archivo > Guardar como y suba ese.';

function refuse(code: string, message: string, more: Partial<Finding> = {}): Finding {
	return { code, severity: 'error', expected: 'un libro de Excel (.xlsx)', message, ...more };
}

function names(sheets: readonly string[]): string {
	const some = sheets.slice(0, 5).map((name) => `«${shown(name)}»`);
	const rest = sheets.length - some.length;
	return listed(rest > 0 ? [...some, `${rest} más`] : some);
}

export const workbookFindings = {
	tooLarge: (megabytes: number, limit: number): Finding =>
		refuse(
			'workbook-too-large',
			`El libro ocuparía ${grouped(megabytes)} MB al abrirlo; el límite es ${limit} MB. ${copyOut}`,
			{ found: `${grouped(megabytes)} MB`, expected: `hasta ${limit} MB` }
		),

	squeezed: (part: string): Finding =>
		refuse(
			'workbook-squeezed',
			`Una parte del libro («${shown(part)}») está comprimida como no lo hace Excel y podría llenar la memoria; no la abrimos. ${copyOut}`,
			{ found: shown(part) }
		),

	tooManyParts: (count: number, limit: number): Finding =>
		refuse(
			'workbook-parts',
			`El libro tiene ${grouped(count)} partes; uno de Excel tiene menos de ${grouped(limit)}. ${copyOut}`,
			{ found: grouped(count), expected: `hasta ${grouped(limit)} partes` }
		),

	oddName: (part: string): Finding =>
		refuse(
			'workbook-odd-name',
			`El libro lleva dentro una parte con un nombre que Excel no usa: «${shown(part)}». No lo abrimos. ${copyOut}`,
			{ found: shown(part) }
		),

	repeatedPart: (part: string): Finding =>
		refuse(
			'workbook-repeated-part',
			`El libro lleva dentro dos partes en el mismo lugar: «${shown(part)}». No se sabe cuál vale. ${saveAs}`,
			{ found: shown(part) }
		),

	encrypted: (): Finding =>
		refuse(
			'workbook-password',
			'El libro tiene contraseña y no se puede leer. En Excel use Archivo > Información > Proteger libro > Cifrar con contraseña, borre la contraseña, guárdelo y súbalo otra vez.',
			{ expected: 'un libro sin contraseña' }
		),

	macros: (): Finding =>
		refuse(
			'workbook-macros',
			'El libro tiene macros y no lo abrimos. Guárdelo sin macros: en Excel use Archivo > Guardar como > «Libro de Excel (.xlsx)» y suba ese archivo.',
			{ expected: 'un libro sin macros' }
		),

	binary: (): Finding =>
		refuse(
			'workbook-binary',
			`El libro es binario (.xlsb), que no leemos. ${saveAs} Luego suba ese archivo.`
		),

	cut: (): Finding =>
		refuse(
			'workbook-cut',
			'El libro está incompleto: le falta el final. Ábralo en Excel, use Archivo > Guardar, espere a que termine y súbalo otra vez.'
		),

	damaged: (part: string): Finding =>
		refuse(
			'workbook-damaged',
			`El libro está dañado en «${shown(part)}». En Excel use Archivo > Abrir > Examinar > «Abrir y reparar», guárdelo y súbalo otra vez.`,
			{ found: shown(part) }
		),

	declaresEntities: (part: string): Finding =>
		refuse(
			'workbook-doctype',
			`El libro lleva dentro instrucciones que Excel no escribe (en «${shown(part)}»); no lo abrimos. ${saveAs}`,
			{ found: shown(part) }
		),

	noSheets: (): Finding =>
		refuse(
			'workbook-empty',
			'El libro no tiene ninguna hoja con datos. Compruebe en Excel que es el libro que llenó y que lo guardó con Archivo > Guardar.',
			{ expected: 'una hoja con datos' }
		),

	noSuchSheet: (asked: string, sheets: readonly string[]): Finding =>
		refuse(
			'no-such-sheet',
			`El libro no tiene la hoja «${shown(asked)}». Tiene ${names(sheets)}. Elija una de ellas.`,
			{ found: shown(asked), expected: names(sheets) }
		),

	whichSheet: (sheets: readonly string[]): Finding =>
		refuse(
			'which-sheet',
			`El libro tiene ${sheets.length} hojas con tablas: ${names(sheets)}. Elija cuál se lee, o súbalas como un envío de varias hojas.`,
			{ expected: 'una hoja elegida' }
		),

	otherSheets: (read: string, others: readonly string[]): Finding => ({
		code: 'other-sheets',
		severity: 'notice',
		message: `Leímos la hoja «${shown(read)}». No usamos ${names(others)}. No hay que hacer nada si ahí no hay datos por enviar.`
	}),

	hidden: (what: {
		sheets: readonly string[];
		rows: number;
		columns: readonly string[];
	}): Finding => {
		const parts = [
			...(what.sheets.length > 0
				? [
						`${what.sheets.length === 1 ? 'la hoja oculta' : 'las hojas ocultas'} ${names(what.sheets)}, que no leímos`
					]
				: []),
			...(what.rows > 0
				? [`${counted(what.rows, 'una fila oculta', 'filas ocultas')}, que también leímos`]
				: []),
			...(what.columns.length > 0
				? [
						`${what.columns.length === 1 ? 'la columna oculta' : 'las columnas ocultas'} ${listed(what.columns.slice(0, 10))}, que también leímos`
					]
				: [])
		];
		return {
			code: 'hidden-parts',
			severity: 'notice',
			message: `El libro tiene ${listed(parts)}. Para verlas en Excel use Inicio > Formato > Ocultar y mostrar.`
		};
	},

	formulaWithoutValue: (line: number, column: string, formula: string, others: number): Finding =>
		refuse(
			'formula-without-value',
			`Fila ${line}, columna ${column}: la fórmula «${shown(`=${formula}`, 40)}» no trae su resultado${others > 0 ? `, ni otras ${grouped(others)}` : ''}. Abra el libro en Excel, use Fórmulas > Calcular ahora, guárdelo y súbalo otra vez.`,
			{ line, column, found: shown(`=${formula}`), expected: 'el resultado de la fórmula' }
		),

	merged: (line: number, range: string, others: number): Finding => ({
		code: 'merged-cells',
		severity: 'warning',
		line,
		found: range,
		expected: 'una celda por dato',
		message: `Fila ${line}: las celdas ${range} están combinadas${others > 0 ? `, y otras ${grouped(others)} zonas también` : ''}; el dato vale solo para la primera y las demás se leen vacías. En Excel use Inicio > Combinar y centrar > Separar celdas y repita el dato donde falte.`
	}),

	oneColumn: (sheet: string): Finding => ({
		code: 'sheet-one-column',
		severity: 'notice',
		message: `En la hoja «${shown(sheet)}» toda la tabla está en la columna A, separada por signos; la separamos como un CSV. En Excel eso se arregla con Datos > Texto en columnas.`
	})
};
