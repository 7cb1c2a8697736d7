import { expect, test } from 'vitest';
import { byFiller } from './fillers.ts';
import { datasets } from './index.ts';

test('each dataset stands once under who fills it', () => {
	const groups = byFiller(datasets).map(({ filler, datasets }) => [
		filler,
		datasets.map(({ id }) => id)
	]);
	expect(groups).toEqual([
		['trimestre', ['servicios', 'actividades', 'fondos', 'formalizacion', 'concertacion']],
		['anio', ['umpe', 'proyectos', 'miembros', 'autoevaluacion']],
		['coordinacion', ['municipios', 'membresias', 'tipo_cambio', 'contexto', 'microempresas']]
	]);
});
