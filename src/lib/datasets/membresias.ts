import { editDistance } from '../domain/names.ts';
import { municipality, source, verified } from './columns.ts';
import { textIn } from './cells.ts';
import { fromUntil, notFuture } from './order.ts';
import { defineDataset } from './types.ts';

const isCode = (text: string) => /^[A-Z][A-Z0-9_-]{1,19}$/.test(text);

export const membresias = defineDataset({
	id: 'membresias',
	title: 'Membresías',
	description: 'Qué municipalidades pertenecen a qué red, desde cuándo y de qué manera.',
	source: 'CEPAL/GTZ 2000, I.1; REMURPE 2003',
	filledBy: 'La coordinación de la red, cuando algo cambia',
	municipality: 'municipio_id',
	columns: {
		municipio_id: municipality,
		red: {
			label: 'Red',
			type: 'text',
			key: true,
			description: 'Código de la red en mayúsculas, sin espacios: PROMDE, REMURPE u otra.',
			aliases: ['código de la red', 'red de municipalidades'],
			example: 'PROMDE'
		},
		relacion: {
			label: 'Relación',
			type: 'code',
			key: true,
			codes: {
				miembro: 'Miembro',
				umpe: 'Tiene UMPE',
				participante_taller: 'Participante de un taller',
				mencionada: 'Mencionada'
			},
			description:
				'Solo «miembro» y «umpe» deben reportes y entran en las sumas de la red; asistir a un taller no es ser miembro.',
			aliases: ['tipo de relación', 'condición', 'vínculo'],
			example: 'umpe'
		},
		etapa: {
			label: 'Etapa',
			type: 'text',
			description: 'Etapa en que entró. En PROMDE: I, II-III o 1999.',
			example: 'I'
		},
		desde: {
			label: 'Desde',
			type: 'quarter',
			aliases: ['miembro desde', 'ingreso'],
			example: '1996-T3'
		},
		hasta: {
			label: 'Hasta',
			type: 'quarter',
			aliases: ['miembro hasta', 'retiro'],
			example: '2025-T4'
		},
		nota: {
			label: 'Nota',
			type: 'text',
			description: 'Dudas o aclaraciones.',
			aliases: ['observación', 'observaciones', 'notas', 'comentario'],
			example: 'Nombrada dos veces en el documento'
		},
		fuente: source,
		verificado: verified
	},
	rules: [
		{
			id: 'codigo-de-red',
			severity: 'error',
			says: 'El código de la red va en mayúsculas, de 2 a 20 letras, cifras o guiones.',
			check: (cells) => {
				const network = textIn(cells, 'red');
				if (!network || isCode(network)) return undefined;
				const upper = network
					.normalize('NFKD')
					.replace(/\p{M}+/gu, '')
					.toUpperCase();
				const suggestion = upper.trim().replace(/\s+/g, '_');
				return {
					column: 'red',
					expected: 'un código como PROMDE',
					...(isCode(suggestion) && { suggestion, replacement: suggestion }),
					message: `«${network.slice(0, 60)}» no es un código de red. Escríbalo en mayúsculas, sin tildes ni espacios, como PROMDE.`
				};
			}
		},
		{
			id: 'red-parecida',
			severity: 'warning',
			says: 'Una red nueva no se escribe casi como otra que ya existe.',
			check: (cells, { places }) => {
				const network = textIn(cells, 'red');
				if (!network || !isCode(network) || !places || places.networks.has(network))
					return undefined;
				const near = [...places.networks].find((code) => editDistance(code, network) <= 2);
				if (near === undefined) return undefined;
				return {
					column: 'red',
					expected: `${near}, o el código de una red nueva`,
					suggestion: near,
					replacement: near,
					message: `«${network}» no es una red conocida. ¿Quiso decir ${near}? Si es una red nueva, continúe.`
				};
			}
		},
		fromUntil,
		notFuture('desde')
	],
	examples: [
		{ municipio_id: '180301', red: 'PROMDE', relacion: 'umpe', etapa: 'I', desde: '1996-T3' },
		{ municipio_id: '200114', red: 'REMURPE', relacion: 'participante_taller', desde: '2003-T2' }
	]
});
