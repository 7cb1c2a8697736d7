import { placeFindings as say } from '../findings/places.ts';
import { entries, ilo, inapari, spot, type Entry } from './entry.ts';

const code = 'Ubigeo';

/** What is said of a municipality's code and name. */
export const placeEntries: readonly Entry[] = entries('lugares', [
	[
		'No es un ubigeo',
		'La celda no trae las seis cifras de un distrito.',
		'Escriba el ubigeo del INEI.',
		say.notAnUbigeo(spot(code, '1803'), 'Es el código de una provincia.', '180301', '180301')
	],
	[
		'Cero inicial repuesto',
		'Excel quitó el cero con que empieza el código.',
		'No hay que hacer nada: lo repusimos.',
		say.padded(spot(code, '10101'), '010101', undefined)
	],
	[
		'Código reparado',
		'Excel le agregó signos al código.',
		'No hay que hacer nada.',
		say.repaired(spot(code, '180,301'), '180301', ilo)
	],
	[
		'Código que no está en el registro',
		'Ninguna municipalidad registrada tiene ese ubigeo.',
		'Corríjalo; si es un distrito nuevo, pida que lo agreguen.',
		say.unknown(spot(code, '180302'), '180302', [ilo])
	],
	[
		'Código de RENIEC',
		'El código es de RENIEC, y en el INEI es de otro distrito.',
		'Escriba el ubigeo del INEI.',
		say.codeOfReniec(spot(code, '170301'), { meant: ilo, here: inapari })
	],
	[
		'Distrito que no existía',
		'La fila informa un periodo en que el distrito no existía.',
		'Revise el ubigeo o el periodo.',
		say.notInForce(spot(code, '180301'), ilo, { period: '1993', since: '2014-T1' })
	],
	[
		'Código y nombre no coinciden',
		'El código es de un lugar y el nombre de otro.',
		'Corrija uno de los dos.',
		say.nameDisagrees(spot('Municipio', 'Iñapari'), ilo, [inapari], false)
	],
	[
		'El nombre cambiaría',
		'El archivo da otro nombre a un código que ya lo tiene.',
		'Revise que el código sea del INEI; si el nombre cambió, confirme.',
		say.nameChanges(spot('Nombre', 'Ilo'), inapari, [ilo])
	],
	[
		'Nombre escrito de otro modo',
		'El registro lo escribe con otras letras.',
		'No hay que hacer nada: usamos el código.',
		say.nameSpelled(spot('Municipio', 'Yñapari'), inapari)
	]
]);
