import type { CsvRow } from '#lib/server/csv.ts';
import { quarters, reports, type InventedPlace } from './places.ts';
import { randomFrom } from './random.ts';

type Story = {
	name: string;
	currency: 'PEN' | 'USD';
	/** Per microenterprise. */
	capital: number;
	/** Part of the capital lent each quarter. */
	lends: number;
	/** Part of what falls due that is paid on time, at first; it changes by `drift` each quarter. */
	pays: number;
	drift: number;
	/** Index of the first quarter. */
	from: number;
	operator: string | null;
};

const stories: Record<NonNullable<InventedPlace['fund']>, Story> = {
	sound: {
		name: 'Fondo rotatorio para microempresas',
		currency: 'PEN',
		capital: 60,
		lends: 0.3,
		pays: 0.965,
		drift: 0.002,
		from: 0,
		operator: 'Caja Rural Tres Quebradas'
	},
	unlent: {
		name: 'Fondo rotatorio municipal',
		currency: 'PEN',
		capital: 250,
		lends: 0,
		pays: 1,
		drift: 0,
		from: 1,
		operator: null
	},
	arrears: {
		name: 'Fondo de crédito para comerciantes',
		currency: 'PEN',
		capital: 70,
		lends: 0.28,
		pays: 0.9,
		drift: -0.03,
		from: 0,
		operator: 'Cooperativa de Ahorro El Batán'
	},
	dollars: {
		name: 'Fondo de cooperación para productores',
		currency: 'USD',
		capital: 30,
		lends: 0.24,
		pays: 0.94,
		drift: 0.004,
		from: 0,
		operator: 'ONG Surco Nuevo'
	},
	young: {
		name: 'Fondo semilla',
		currency: 'PEN',
		capital: 120,
		lends: 0.2,
		pays: 0.97,
		drift: 0,
		from: 4,
		operator: 'Cooperativa de Ahorro El Batán'
	}
};

/** The ledger of a fund: each balance follows from the one before, to the céntimo. */
export function fundRows(place: InventedPlace): CsvRow[] {
	if (!place.fund) return [];

	const story = stories[place.fund];
	const random = randomFrom(Number(place.ubigeo) * 7 + 5);
	const capital = Math.round((place.businesses * story.capital) / 1000) * 1000;
	const women = random.between(0.45, 0.65);
	let balance = 0;
	let late = 0;

	return quarters.flatMap((quarter, index) => {
		if (index < story.from) return [];

		const lent = tens(capital * story.lends * random.between(0.85, 1.15));
		const due = tens(balance * 0.42);
		const onTime = tens(due * Math.min(1, story.pays + story.drift * index));
		const early = index % 3 === 2 ? tens(balance * 0.02) : 0;
		const recovered = tens(late * 0.15);
		const lost = index === 6 ? tens(late * 0.1) : 0;
		late = late - recovered - lost + (due - onTime);
		balance = balance + lent - onTime - early - recovered - lost;
		const credits =
			lent === 0 ? 0 : Math.max(1, Math.round(lent / (story.currency === 'USD' ? 450 : 1500)));

		const row = {
			municipio_id: place.ubigeo,
			fondo_id: `FONDO-${place.ubigeo}`,
			periodo: quarter,
			nombre: story.name,
			tipo: 'rotatorio',
			moneda: story.currency,
			fuente_recursos: story.currency === 'USD' ? 'cooperacion' : 'municipal',
			operador: story.operator,
			operador_tipo: story.operator === null ? null : operatorType(story.operator),
			capital_asignado: capital,
			aporte_otros: 0,
			colocado: lent,
			num_creditos: credits,
			creditos_mujeres: Math.floor(credits * women),
			cobrado_capital: onTime + early + recovered,
			adelantos: early,
			vencido_capital: due,
			saldo_vigente: balance,
			saldo_mora_30: Math.min(balance, late),
			castigado: lost,
			plazo_promedio_meses: lent === 0 ? null : 8
		};
		return reports(place, quarter) ? [row] : [];
	});
}

function operatorType(operator: string): string {
	return operator.startsWith('ONG') ? 'ong' : 'financiera';
}

function tens(amount: number): number {
	return Math.round(amount / 10) * 10;
}
