import type { Codes } from '../domain/codes.ts';

/**
 * The items of the self-assessment. What each asks comes from REMURPE 2003 (I.4, I.5, II.1-II.5, III),
 * in words of our own.
 */

/** Items that take a score from 0 to 4, by block: `EX1` belongs to `EX`. 39 in all. */
export const scoredItems = {
	EX1: 'Mercado: se sabe qué productos se venden, con qué calidad y en qué cantidad',
	EX2: 'Visión: los actores comparten hacia dónde va la economía local',
	EX3: 'Alianzas: hay acuerdos entre lo público y lo privado, dentro y fuera del territorio',
	EX4: 'Organización: los productores están organizados para producir y vender',
	EX5: 'Autoridad: el gobierno local está comprometido con la promoción económica',
	EX6: 'Recursos: se usan los recursos naturales sin agotarlos',
	EX7: 'Innovación: se apoya a quien hace algo nuevo',
	TR1: 'Participación: mujeres, jóvenes y comunidades toman parte en las decisiones',
	TR2: 'Capacidades: autoridades, técnicos y productores se forman de manera continua',
	TR3: 'Organización empresarial: las organizaciones funcionan como empresas',
	ALI1: 'Alianza: cada socio cumple su papel y no el del otro',
	ALI2: 'Alianza: es viable en lo político y en lo técnico',
	ALI3: 'Alianza: está claro quién depende de quién y en qué cada uno es independiente',
	ALI4: 'Alianza: los socios juntan sus recursos',
	ALI5: 'Alianza: se abre a más participantes',
	ALI6: 'Alianza: se comparten el riesgo y la responsabilidad, con seguimiento y evaluación',
	ALI7: 'Alianza: hay control democrático de lo que hace',
	CO1: 'Concertación: hay una presión o una oportunidad que mueve a ponerse de acuerdo',
	CO2: 'Concertación: se reconoce que nadie puede lograrlo por su cuenta',
	CO3: 'Concertación: hay un liderazgo claro',
	RO1: 'Papel municipal: articula a los actores',
	RO2: 'Papel municipal: no reemplaza a las empresas ni compite con ellas',
	RO3: 'Papel municipal: da reglas e instrumentos claros (trámites, planes, banco de proyectos, información)',
	RO4: 'Papel municipal: promueve la oferta de servicios y solo los da donde nadie más lo hace',
	RO5: 'Papel municipal: ordena el territorio y cuida los recursos naturales',
	RO6: 'Papel municipal: invierte con criterio de promoción económica',
	RO7: 'Papel municipal: promueve el territorio hacia fuera',
	RO8: 'Papel municipal: conduce un plan concertado de desarrollo económico',
	TA1: 'Territorio que aprende: lo público y lo privado aprenden juntos',
	TA2: 'Territorio que aprende: lo aprendido mejora los resultados y dura',
	TA3: 'Territorio que aprende: hay capacidad de coordinar',
	TA4: 'Territorio que aprende: hay personas o entidades que acercan a los demás',
	TA5: 'Territorio que aprende: hay servicios de apoyo a la actividad privada',
	TA6: 'Territorio que aprende: los pequeños acceden a estudios de mercado y a formar gerentes',
	TA7: 'Territorio que aprende: la coordinación está abierta a gente nueva',
	UR1: 'Plan: atiende a la vez lo urbano y lo rural',
	OB1: 'Obras: las de los dos últimos años dieron lugar a nuevas actividades económicas',
	PE1: 'Inversión: hay proyectos de promoción económica y no solo de apoyo a la producción',
	IN1: 'Innovadores: se conoce a quienes innovan y se les apoya'
} as const satisfies Codes;

/** The document's questions for groups, answered in text: 46 in all. */
export const groupQuestions = {
	A1: '¿Qué rasgos urbanos tiene el municipio?',
	A2: '¿Qué problemas tiene su parte urbana?',
	A3: '¿Qué rasgos rurales tiene?',
	A4: '¿Qué problemas tiene su parte rural?',
	A5: '¿Qué posibilidades tienen la parte urbana y la rural?',
	B1: '¿Qué mercados hay para los productos locales?',
	B2: '¿Qué calidad y qué cantidad piden esos mercados?',
	B3: '¿Tienen los actores una visión común?',
	B4: '¿Hay un plan acordado?',
	B5: '¿Cómo están las alianzas?',
	B6: '¿Cuál es el problema principal entre los aliados?',
	B7: '¿Pueden los productores atender lo que se les pide?',
	B8: '¿En qué productos pueden?',
	B9: '¿Están organizados los productores?',
	B10: '¿En qué organizaciones?',
	B11: '¿Cuál es la más fuerte?',
	B12: '¿Cuál es la más débil?',
	B13: '¿Está convencida la autoridad de promover la economía?',
	B14: '¿Por qué?',
	C1: '¿Qué obras se hicieron en dos años y qué actividades nuevas trajeron?',
	C2: 'De una obra: ¿a qué sectores les va mejor, igual o peor?',
	D1: '¿Hay proyectos de promoción económica o solo de apoyo a la producción? ¿Cuáles?',
	E1: '¿Qué experiencias de los dos tipos se conocen?',
	F1: 'Caso I: ¿de qué tipo es y por qué?',
	F2: 'Caso I: ¿quién gana?',
	F3: 'Caso I: ¿qué resultado se espera?',
	G1: 'Caso II: ¿de qué tipo es y por qué?',
	G2: 'Caso II: ¿quién gana?',
	G3: 'Caso II: ¿cómo actúa la municipalidad?',
	G4: 'Caso II: ¿cómo actúan los comerciantes?',
	G5: 'Caso II: ¿qué se aprende?',
	H1: 'Caso III: ¿cuál es el problema?',
	H2: 'Caso III: ¿qué ventajas tiene el acuerdo?',
	H3: 'Caso III: ¿qué desventajas tiene?',
	H4: 'Caso III: ¿qué se aprende?',
	I1: '¿Qué actores intervienen?',
	I2: '¿Qué papel cumple cada uno?',
	I3: '¿Qué se aprende de ellos?',
	J1: '¿Qué instituciones privadas hay?',
	J2: '¿Qué alianzas serían posibles y para qué?',
	K1: '¿Aprenden unos de otros en el territorio? ¿Cómo?',
	K2: '¿Se forman capacidades? ¿Cuáles?',
	K3: '¿Qué cursos hay, quién los da y quién gana con ellos?',
	L1: '¿Quiénes innovan y qué hacen?',
	L2: '¿Por qué son innovadores?',
	L3: '¿Qué aportan al territorio?'
} as const satisfies Codes;

/** Whether an item takes a score; the others are questions answered in text. */
export function isScored(item: string): boolean {
	return Object.hasOwn(scoredItems, item);
}
