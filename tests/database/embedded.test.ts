import { afterAll, beforeAll, expect, test } from 'vitest';
import { openFresh, type TestDatabase } from '../engines.ts';

let opened: TestDatabase;
beforeAll(async () => {
	opened = await openFresh('pglite');
});
afterAll(() => opened.close());

const methods = () => opened.db.selectFrom('method').select('author').orderBy('id').execute();
const method = (author: string) => ({ options: '{}', author, reason: 'r' });

test('a query outside the transaction, awaited inside it, is an error and not an endless wait', async () => {
	const stuck = opened.db.transaction().execute(() => methods());
	await expect(stuck).rejects.toThrow('must use the transaction');
	expect(await methods()).toEqual([]);
});

test('what a transaction left behind may ask once it ended', async () => {
	let later: Promise<unknown> | undefined;
	let end = () => undefined as void;
	const ended = new Promise<void>((resolve) => (end = resolve));
	await opened.db.transaction().execute(async (trx) => {
		await trx.insertInto('method').values(method('a')).execute();
		later = ended.then(methods);
	});
	end();
	expect(await later).toEqual([{ author: 'a' }]);
});

test('closing waits for the transaction under way', async () => {
	const other = await openFresh('pglite');
	const steps: string[] = [];
	const work = other.db.transaction().execute(async (trx) => {
		await trx.insertInto('method').values(method('a')).execute();
		await trx.insertInto('method').values(method('b')).execute();
		steps.push('done');
	});
	await Promise.all([work, other.close().then(() => steps.push('closed'))]);
	expect(steps).toEqual(['done', 'closed']);
});
