import { beforeAll, expect, test } from 'vitest';
import { askJson } from '../api/ask.ts';
import { describeEngines } from '../engines.ts';
import { memberships, registry, services, useDoor } from './given.ts';

const header = 'municipio_id,periodo,institucion,tipo_institucion,categoria,tipo_servicio,estado';
const none = '990001,2026-T1,,,FIN,ninguno,sin_servicio';
const stopped = '990001,2026-T1,Municipalidad,municipal,FIN,microcredito,suspendido';

describeEngines('«sin servicio» sent after an active service was stored', (engine) => {
	const door = useDoor();

	beforeAll(async () => {
		await door.load(engine.db, registry);
		await door.load(engine.db, memberships);
		await door.load(engine.db, services('990001', '2026-T1', ['FIN', 'MER']));
	});

	const send = (...rows: string[]) => door.send(engine.db, [header, ...rows, ''].join('\n'));
	const available = async () => {
		const query = 'indicador=SRV01&dimension=FIN&periodo=2026-T1&municipio=990001';
		return (await askJson(engine.db, `valores?${query}`)).datos[0]?.valor;
	};

	test('is told that the stored one goes on counting', async () => {
		const { verdict, findings } = await send(none);
		expect(verdict).toBe('warnings');
		expect(findings).toMatchObject([
			{ code: 'contradicts-stored', severity: 'warning', line: 2, column: 'Estado' }
		]);
		expect(findings[0]?.message).toContain('ya está guardado como activo el de Municipalidad');
	});

	test('of another category or quarter contradicts nothing', async () => {
		const other = await send(
			none.replace('FIN', 'TEC'),
			none.replace('2026-T1', '2026-T2'),
			none.replace('990001', '990002')
		);
		expect(other.findings.map(({ code }) => code)).not.toContain('contradicts-stored');
	});

	test('with the row of the stored one, suspended, is 0', async () => {
		expect(await available()).toBe(1);
		const { id, verdict } = await send(none, stopped);
		expect(verdict).toBe('accepted');
		await door.confirm(engine.db, id);
		expect(await available()).toBe(0);
	});
});
