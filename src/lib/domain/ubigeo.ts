/** INEI codes of places: six digits as text, department (2), province (4), district (6). */

/** Whether a text has the form of a district code. It need not exist. */
export function isUbigeo(text: string): boolean {
	return /^\d{6}$/.test(text);
}

/** Whether the code is of an invented municipality of the demonstration (`9900nn`). */
export function isInvented(ubigeo: string): boolean {
	return /^9900\d{2}$/.test(ubigeo);
}

/** The 25 departments by the first two digits of a district's code. */
export const departments: Readonly<Record<string, string>> = {
	'01': 'Amazonas',
	'02': 'Áncash',
	'03': 'Apurímac',
	'04': 'Arequipa',
	'05': 'Ayacucho',
	'06': 'Cajamarca',
	'07': 'Callao',
	'08': 'Cusco',
	'09': 'Huancavelica',
	'10': 'Huánuco',
	'11': 'Ica',
	'12': 'Junín',
	'13': 'La Libertad',
	'14': 'Lambayeque',
	'15': 'Lima',
	'16': 'Loreto',
	'17': 'Madre de Dios',
	'18': 'Moquegua',
	'19': 'Pasco',
	'20': 'Piura',
	'21': 'Puno',
	'22': 'San Martín',
	'23': 'Tacna',
	'24': 'Tumbes',
	'25': 'Ucayali'
};

/** The department's two digits of a district's code. */
export function departmentCode(ubigeo: string): string {
	return ubigeo.slice(0, 2);
}
