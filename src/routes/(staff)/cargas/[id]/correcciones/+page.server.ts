import type { Finding } from '#lib/domain/finding.ts';
import { requireUser } from '#lib/server/accounts/require.ts';
import { database, originals } from '#lib/server/database.ts';
import { formOrRefusal, textOf } from '#lib/server/forms/form.ts';
import { correctAlike, uncorrect } from '#lib/server/submissions/corrections.ts';
import { leaveOut, takeAllIn } from '#lib/server/submissions/left-out.ts';
import { Refusal } from '#lib/server/submissions/refusal.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.js';
import { foundIn } from '../findings.ts';
import { headOf } from '../head.ts';
import { done, refused, visible } from '../submission.ts';
import { placeOf } from './answers.ts';
import { asRead } from './as-read.ts';
import { correctionsView } from './corrections-view.ts';
import { nextAddress, saveAnswers } from './save.ts';

export const load: PageServerLoad = async ({ locals, params }) => {
	requireUser(locals);
	const submission = await visible(locals, params.id);
	const findings = await foundIn(locals, params.id);
	return {
		head: headOf(submission, 'correcciones', findings),
		asRead: asRead(submission),
		...(await correctionsView(submission, findings))
	};
};

type Given = { id: string; account: string; form: FormData; findings: readonly Finding[] };

/** An action of this screen: who may, with the form read, and on to what is next. */
function mending(work: (given: Given) => Promise<unknown>) {
	return async ({ locals, params: { id }, request }: RequestEvent) => {
		const { id: account } = requireUser(locals);
		await visible(locals, id);
		const read = await formOrRefusal(request);
		if (read.refusal) return refused(read.refusal);
		const findings = await foundIn(locals, id);
		return done(
			() => foundIn(locals, id).then((left) => nextAddress(id, left)),
			() => work({ id, account, form: read.form, findings })
		);
	};
}

const reading = (account: string) => ({ originals: originals(), account });

export const actions: Actions = {
	guardar: mending(({ form, ...asked }) => saveAnswers(form, asked)),

	iguales: mending(({ id, account, form }) => {
		const [code = '', field = ''] = textOf(form, 'grupo').split(':');
		return correctAlike(database(), id, { ...reading(account), code, field });
	}),

	quitar: mending(async ({ id, account, form }) => {
		const cell = textOf(form, 'celda');
		const place = placeOf(cell);
		if (!place && cell !== 'todas') throw new Refusal('Esa corrección ya no está.', 400);
		return uncorrect(database(), id, { ...reading(account), ...(place && { cells: [place] }) });
	}),

	parcial: mending(async ({ id, account, form }) => {
		if (textOf(form, 'que') === 'buenas') await leaveOut(database(), id, reading(account));
	}),

	todas: mending(({ id, account }) => takeAllIn(database(), id, reading(account)))
};
