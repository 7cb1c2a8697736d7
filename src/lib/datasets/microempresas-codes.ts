import type { Codes } from '../domain/codes.ts';

/** What separates microenterprises from each other. */
export const businessDimensions = {
	total: 'Total',
	sector: 'Sector',
	titular_edad: 'Edad del titular',
	titular_educacion: 'Educación del titular',
	titular_sexo: 'Sexo del titular',
	formalidad: 'Formalidad',
	articulacion: 'Articulación con grandes empresas',
	gremio: 'Pertenencia a un gremio',
	demanda: 'Demanda de servicios'
} as const satisfies Codes;

/** Categories by dimension. In `demanda` several may hold for one business, so they need not sum. */
export const businessCategories: Readonly<Record<string, Codes>> = {
	total: { total: 'Total' },
	sector: {
		comercio: 'Comercio',
		servicios: 'Servicios',
		produccion: 'Producción',
		pesca: 'Pesca',
		agropecuario: 'Agropecuario',
		turismo: 'Turismo',
		otro: 'Otro'
	},
	titular_edad: { menor_40: 'Menor de 40 años', '40_mas': '40 años o más' },
	titular_educacion: {
		sin: 'Sin estudios',
		primaria: 'Primaria',
		secundaria: 'Secundaria',
		superior: 'Superior',
		otra: 'Otra'
	},
	titular_sexo: { mujer: 'Mujer', hombre: 'Hombre' },
	formalidad: { con_licencia: 'Con licencia', sin_licencia: 'Sin licencia' },
	articulacion: { proveedor_gran_empresa: 'Proveedor de una gran empresa', no: 'No' },
	gremio: { afiliada: 'Afiliada', no: 'No' },
	demanda: {
		financiamiento: 'Financiamiento',
		mercado: 'Mercado',
		capacitacion_tecnica: 'Capacitación técnica',
		otra: 'Otra'
	}
};

/** Every category, of whichever dimension. */
export const allCategories: Codes = Object.assign({}, ...Object.values(businessCategories));
