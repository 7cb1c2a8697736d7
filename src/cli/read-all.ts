/** All text of a stream. */
export async function readAll(stream: AsyncIterable<Uint8Array | string>): Promise<string> {
	const chunks: Buffer[] = [];
	for await (const chunk of stream) chunks.push(Buffer.from(chunk));
	return Buffer.concat(chunks).toString('utf8');
}

/**
 * What was piped into this program; nothing from a keyboard. Unless it was announced, a pipe in which
 * nothing has come after a second is one that a script left open, and has nothing.
 */
export async function readPiped(announced: boolean): Promise<string> {
	if (process.stdin.isTTY) return '';
	if (announced) return readAll(process.stdin);

	const began = new Promise<boolean>((resolve) => {
		process.stdin.once('readable', () => resolve(true)).once('end', () => resolve(false));
		setTimeout(resolve, 1000, false).unref();
	});
	const text = (await began) ? await readAll(process.stdin) : '';
	process.stdin.destroy();
	return text;
}
