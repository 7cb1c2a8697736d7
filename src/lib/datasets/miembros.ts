import { municipality, source, verified } from './columns.ts';
import { datesInOrder, notFuture } from './order.ts';
import { defineDataset } from './types.ts';

export const miembros = defineDataset({
	id: 'miembros',
	title: 'Miembros de la Mesa',
	description: 'Qué instituciones integran la Mesa u otra instancia, de qué sector y desde cuándo.',
	source: 'CEPAL/GTZ 2000, I.2.2',
	filledBy: 'La UMPE, cuando una institución entra o sale',
	municipality: 'municipio_id',
	columns: {
		municipio_id: municipality,
		instancia: {
			label: 'Instancia',
			type: 'text',
			key: true,
			description: 'Nombre de la Mesa o el comité, igual que en «concertacion».',
			aliases: ['mesa', 'nombre de la instancia', 'espacio de concertación', 'comité'],
			example: 'Mesa de Concertación PYME'
		},
		institucion: {
			label: 'Institución',
			type: 'text',
			key: true,
			description: 'La institución miembro. No escriba nombres de personas.',
			aliases: ['miembro', 'entidad', 'nombre de la institución', 'organización'],
			example: 'CEOP Ilo'
		},
		sector: {
			label: 'Sector',
			type: 'code',
			required: true,
			codes: {
				publico_local: 'Público local',
				publico_nacional: 'Público nacional',
				financiera: 'Financiera',
				ong: 'ONG',
				gremio: 'Gremio',
				empresa: 'Empresa',
				educativa: 'Educativa',
				cooperacion: 'Cooperación'
			},
			synonyms: {
				municipal: 'publico_local',
				municipalidad: 'publico_local',
				publico: 'publico_nacional',
				ministerio: 'publico_nacional',
				banco: 'financiera',
				asociacion: 'gremio',
				privado: 'empresa',
				universidad: 'educativa'
			},
			description: 'Una financiera es «financiera» aunque sea del Estado.',
			aliases: ['sector de la institución', 'tipo de miembro'],
			example: 'educativa'
		},
		desde: {
			label: 'Desde',
			type: 'date',
			required: true,
			description: 'Fecha en que entró.',
			aliases: ['miembro desde', 'fecha de ingreso', 'ingreso'],
			example: '1997-01-01'
		},
		hasta: {
			label: 'Hasta',
			type: 'date',
			description: 'Fecha en que salió. Vacía si sigue.',
			aliases: ['miembro hasta', 'fecha de salida', 'retiro'],
			example: '2024-12-31'
		},
		fuente: source,
		verificado: verified
	},
	rules: [datesInOrder, notFuture('desde')],
	examples: [
		{
			municipio_id: '990001',
			instancia: 'Mesa de Concertación PYME',
			institucion: 'CEOP Ilo',
			sector: 'educativa',
			desde: '1997-01-01'
		},
		{
			municipio_id: '990001',
			instancia: 'Mesa de Concertación PYME',
			institucion: 'Caja Rural',
			sector: 'financiera',
			desde: '2019-03-01',
			hasta: '2024-12-31'
		}
	]
});
