import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import type { Place, Places } from '#lib/domain/place.ts';
import { serviceTypes } from '#lib/domain/codes.ts';

/** Municipalities of the country's size, invented: only their number and their codes matter. */
export const places: Places = {
	byUbigeo: new Map(Array.from({ length: 1891 }, (_, index) => placeAt(index))),
	networks: new Set()
};

function placeAt(index: number): [string, Place] {
	const [department, province, district] = [index / 80, (index % 80) / 10, index % 10];
	const ubigeo = [department, province, district].map((part) => two(1 + Math.floor(part))).join('');
	const name = `Distrito ${index + 1}`;
	return [
		ubigeo,
		{
			ubigeo,
			name,
			province: null,
			department: 'Lima',
			scope: 'distrito',
			areaKm2: null,
			aliases: [],
			fictional: false
		}
	];
}

function two(number: number): string {
	return String(number).padStart(2, '0');
}

export const heading =
	'municipio_id,periodo,institucion,tipo_institucion,categoria,tipo_servicio,estado,usuarios,usuarias_mujeres,personas_formadas,pago_usuario,operador_externo,fuente,verificado';
const kinds = Object.entries(serviceTypes).flatMap(([category, types]) =>
	Object.keys(types).map((type) => `${category},${type}`)
);
const institutions = Array.from(
	{ length: 400 },
	(_, index) => `${['Caja Rural', 'Centro CITE', 'Cámara PYME', 'ONG Andina'][index % 4]} ${index}`
);
const types = ['financiera', 'publica', 'gremio', 'ong'];
const payments = ['gratis', 'parcial', 'costo_total', ''];
const firstYear = 2022;
const quarters = 16;

/**
 * Rows of `servicios` as a ministry would send them: municipality by municipality, quarter by quarter,
 * every cell filled as the template asks and no key twice.
 */
export function* nationalRows(count: number): Generator<string> {
	const codes = [...places.byUbigeo.keys()];
	const each = Math.ceil(count / (codes.length * quarters));
	let made = 0;
	for (const [at, code] of codes.entries()) {
		for (let quarter = 0; quarter < quarters; quarter++) {
			const period = `${firstYear + Math.floor(quarter / 4)}-T${(quarter % 4) + 1}`;
			for (let row = 0; row < each && made < count; row++, made++) {
				const number = (at * 7 + row) % institutions.length;
				const users = 60 + ((at * 31 + row * 101) % 900) + quarter;
				const women = Math.floor(users / (2 + (row % 3)));
				yield `${code},${period},${institutions[number]},${types[number % 4]},${kinds[row % kinds.length]},activo,${users},${women},,${payments[(at + row) % 4]},${row % 2},,`;
			}
		}
	}
}

/** Writes such a file; gives its size in bytes. */
export async function writeNational(path: string, rows: number): Promise<number> {
	const file = createWriteStream(path);
	let bytes = 0;
	let piece = `${heading}\n`;
	const flush = async () => {
		bytes += Buffer.byteLength(piece);
		if (!file.write(piece)) await once(file, 'drain');
		piece = '';
	};
	for (const row of nationalRows(rows)) {
		piece += `${row}\n`;
		if (piece.length > 1_000_000) await flush();
	}
	await flush();
	file.end();
	await once(file, 'finish');
	return bytes;
}
