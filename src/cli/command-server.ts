import { createHash, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import * as v from 'valibot';
import { readAll } from './read-all.ts';
import type { Order } from './run-command.ts';

const orderSchema = v.object({
	name: v.string(),
	args: v.array(v.string()),
	cwd: v.string(),
	input: v.string()
});

/** One line of the answer: text for either output, or the exit code at the end. */
export type AnswerLine = { out: string } | { err: string } | { exit: number };

type Runner = (order: Order, say: (line: AnswerLine) => void) => Promise<number>;

/**
 * Takes commands for the embedded database, which only this process may open: at a port of its own on
 * loopback that no web page reaches, from whoever can read the token in the lock file.
 */
export class CommandServer {
	readonly #server = createServer((request, response) => {
		void this.#answer(request, response);
	});
	readonly #underWay = new Set<Promise<void>>();
	#accepts: { token: string; run: Runner } | undefined;

	/** Listens on a free port and answers it. Nothing is taken before `accept`. */
	async listen(): Promise<number> {
		await new Promise<void>((resolve, reject) => {
			this.#server.once('error', reject);
			this.#server.listen(0, '127.0.0.1', resolve);
		});
		const address = this.#server.address();
		return typeof address === 'object' && address ? address.port : 0;
	}

	accept(token: string, run: Runner): void {
		this.#accepts = { token, run };
	}

	/** Takes nothing more and waits for the commands under way. */
	async close(): Promise<void> {
		this.#accepts = undefined;
		this.#server.close();
		await Promise.allSettled(this.#underWay);
		this.#server.closeAllConnections();
	}

	async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const accepts = this.#accepts;
		const given = request.headers.authorization ?? '';
		if (!accepts || request.method !== 'POST' || !sameText(given, `Bearer ${accepts.token}`)) {
			response.writeHead(404).end();
			return;
		}
		const work = this.#carryOut(accepts.run, request, response);
		this.#underWay.add(work);
		await work.catch(() => response.destroy());
		this.#underWay.delete(work);
	}

	async #carryOut(run: Runner, request: IncomingMessage, response: ServerResponse) {
		const order = v.safeParse(orderSchema, JSON.parse(await readAll(request)));
		if (!order.success) {
			response.writeHead(400).end();
			return;
		}
		response.writeHead(200, { 'content-type': 'application/x-ndjson' });
		const say = (line: AnswerLine) => void response.write(`${JSON.stringify(line)}\n`);
		const exit = await run(order.output, say);
		response.end(`${JSON.stringify({ exit })}\n`);
	}
}

/** Compares in a time that tells nothing of where they differ. */
function sameText(a: string, b: string): boolean {
	const digest = (text: string) => createHash('sha256').update(text).digest();
	return timingSafeEqual(digest(a), digest(b));
}
