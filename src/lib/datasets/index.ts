import { actividades } from './actividades.ts';
import { autoevaluacion } from './autoevaluacion.ts';
import { concertacion } from './concertacion.ts';
import { contexto } from './contexto.ts';
import { fondos } from './fondos.ts';
import { formalizacion } from './formalizacion.ts';
import { membresias } from './membresias.ts';
import { microempresas } from './microempresas.ts';
import { miembros } from './miembros.ts';
import { municipios } from './municipios.ts';
import { proyectos } from './proyectos.ts';
import { servicios } from './servicios.ts';
import { tipoCambio } from './tipo-cambio.ts';
import type { Dataset } from './types.ts';
import { umpe } from './umpe.ts';

/** Every kind of CSV, in the order in which a package of files is loaded: what others refer to first. */
export const datasets: readonly Dataset[] = [
	municipios,
	membresias,
	tipoCambio,
	contexto,
	microempresas,
	umpe,
	servicios,
	actividades,
	fondos,
	formalizacion,
	proyectos,
	concertacion,
	miembros,
	autoevaluacion
];

/** The dataset with an id (`servicios`), or undefined. */
export function findDataset(id: string): Dataset | undefined {
	return datasets.find((dataset) => dataset.id === id);
}
