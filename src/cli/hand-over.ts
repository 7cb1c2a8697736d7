import { request, type IncomingMessage } from 'node:http';
import { createInterface } from 'node:readline';
import type { LockHolder } from '#lib/server/lock.ts';
import type { AnswerLine } from './command-server.ts';
import type { Order } from './run-command.ts';

/** Has the process that holds the folder run a command, says what it says, and answers its exit code. */
export async function handOver(
	order: Order,
	holder: LockHolder,
	voice: { print(text: string): void; error(text: string): void }
): Promise<number> {
	const response = await post(holder, JSON.stringify(order));
	if (response.statusCode !== 200) {
		voice.error(
			`El proceso ${holder.pid} tiene la carpeta de datos y todavía no recibe comandos. Espere un momento y pruebe otra vez.`
		);
		response.resume();
		return 1;
	}
	for await (const text of createInterface({ input: response })) {
		const line: AnswerLine = JSON.parse(text);
		if ('exit' in line) return line.exit;
		if ('out' in line) voice.print(line.out);
		else voice.error(line.err);
	}
	voice.error('El servidor se detuvo antes de terminar el comando.');
	return 1;
}

function post({ port, token }: LockHolder, body: string): Promise<IncomingMessage> {
	return new Promise((resolve, reject) => {
		const sent = request(
			{ host: '127.0.0.1', port, method: 'POST', headers: { authorization: `Bearer ${token}` } },
			resolve
		);
		sent.on('error', reject);
		sent.end(body);
	});
}
