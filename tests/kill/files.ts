/** Files that are all new to the database: no two share a row. */

const filesPerRun = 7;
const filesInPackage = 2;
const filesSent = filesPerRun + filesInPackage;
const municipalities = Array.from({ length: 40 }, (_, index) => String(990001 + index));
const sources = ['censo', 'proyeccion', 'encuesta', 'documento'];
const firstYear = 1941;
const yearsPerFile = 3;

export const registry = [
	'municipio_id,ambito_datos,nombre,tipo,provincia,departamento,superficie_km2',
	...municipalities.map(
		(code, index) => `${code},distrito,Prueba ${code},distrital,Prueba,Demostración,${index + 10}`
	),
	''
].join('\n');

/** Numbers of the files that one run imports. */
export function filesOfRun(run: number): number[] {
	return Array.from({ length: filesPerRun }, (_, index) => run * filesSent + index);
}

/** Numbers of the files that one run sends together, after the others. */
export function packageOfRun(run: number): number[] {
	const first = run * filesSent + filesPerRun;
	return Array.from({ length: filesInPackage }, (_, index) => first + index);
}

/** Population of 40 municipalities in three years from one source: 120 rows. */
export function fileNumber(number: number): string {
	const source = sources[number % sources.length] ?? '';
	const start = firstYear + Math.floor(number / sources.length) * yearsPerFile;
	const rows = municipalities.flatMap((code, index) =>
		Array.from({ length: yearsPerFile }, (_, year) =>
			[code, 'distrito', start + year, source, 1000 + index * 10 + number + year].join(',')
		)
	);
	return ['municipio_id,ambito_datos,anio,fuente,poblacion_total', ...rows, ''].join('\n');
}
