import type { Codes } from '../domain/codes.ts';

/** What a UMPE does. The last two are groups, for reports that give no more. */
export const activityTypes = {
	capacitacion: 'Capacitación',
	feria: 'Feria',
	rueda_negocios: 'Rueda de negocios',
	informacion: 'Información',
	simplificacion: 'Simplificación administrativa',
	infraestructura: 'Infraestructura',
	concertacion: 'Concertación',
	diagnostico: 'Diagnóstico',
	otra: 'Otra',
	promocion_empresarial: 'Promoción empresarial',
	sin_clasificar: 'Sin clasificar'
} as const satisfies Codes;

export type ActivityType = keyof typeof activityTypes;

/** The four groups in which the structure of activities is shown. */
export const activityGroups = {
	promocion_empresarial: 'Promoción empresarial',
	simplificacion: 'Simplificación administrativa',
	infraestructura: 'Infraestructura',
	otras: 'Otras'
} as const satisfies Codes;

export type ActivityGroup = keyof typeof activityGroups;

const promotion: readonly string[] = [
	'promocion_empresarial',
	'capacitacion',
	'feria',
	'rueda_negocios',
	'informacion'
];

/** The group to which a type of activity belongs: the rest is `otras`. */
export function activityGroup(type: string): ActivityGroup {
	if (promotion.includes(type)) return 'promocion_empresarial';
	return type === 'simplificacion' || type === 'infraestructura' ? type : 'otras';
}
