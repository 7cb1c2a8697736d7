import { expect, test } from 'vitest';
import { addressWith, csvAddress } from './address.ts';

const url = new URL('http://x/indicadores/poblacion?grupo=pais&orden=valor&pagina=3');

test('a choice changes, the others stay, and the list starts again', () => {
	expect(addressWith(url, { orden: null })).toBe('/indicadores/poblacion?grupo=pais');
	expect(addressWith(url, { medida: 'FIN' })).toBe(
		'/indicadores/poblacion?grupo=pais&orden=valor&medida=FIN'
	);
});

test('another page of the list keeps every choice', () => {
	expect(addressWith(url, { pagina: '4' }, '#lista')).toBe(
		'/indicadores/poblacion?grupo=pais&orden=valor&pagina=4#lista'
	);
	expect(addressWith(new URL('http://x/a?pagina=2'), { pagina: null })).toBe('/a');
});

test('a file to open in Excel asks for all its rows and for the mark of UTF-8', () => {
	expect(csvAddress('valores', { indicador: 'IDX02', grupo: 'pais' })).toBe(
		'/api/v1/valores.csv?indicador=IDX02&grupo=pais&limite=10000&separador=coma'
	);
});
