import { periodFindings as say } from '../findings/periods.ts';
import { entries, spot, type Entry } from './entry.ts';

const quarter = 'Trimestre';

/** What is said of a quarter, a year or a date. */
export const periodEntries: readonly Entry[] = entries('periodos', [
	[
		'No es un trimestre',
		'La celda no dice un año y un trimestre del 1 al 4.',
		'Escriba el año, un guion y T1, T2, T3 o T4.',
		say.notAQuarter(
			spot(quarter, '2025-T5'),
			{ why: 'Un año tiene los trimestres T1 a T4.' },
			'2025-T3'
		)
	],
	[
		'Trimestre escrito de otro modo',
		'Lo entendimos y lo pasamos a nuestra forma.',
		'No hay que hacer nada.',
		say.quarterRead(spot(quarter, 'III trim 2025'), '2025-T3')
	],
	[
		'Trimestre futuro',
		'El trimestre todavía no empieza.',
		'Corrija el trimestre.',
		say.futureQuarter(spot(quarter, '2030-T1'), '2030-T1', '2025-T4')
	],
	[
		'Trimestre en curso',
		'El trimestre todavía no termina.',
		'No hay que hacer nada: las cifras se muestran como provisionales.',
		say.runningQuarter(spot(quarter, '2025-T4'), '2025-T4')
	],
	[
		'No es un año',
		'La celda no es un año de cuatro cifras.',
		'Escriba el año con cuatro cifras.',
		say.notAYear(spot('Año', '93'), '1993', '1993')
	],
	[
		'Año escrito de otro modo',
		'Excel le agregó signos y lo entendimos.',
		'No hay que hacer nada.',
		say.yearRead(spot('Año', '1,993'), 1993)
	],
	[
		'Fecha escrita de otro modo',
		'La entendimos y la pasamos a nuestra forma.',
		'No hay que hacer nada.',
		say.dateRead(spot('Fecha', '30-set-2025'), '2025-09-30', '30/09/2025')
	],
	[
		'No es una fecha',
		'La fecha no existe, va con el mes primero, lleva hora o es un número de Excel.',
		'Escriba el día, el mes y el año.',
		say.notADate(
			spot('Fecha', '31/02/2025'),
			'Ese día no existe en el calendario.',
			undefined,
			'30/09/2025'
		)
	]
]);
