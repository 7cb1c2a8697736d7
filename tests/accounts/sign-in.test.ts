import { expect, test } from 'vitest';
import { createAdministrator, changePassword } from '#lib/server/accounts/administrators.ts';
import { guessingLimits } from '#lib/server/accounts/guessing.ts';
import {
	closeSession,
	openSession,
	sessionLimits,
	userOfSession
} from '#lib/server/accounts/sessions.ts';
import { signIn } from '#lib/server/accounts/sign-in.ts';
import { describeEngines } from '../engines.ts';

const now = new Date('2026-11-21T15:00:00Z');
const after = (milliseconds: number) => new Date(now.getTime() + milliseconds);
const password = 'cuatro palabras muy sueltas';

describeEngines('accounts', (engine) => {
	const person = async (email: string) => {
		const id = await createAdministrator(engine.db, { email, name: 'María Quispe', password });
		if (!id) throw new Error('The e-mail was taken.');
		return id;
	};
	const enter = (email: string, options: { password?: string; address?: string; at?: Date } = {}) =>
		signIn(engine.db, {
			email,
			password: options.password ?? password,
			address: options.address ?? '190.12.1.1',
			now: options.at ?? now
		});

	test('whoever knows the password gets a session, however the e-mail is written', async () => {
		const id = await person('maria@muniilo.pe');
		const result = await enter(' Maria@MuniIlo.pe ');
		if (!('token' in result)) throw new Error('Refused.');
		expect(await userOfSession(engine.db, { token: result.token, now })).toEqual({
			id,
			email: 'maria@muniilo.pe',
			name: 'María Quispe',
			role: 'administracion'
		});
	});

	test('the database holds neither the password nor the token', async () => {
		const id = await person('secretos@muniilo.pe');
		const token = await openSession(engine.db, { account: id, now });
		const accounts = await engine.db.selectFrom('account').selectAll().execute();
		const sessions = await engine.db.selectFrom('session').selectAll().execute();
		expect(JSON.stringify([accounts, sessions])).not.toContain(password);
		expect(JSON.stringify(sessions)).not.toContain(token);
		for (const account of accounts)
			expect(account.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
	});

	test('an unknown e-mail and a wrong password get the same answer', async () => {
		await person('rosa@muniilo.pe');
		expect(await enter('rosa@muniilo.pe', { password: 'otra' })).toEqual({ refused: 'wrong' });
		expect(await enter('nadie@muniilo.pe', { password: 'otra' })).toEqual({ refused: 'wrong' });
	});

	test('a deactivated person neither enters nor goes on', async () => {
		const id = await person('baja@muniilo.pe');
		const token = await openSession(engine.db, { account: id, now });
		await engine.db.updateTable('account').set({ active: false }).where('id', '=', id).execute();
		expect(await userOfSession(engine.db, { token, now })).toBeNull();
		expect(await enter('baja@muniilo.pe')).toEqual({ refused: 'wrong' });
	});

	test('each sign-in gets a token of its own, and signing out kills only that one', async () => {
		const id = await person('dos@muniilo.pe');
		const first = await openSession(engine.db, { account: id, now });
		const second = await openSession(engine.db, { account: id, now });
		expect(first).not.toBe(second);
		await closeSession(engine.db, first);
		expect(await userOfSession(engine.db, { token: first, now })).toBeNull();
		expect(await userOfSession(engine.db, { token: second, now })).not.toBeNull();
	});

	test('a session ends when nobody uses it', async () => {
		const id = await person('ociosa@muniilo.pe');
		const token = await openSession(engine.db, { account: id, now });
		const late = after(sessionLimits.idle + 1);
		expect(await userOfSession(engine.db, { token, now: late })).toBeNull();
	});

	test('a session in use lives on, but not beyond its absolute end', async () => {
		const id = await person('activa@muniilo.pe');
		const token = await openSession(engine.db, { account: id, now });
		const step = sessionLimits.idle / 2;
		for (let spent = step; spent < sessionLimits.absolute; spent += step)
			expect(await userOfSession(engine.db, { token, now: after(spent) })).not.toBeNull();
		expect(
			await userOfSession(engine.db, { token, now: after(sessionLimits.absolute) })
		).toBeNull();
	});

	test('guessing at one account stops, also from many networks and with the right password', async () => {
		await person('blanco@muniilo.pe');
		for (let guess = 1; guess <= guessingLimits.account; guess++)
			expect(
				await enter('blanco@muniilo.pe', { password: 'no', address: `2001:db8:${guess}::1` })
			).toEqual({ refused: 'wrong' });

		const next = { address: '2001:db8:ffff::1' };
		expect(await enter('blanco@muniilo.pe', next)).toEqual({ refused: 'too-many' });
		const later = await enter('blanco@muniilo.pe', {
			...next,
			at: after(guessingLimits.window + 1)
		});
		expect(later).toHaveProperty('token');
	});

	test('an unknown e-mail is limited just like a known one', async () => {
		for (let guess = 1; guess <= guessingLimits.account; guess++)
			await enter('fantasma@muniilo.pe', { password: 'no', address: `2001:db8:0:${guess}::1` });
		expect(await enter('fantasma@muniilo.pe')).toEqual({ refused: 'too-many' });
	});

	test('guessing from one /64 stops, whatever the account and the last half of the address', async () => {
		for (let guess = 1; guess <= guessingLimits.network; guess++)
			await enter(`persona${guess}@muniilo.pe`, {
				password: 'no',
				address: `2001:db8:a:b:${guess}::1`
			});
		expect(await enter('otra@muniilo.pe', { address: '2001:db8:a:b:9999::9' })).toEqual({
			refused: 'too-many'
		});
		expect(await enter('otra@muniilo.pe', { address: '2001:db8:a:c::1' })).toEqual({
			refused: 'wrong'
		});
	});

	test('a burst of guesses at once is limited as if they came one by one', async () => {
		await person('rafaga@muniilo.pe');
		const burst = Array.from({ length: guessingLimits.account * 3 }, (_, guess) =>
			enter('rafaga@muniilo.pe', { password: 'no', address: `2001:db8:b:${guess}::1` })
		);
		const answers = await Promise.all(burst);
		const tried = answers.filter((answer) => 'refused' in answer && answer.refused === 'wrong');
		expect(tried.length).toBeLessThanOrEqual(guessingLimits.account);
	});

	test('another password ends the other sessions, and needs the present one', async () => {
		const account = await person('cambio@muniilo.pe');
		const keep = await openSession(engine.db, { account, now });
		const other = await openSession(engine.db, { account, now });
		const next = 'otras cuatro palabras sueltas';
		const change = { account, keep, password: next };
		expect(await changePassword(engine.db, { ...change, present: 'no es' })).toBe(false);
		expect(await userOfSession(engine.db, { token: other, now })).not.toBeNull();

		expect(await changePassword(engine.db, { ...change, present: password })).toBe(true);
		expect(await userOfSession(engine.db, { token: other, now })).toBeNull();
		expect(await userOfSession(engine.db, { token: keep, now })).not.toBeNull();
		expect(await enter('cambio@muniilo.pe')).toEqual({ refused: 'wrong' });
		expect(await enter('cambio@muniilo.pe', { password: next })).toHaveProperty('token');
	});
});
