import { expect, test } from 'vitest';
import { datasets } from '#lib/datasets/index.ts';
import type { Places } from '#lib/domain/place.ts';
import { checkFile } from './check.ts';
import { detected } from './detected.ts';

const ilo = {
	ubigeo: '180301',
	name: 'Ilo',
	province: 'Ilo',
	department: 'Moquegua',
	scope: 'provincia',
	areaKm2: null,
	aliases: [],
	fictional: false
} as const;
const places: Places = { byUbigeo: new Map([[ilo.ubigeo, ilo]]), networks: new Set() };

function facts(bytes: Uint8Array) {
	const { reading, findings } = checkFile(bytes, { datasets, places, today: '2026-11-21' });
	if (!reading) throw new Error('not read');
	return detected(reading, findings);
}

test('everything that was detected is told as facts', () => {
	const lines = [
		'Reporte del a\u00A4o;;;;;',
		';;;;;',
		'Ubigeo;\u00B5mbito;A\u00A4o;Fuente;Poblaci\u00A2n;Color',
		';;;;personas;viviendas',
		'180301;provincia;1993;censo;51481;azul',
		'180301;provincia;2007;censo;63780;azul',
		';TOTAL;;;115261;',
		'Fuente: INEI;;;;;',
		';;;;;'
	];
	const dos = Uint8Array.from(`${lines.join('\r\n')}\r\n`, (letter) => letter.charCodeAt(0));
	expect(facts(dos)).toEqual({
		encoding: 'cp850',
		by: 'words',
		known: 3,
		words: ['año', 'ámbito', 'población'],
		delimiter: ';',
		headerLine: 3,
		columns: 5,
		ignored: ['Color'],
		skipped: [
			{ kind: 'title', rows: [1, 2], more: false },
			{ kind: 'units', rows: [4], more: false },
			{ kind: 'total', rows: [7], more: false },
			{ kind: 'note', rows: [8], more: false },
			{ kind: 'empty', rows: [9], more: false }
		]
	});
});

test('more totals than are listed are told', () => {
	const rows = Array.from({ length: 150 }, () => 'TOTAL;;;;5');
	const text = ['Ubigeo;Ámbito;Año;Fuente;Población', '180301;provincia;1993;censo;51481', ...rows];
	const [totals] = facts(new TextEncoder().encode(text.join('\n'))).skipped;
	expect(totals?.rows).toHaveLength(100);
	expect(totals).toMatchObject({ kind: 'total', more: true });
});
