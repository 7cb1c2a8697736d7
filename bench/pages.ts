import { spawn } from 'node:child_process';
import { Agent, get } from 'node:http';
import { startSite } from '../tests/pages/server.ts';
import { medians } from './rounds.ts';

/** What a page may weigh, HTML, style sheets and icon together, as it travels. */
type Weight = { name: string; path: string; atMost: number };

/** The first network window: what comes before the second round trip. */
const window = 14 * 1024;

const weights: Weight[] = [
	{ name: 'home', path: '/', atMost: 25 },
	{ name: 'municipality', path: '/municipalidades/990001-villa-alborada', atMost: 25 },
	{ name: 'indicator', path: '/indicadores/indice-idel?municipio=990009', atMost: 25 },
	{ name: 'comparison of two', path: '/comparar?m=990001&m=990002', atMost: 25 },
	{ name: 'directory', path: '/municipalidades', atMost: 35 },
	{ name: 'ranking', path: '/indicadores/poblacion?orden=valor', atMost: 35 },
	{ name: 'dataset', path: '/datos/conjuntos/contexto', atMost: 45 }
];

/** Weighs the public pages of the built server, and times a kept one against a bare server. */
export async function benchPages(): Promise<{ reached: number; missed: number }> {
	const site = await startSite();
	let reached = 0;
	let missed = 0;
	const judge = (isGood: boolean) => {
		if (isGood) reached++;
		else missed++;
		return isGood ? 'reached' : 'MISSED';
	};

	try {
		for (const { name, path, atMost } of weights) {
			const bytes = await weigh(site.url, path);
			const share = (bytes / window).toFixed(2);
			console.log(
				`${name}: ${(bytes / 1024).toFixed(1)} kB, ${share} × first window (goal ≤ ${atMost} kB) ${judge(bytes <= atMost * 1024)}`
			);
		}
		// Kit's own way from request to answer is most of it; the goal of 0.5 asks for a door before it.
		const share = await keptPage(site.url);
		console.log(`a kept page: ${share.toFixed(2)} of a bare server's requests (later goal ≥ 0.5)`);
	} finally {
		await site.stop();
	}
	return { reached, missed };
}

/** Bytes of a page and of everything it asks for, compressed. */
async function weigh(base: string, path: string): Promise<number> {
	const page = await send(base, path);
	const html = await (await fetch(`${base}${path}`)).text();
	const parts = [...html.matchAll(/<link[^>]+href="(\/[^"]+)"[^>]+rel="(?:stylesheet|icon)"/g)]
		.concat([...html.matchAll(/<link[^>]+rel="(?:stylesheet|icon)"[^>]+href="(\/[^"]+)"/g)])
		.map(([, href]) => href ?? '');
	const sizes = await Promise.all([...new Set(parts)].map((part) => send(base, part)));
	return sizes.reduce((sum, size) => sum + size, page);
}

// `fetch` unpacks what it gets, so the length that travelled is read from the header.
async function send(base: string, path: string): Promise<number> {
	const answer = await fetch(`${base}${path}`, { headers: { 'accept-encoding': 'br' } });
	const length = answer.headers.get('content-length');
	const body = await answer.arrayBuffer();
	return length === null ? body.byteLength : Number(length);
}

/**
 * A kept page's speed as a share of a server that does nothing but send the same bytes, each in a
 * process of its own. What the asking costs is in both.
 */
async function keptPage(base: string): Promise<number> {
	const bare = await startBare(await send(base, '/'));
	const agent = new Agent({ keepAlive: true, maxSockets: 8 });
	const ask = (url: string) => burst(url, agent);

	try {
		const times = await medians(
			[
				{ name: 'bare', run: () => ask(`http://127.0.0.1:${bare.port}/`) },
				{ name: 'page', run: () => ask(`${base}/`) }
			],
			{ rounds: 15, warmUp: 3 }
		);
		return (times.get('bare') ?? 0) / (times.get('page') ?? 1);
	} finally {
		agent.destroy();
		bare.stop();
	}
}

const bareProgram = `
	const body = Buffer.alloc(Number(process.argv[1]), 120);
	const head = { 'content-type': 'text/html', 'content-length': body.length };
	const server = require('node:http').createServer((_, answer) => answer.writeHead(200, head).end(body));
	server.listen(0, '127.0.0.1', () => console.log(server.address().port));
`;

async function startBare(bytes: number): Promise<{ port: number; stop: () => void }> {
	const child = spawn(process.execPath, ['-e', bareProgram, String(bytes)]);
	const port = await new Promise<number>((resolve) =>
		child.stdout.once('data', (chunk: Buffer) => resolve(Number(chunk.toString())))
	);
	return { port, stop: () => child.kill() };
}

async function burst(url: string, agent: Agent): Promise<void> {
	await Promise.all(
		Array.from(
			{ length: 200 },
			() =>
				new Promise<void>((resolve, reject) => {
					get(url, { agent, headers: { 'accept-encoding': 'br' } }, (answer) => {
						answer.resume();
						answer.once('end', resolve);
					}).once('error', reject);
				})
		)
	);
}
