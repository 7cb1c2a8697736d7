import * as v from 'valibot';
import { foldEmail } from './guessing.ts';
import { passwordProblem } from './passwords.ts';

const identity = v.object({
	name: v.pipe(
		v.string(),
		v.trim(),
		v.nonEmpty('Escriba su nombre y apellido.'),
		v.maxLength(120, 'El nombre es muy largo. Escriba 120 caracteres como máximo.')
	),
	email: v.pipe(
		v.string(),
		v.transform(foldEmail),
		v.nonEmpty('Escriba su correo electrónico.'),
		v.maxLength(254, 'El correo es muy largo. Revíselo.'),
		v.regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'Al correo le falta algo. Ejemplo: maria@muniilo.gob.pe.')
	)
});

/** A person who will get an account. The e-mail is in lower case. */
export type Person = { name: string; email: string; password: string };

/** What is wrong with each field, in words for the form. */
export type PersonProblems = { name?: string; email?: string; password?: string };

/** A person as the form or the command gives it, or what to mend. */
export function readPerson(
	input: Person
): { person: Person; problems?: undefined } | { problems: PersonProblems; person?: undefined } {
	const result = v.safeParse(identity, input);
	const password = passwordProblem(input.password, input);
	if (result.success && !password)
		return { person: { ...result.output, password: input.password } };

	const nested = result.success ? undefined : v.flatten<typeof identity>(result.issues).nested;
	return { problems: { name: nested?.name?.[0], email: nested?.email?.[0], password } };
}
