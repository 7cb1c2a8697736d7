/** Goals reached and missed by one part of the bench, each printed as it is judged. */
export class Goals {
	reached = 0;
	missed = 0;

	/** @param unit what stands after the measure: `× \copy`, ` MB` */
	judge(name: string, measured: number, atMost: number, unit: string): void {
		const isGood = measured <= atMost;
		if (isGood) this.reached++;
		else this.missed++;
		const digits = measured < 10 ? 2 : 0;
		console.log(
			`${name}: ${measured.toFixed(digits)}${unit} (goal ≤ ${atMost}) ${isGood ? 'reached' : 'MISSED'}`
		);
	}
}
