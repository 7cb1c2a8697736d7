import { formatNumber, roundTo } from '../domain/number.ts';
import { currencies } from '../domain/codes.ts';
import { currencySynonyms, quarter } from './columns.ts';
import { numberIn } from './cells.ts';
import { defineDataset } from './types.ts';

export const tipoCambio = defineDataset({
	id: 'tipo_cambio',
	title: 'Tipo de cambio',
	description: 'Soles por unidad de otra moneda, promedio del trimestre, para todo el país.',
	source: 'Banco Central de Reserva del Perú',
	filledBy: 'La coordinación de la red, cada trimestre',
	period: 'periodo',
	columns: {
		periodo: quarter,
		moneda: {
			label: 'Moneda',
			type: 'code',
			key: true,
			codes: currencies,
			synonyms: currencySynonyms,
			aliases: ['divisa'],
			example: 'USD'
		},
		soles_por_unidad: {
			label: 'Soles por unidad',
			type: 'decimal',
			required: true,
			unit: 'S/',
			min: 0.1,
			max: 100,
			description: 'Promedio del trimestre.',
			aliases: ['tipo de cambio', 'tipo de cambio promedio', 'tc promedio', 'cambio'],
			example: '3.54'
		},
		ipc: {
			label: 'Índice de precios al consumidor',
			type: 'decimal',
			description: 'Índice nacional del trimestre; sirve para montos en soles constantes.',
			aliases: ['índice de precios', 'ipc promedio'],
			example: '115.2'
		}
	},
	rules: [
		{
			id: 'sol-por-sol',
			severity: 'error',
			says: 'Un sol vale un sol.',
			check: (cells) => {
				const rate = numberIn(cells, 'soles_por_unidad');
				if (cells['moneda'] !== 'PEN' || rate === null || rate === 1) return undefined;
				return {
					column: 'soles_por_unidad',
					expected: '1',
					suggestion: '1',
					replacement: '1',
					message: `La moneda es soles y la fila dice ${rate} soles por sol. Escriba 1 o corrija la moneda.`
				};
			}
		},
		{
			id: 'cambio-del-dolar',
			severity: 'warning',
			says: 'Un dólar vale entre 0.5 y 10 soles: así fue desde que hay soles, en 1991.',
			check: (cells) => {
				const rate = numberIn(cells, 'soles_por_unidad');
				if (cells['moneda'] !== 'USD' || rate === null || (rate >= 0.5 && rate <= 10))
					return undefined;
				const inverse = formatNumber(roundTo(1 / rate, 4));
				return {
					column: 'soles_por_unidad',
					expected: 'los soles que vale un dólar, como 3.54',
					asksReason: true,
					message:
						rate < 0.5
							? `${formatNumber(rate)} soles por dólar parece al revés: 1 ÷ ${formatNumber(rate)} = ${inverse}. Escriba cuántos soles vale un dólar, o explique la cifra.`
							: `${formatNumber(rate)} soles por dólar es demasiado. Corrija la cifra o explíquela.`
				};
			}
		}
	],
	examples: [
		{ periodo: '2025-T2', moneda: 'USD', soles_por_unidad: '3.66' },
		{ periodo: '2025-T3', moneda: 'USD', soles_por_unidad: '3.54' }
	]
});
