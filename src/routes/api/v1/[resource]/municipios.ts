import type { Json } from '#lib/domain/canonical.ts';
import { membershipsOf, pageOfMunicipalities } from '#lib/server/queries/municipalities.ts';
import type { Resource } from './answer.ts';
import { membersAsked } from './members.ts';
import { markOf, readLimit, readMark } from './parameters.ts';

const columns = [
	'municipio',
	'nombre',
	'tipo',
	'ambito_datos',
	'provincia',
	'departamento',
	'zona',
	'macrorregion',
	'region_natural',
	'ambito',
	'superficie_km2',
	'lat',
	'lon',
	'desde',
	'hasta',
	'redes',
	'demostracion'
];

/** The registry, in the order of codes, each with the networks it has to do with and how. */
export const municipios: Resource = {
	parameters: ['municipio', 'grupo', 'limite', 'siguiente'],

	read: async (db, { viewer, parameters }) => {
		const limit = readLimit(parameters);
		const after = readMark(parameters, 1)?.[0];
		const asked = await membersAsked(db, { viewer, parameters });

		const found = await pageOfMunicipalities(db, {
			viewer,
			limit: limit + 1,
			after,
			members: asked?.members
		}).execute();
		const page = found.slice(0, limit);
		const networks = await membershipsOf(db, {
			viewer,
			municipalities: page.map((row) => row.ubigeo)
		}).execute();

		const relations = new Map<string, Json[]>();
		for (const row of networks) {
			const list = relations.get(row.ubigeo) ?? [];
			relations.set(row.ubigeo, [
				...list,
				{ red: row.network, relacion: row.relation, etapa: row.stage, nota: row.note }
			]);
		}

		const rows = page.map((row) => ({
			municipio: row.ubigeo,
			nombre: row.name,
			tipo: row.kind,
			ambito_datos: row.scope,
			provincia: row.province,
			departamento: row.department,
			zona: row.zone,
			macrorregion: row.macroregion,
			region_natural: row.natural_region,
			ambito: row.setting,
			superficie_km2: row.area_km2,
			lat: row.latitude,
			lon: row.longitude,
			desde: row.since,
			hasta: row.until,
			redes: relations.get(row.ubigeo) ?? [],
			...(row.fictional ? { demostracion: true } : {})
		}));

		return {
			rows,
			columns,
			csv: rows.map((row) => ({
				...row,
				redes: networks
					.filter((network) => network.ubigeo === row.municipio)
					.map((network) => `${network.network} (${network.relation})`)
					.join('; ')
			})),
			next: found.length > limit ? markOf(page.at(-1)?.ubigeo ?? '') : undefined,
			invented: page.some((row) => row.fictional)
		};
	}
};
