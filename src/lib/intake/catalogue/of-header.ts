import { headerFindings as say } from '../findings/header.ts';
import { entries, type Entry } from './entry.ts';

const template = 'Descargue la plantilla y use sus títulos.';

/** What is said of the headings and of which dataset a file is. */
export const headerEntries: readonly Entry[] = entries('titulos', [
	[
		'No hay fila de títulos',
		'En las primeras 20 filas ninguna trae títulos conocidos.',
		template,
		say.noHeader('180301')
	],
	[
		'Títulos separados de otro modo',
		'Los títulos están separados por espacios o dos puntos, o en una sola celda.',
		'Sepárelos con coma, punto y coma o tabulación.',
		say.otherSeparator(1, 'spaces')
	],
	[
		'Dos filas de títulos',
		'Sobre los títulos hay otra fila con grupos.',
		'Deje una sola fila, con títulos que digan todo.',
		say.doubleHeader(1, ['PEA'])
	],
	[
		'Plantilla supuesta',
		'Los títulos no completan ninguna plantilla y usamos la más parecida.',
		'Si es de otra, elija el conjunto al subirlo.',
		say.guessedDataset('Contexto')
	],
	[
		'Sin filas de datos',
		'Hay títulos y nada debajo.',
		'Agregue las filas y vuelva a subirlo.',
		say.noRows(1)
	],
	[
		'Filas de título',
		'Sobre los títulos hay filas de presentación.',
		'No hay que hacer nada: no las leemos.',
		say.titleRows(2)
	],
	[
		'Conjunto que no existe',
		'Se pidió un conjunto de datos que no hay.',
		'Elija uno de la lista.',
		say.unknownDataset('obras', ['contexto', 'fondos'])
	],
	[
		'Puede ser de varios conjuntos',
		'Los títulos sirven a más de una plantilla.',
		'Elija el conjunto al subirlo.',
		say.whichDataset(['Fondos', 'Actividades'])
	],
	[
		'No se reconoce la plantilla',
		'Los títulos no son de ninguna.',
		template,
		say.noDataset(['placa', 'marca'])
	],
	[
		'Es de otro conjunto',
		'Los títulos son los de otra plantilla.',
		'Súbalo como lo que parece o elija el archivo correcto.',
		say.otherDataset('Fondos', 'Tipo de cambio', 'tipo_cambio')
	],
	[
		'Falta una columna',
		'Una columna obligatoria no está.',
		'Agréguela, o corrija el título si está con otro nombre.',
		say.missingColumn('Año', 'anio', 'Años')
	],
	[
		'Columna repetida',
		'Dos títulos son de la misma columna.',
		'Deje solo una.',
		say.duplicateColumn(1, 'Año', ['Año', 'Ejercicio'])
	],
	[
		'Columna que no usaremos',
		'El título no es de la plantilla.',
		'Corríjalo si debía ser una de sus columnas.',
		say.unknownColumn(1, 'Color del local', false)
	],
	[
		'Título parecido',
		'El título se parece al de una columna de la plantilla.',
		'Diga qué columna es, o cambie el título.',
		say.nearHeading(1, 'Usuarioss', { field: 'usuarios', label: 'Microempresas atendidas' }, false)
	],
	[
		'Una columna por periodo',
		'Los títulos son trimestres o años.',
		'Ponga cada periodo en su propia fila.',
		say.wideFormat(1, { headings: ['2025-T1', '2025-T2'], rest: '', kind: 'quarter' })
	],
	[
		'Filas vacías al final',
		'Debajo de los datos hay filas con solo separadores.',
		'No hay que hacer nada: no las leemos.',
		say.emptyTail(40, 90)
	],
	[
		'Columna sin título',
		'Hay datos debajo de un título vacío.',
		'Escriba el título o borre la columna.',
		say.blankHeading(1, 'F', 2)
	],
	[
		'Columna que la plantilla no tiene',
		'Se indicó leer un título como una columna que no existe.',
		'Elija una de las columnas de la plantilla.',
		say.unknownMapping('Total', 'totales', ['cantidad'])
	],
	[
		'Título que el archivo no tiene',
		'Se indicó leer un título que no está.',
		'Elija uno de los títulos del archivo.',
		say.mappingWithoutHeading('Total', ['Año', 'Cantidad'])
	],
	[
		'Dos separadores',
		'Los títulos están separados por un signo y las filas por otro.',
		'Use el mismo separador en todo el archivo.',
		say.delimiterDiffers(2, ',', ';', 12)
	]
]);
