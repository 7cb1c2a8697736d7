import { expect, test } from 'vitest';
import { hashPassword, newPassword, passwordProblem, verifyPassword } from './passwords.ts';

const person = { email: 'maria@muniilo.example', name: 'María Quispe' };

test('a password is known again, however its accents are composed', async () => {
	const stored = await hashPassword('el ñandú de la señora');
	expect(await verifyPassword(stored, 'el ñandú de la señora'.normalize('NFD'))).toBe(true);
	expect(await verifyPassword(stored, 'el nandu de la senora')).toBe(false);
});

test('nobody has no password', async () => {
	expect(await verifyPassword(undefined, 'nadie entra con esta clave')).toBe(false);
});

test.each([
	['corta', 'muy corta'],
	['x'.repeat(201), 'muy larga'],
	['abababababababab', 'muy pocos caracteres'],
	['MARÍA QUISPE', 'su nombre']
])('%s will not do', (password, says) => {
	expect(passwordProblem(password, person)).toContain(says);
});

test('several words will do, and so will one made here', () => {
	expect(passwordProblem('cuatro palabras muy sueltas', person)).toBeUndefined();
	expect(passwordProblem(newPassword(), person)).toBeUndefined();
	expect(newPassword()).not.toBe(newPassword());
});
