import { expect, test } from 'vitest';
import { readSettings } from '#lib/server/settings.ts';
import { commands } from '../../src/cli/commands/index.ts';
import { describeEngines } from '../engines.ts';
import { registry, services, useDoor } from './given.ts';

describeEngines('the commands that undo and close', (engine) => {
	const door = useDoor();
	const run = async (name: string, ...args: string[]) => {
		const said: string[] = [];
		const exit = await commands[name]?.run(args, {
			db: engine.db,
			originals: door.originals,
			settings: readSettings({}),
			uploadLimit: 1024 * 1024,
			cwd: '/',
			path: (file) => file,
			print: (text) => void said.push(text),
			error: (text) => void said.push(text),
			input: ''
		});
		return { exit, said: said.join('\n') };
	};

	test('a quarter that is closed keeps its submissions; opened, they can be undone', async () => {
		await door.load(engine.db, registry);
		const { id } = await door.load(engine.db, services('990001', '2026-T3', ['FIN']));
		expect(await run('cerrar-trimestre', '2026-T3')).toEqual({
			exit: 0,
			said: 'Se cerró el trimestre.'
		});
		expect((await run('cerrar-trimestre', '2026-T3')).said).toContain('ya estaba cerrado');
		expect(await run('deshacer', id)).toMatchObject({ exit: 1 });
		expect((await run('deshacer', id)).said).toContain('III trimestre 2026');
		expect((await run('abrir-trimestre', '2026-T3')).exit).toBe(0);
		expect((await run('abrir-trimestre', '2026-T3')).said).toContain('no estaba cerrado');

		const done = await run('deshacer', id.toLowerCase());
		expect(done).toEqual({
			exit: 0,
			said: 'Se deshizo el envío: 5 filas retiradas, 0 vuelven como estaban.'
		});
		expect(await run('deshacer', id)).toEqual({
			exit: 0,
			said: 'Este envío ya se había deshecho.'
		});
	});

	test('what is not understood is said, and changes nothing', async () => {
		expect(await run('deshacer')).toMatchObject({ exit: 2 });
		expect(await run('deshacer', 'NO')).toMatchObject({ exit: 1, said: 'No existe ese envío.' });
		expect(await run('cerrar-trimestre', '2026-3')).toMatchObject({ exit: 2 });
		expect(await run('abrir-trimestre')).toMatchObject({ exit: 2 });
	});
});
