import { beforeEach, expect, test } from 'vitest';
import { hasAdministrator } from '#lib/server/accounts/administrators.ts';
import { completeSetup, createSetupLink, isSetupOpen } from '#lib/server/accounts/setup.ts';
import { describeEngines } from '../engines.ts';

const now = new Date('2026-11-21T15:00:00Z');
const baseUrl = 'https://idel.remurpe.pe';
const person = {
	name: 'María Quispe',
	email: 'maria@muniilo.pe',
	password: 'cuatro palabras muy sueltas'
};

describeEngines('the set-up link', (engine) => {
	beforeEach(async () => {
		await engine.db.deleteFrom('account').execute();
	});

	const newToken = async () => {
		const link = await createSetupLink(engine.db, { baseUrl, now });
		if (!link) throw new Error('There is an administrator already.');
		expect(link.startsWith(`${baseUrl}/instalacion?clave=`)).toBe(true);
		return new URL(link).searchParams.get('clave') ?? '';
	};

	test('makes the first administrator, once', async () => {
		const token = await newToken();
		expect(await isSetupOpen(engine.db, { token, now })).toBe(true);
		expect(await completeSetup(engine.db, { token, person, now })).toBeTypeOf('string');
		expect(await hasAdministrator(engine.db)).toBe(true);

		expect(await isSetupOpen(engine.db, { token, now })).toBe(false);
		const other = { ...person, email: 'otra@muniilo.pe' };
		expect(await completeSetup(engine.db, { token, person: other, now })).toBeUndefined();
	});

	test('used by two at the same moment, serves one', async () => {
		const token = await newToken();
		const ids = await Promise.all(
			['a', 'b', 'c'].map((name) =>
				completeSetup(engine.db, { token, person: { ...person, email: `${name}@x.pe` }, now })
			)
		);
		expect(ids.filter(Boolean)).toHaveLength(1);
		expect(await engine.db.selectFrom('account').selectAll().execute()).toHaveLength(1);
	});

	test('ends after an hour', async () => {
		const token = await newToken();
		const late = new Date('2026-11-21T16:00:00Z');
		expect(await isSetupOpen(engine.db, { token, now: late })).toBe(false);
		expect(await completeSetup(engine.db, { token, person, now: late })).toBeUndefined();
	});

	test('ends when a newer one is made', async () => {
		const first = await newToken();
		const second = await newToken();
		expect(await isSetupOpen(engine.db, { token: first, now })).toBe(false);
		expect(await isSetupOpen(engine.db, { token: second, now })).toBe(true);
	});

	test('is not made once there is an administrator', async () => {
		const token = await newToken();
		await completeSetup(engine.db, { token, person, now });
		expect(await createSetupLink(engine.db, { baseUrl, now })).toBeUndefined();
	});

	test('is stored only as a hash', async () => {
		const token = await newToken();
		const stored = await engine.db.selectFrom('invitation').selectAll().execute();
		expect(JSON.stringify(stored)).not.toContain(token);
	});
});
