/** A closed list of codes with the words that people read: `{ FIN: 'Financiamiento' }`. */
export type Codes = { readonly [code: string]: string };

/** The five kinds of service for enterprises that the IDEL mandate names. */
export const serviceCategories = {
	FIN: 'Financiamiento',
	TEC: 'Tecnología',
	MER: 'Mercado',
	CAP: 'Capacitación',
	ASI: 'Asistencia técnica'
} as const satisfies Codes;

export type ServiceCategory = keyof typeof serviceCategories;

/** The categories in the order in which every table and figure shows them. */
export const categoryOrder: readonly ServiceCategory[] = ['FIN', 'TEC', 'MER', 'CAP', 'ASI'];

/** Service types by category: four each, the ceiling of variety. `otro` counts as an offer, not as a type. */
export const serviceTypes: Readonly<Record<ServiceCategory, Codes>> = {
	FIN: {
		microcredito: 'Microcrédito',
		fondo_rotatorio: 'Fondo rotatorio',
		ahorro: 'Ahorro',
		garantia: 'Garantía'
	},
	TEC: {
		maquicentro: 'Maquicentro',
		innovacion_producto: 'Innovación de producto',
		procesamiento: 'Procesamiento',
		tic: 'Tecnologías de información'
	},
	MER: {
		ferias: 'Ferias',
		comercializacion: 'Comercialización',
		informacion_mercado: 'Información de mercado',
		eslabonamiento: 'Eslabonamiento con otras empresas'
	},
	CAP: {
		formacion_tecnica: 'Formación técnica',
		gestion_empresarial: 'Gestión empresarial',
		adiestramiento_laboral: 'Adiestramiento laboral',
		formacion_lideres: 'Formación de líderes'
	},
	ASI: {
		asistencia_productiva: 'Asistencia productiva',
		asesoria_empresarial: 'Asesoría empresarial',
		asesoria_legal_tramites: 'Asesoría legal y de trámites',
		acompanamiento: 'Acompañamiento'
	}
};

/** Currencies in which amounts are reported. Two are never added. */
export const currencies = { PEN: 'soles', USD: 'dólares' } as const satisfies Codes;

export type Currency = keyof typeof currencies;

/** Territory that the figures of a municipality describe. */
export const scopes = { distrito: 'Distrito', provincia: 'Provincia' } as const satisfies Codes;
