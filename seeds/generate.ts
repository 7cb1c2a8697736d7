import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findDataset } from '#lib/datasets/index.ts';
import { writeCsv, type CsvRow } from '#lib/server/csv.ts';
import { activityRows } from './invented/activities.ts';
import { businessRows, contextRows, rateRows } from './invented/context.ts';
import { fundRows } from './invented/funds.ts';
import { places, type InventedPlace } from './invented/places.ts';
import { serviceRows } from './invented/services.ts';
import { workedBusinesses, workedServices } from './invented/test-municipality.ts';

const mark = 'Inventado para la demostración';

/** The files of the invented network by dataset: the same text on every machine. */
export function inventedFiles(): Map<string, string> {
	const rows: [string, readonly CsvRow[]][] = [
		['municipios', places.map(registryRow)],
		['membresias', places.map(membershipRow)],
		['tipo_cambio', rateRows()],
		['contexto', places.flatMap(contextRows)],
		['microempresas', [...workedBusinesses, ...places.flatMap(businessRows)]],
		['servicios', [...workedServices, ...places.flatMap(serviceRows)]],
		['actividades', places.flatMap(activityRows)],
		['fondos', places.flatMap(fundRows)]
	];

	return new Map(rows.map(([dataset, list]) => [dataset, asCsv(dataset, list)]));
}

function registryRow(place: InventedPlace): CsvRow {
	return {
		municipio_id: place.ubigeo,
		ambito_datos: 'distrito',
		nombre: place.name,
		tipo: place.kind,
		provincia: place.province,
		departamento: 'Demostración',
		region_natural: place.region,
		superficie_km2: place.areaKm2,
		ambito: place.setting
	};
}

function membershipRow(place: InventedPlace): CsvRow {
	return {
		municipio_id: place.ubigeo,
		red: 'DEMO',
		relacion: 'umpe',
		desde: place.joined ?? '2024-T4'
	};
}

/** The columns that some row fills, in the order in which the dataset declares them. */
function asCsv(dataset: string, rows: readonly CsvRow[]): string {
	const declared = findDataset(dataset)?.columns ?? {};
	const columns = Object.keys(declared);
	const marked = dataset === 'contexto' ? 'nota' : 'fuente';
	const whole = rows.map((row) => (marked in declared ? { ...row, [marked]: mark } : row));

	return writeCsv(
		columns.filter((column) => whole.some((row) => (row[column] ?? null) !== null)),
		whole
	);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
	for (const [dataset, text] of inventedFiles()) {
		writeFileSync(join(import.meta.dirname, 'inventado', `${dataset}.csv`), text);
	}
}
