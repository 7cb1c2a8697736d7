import type { Kysely } from 'kysely';
import type { Database } from '#lib/server/db/schema.ts';
import type { Originals } from '#lib/server/originals.ts';
import type { Settings } from '#lib/server/settings.ts';

/** What a command works with, whether it runs by itself or inside the running server. */
export type Context = {
	readonly db: Kysely<Database>;
	readonly originals: Originals;
	readonly settings: Settings;
	/** Largest file that is taken, in bytes. */
	readonly uploadLimit: number;
	/** Folder in which the person typed the command: relative names of files start there. */
	readonly cwd: string;
	/** The absolute path of a file that the person named. */
	path(name: string): string;
	/** One line (or several) for the person, on standard output. */
	print(text: string): void;
	/** The same on standard error. */
	error(text: string): void;
	/** What was piped in, for a command that declares `readsInput`; else empty. */
	readonly input: string;
};

/** One thing that `npm run admin` can do. */
export type Command = {
	/** What is typed after the name: `FILE… [--json]`. */
	readonly usage: string;
	/** What it does, in one Spanish sentence. */
	readonly help: string;
	/** Whether it takes what is piped in. */
	readonly readsInput?: boolean;
	/** Answers the exit code: 0 done, 1 not done, 2 not understood. */
	readonly run: (args: readonly string[], context: Context) => Promise<number>;
};
