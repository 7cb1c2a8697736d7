import { AsyncLocalStorage } from 'node:async_hooks';
import type { PGlite } from '@electric-sql/pglite';
import {
	CompiledQuery,
	DefaultQueryExecutor,
	Kysely,
	PostgresAdapter,
	PostgresIntrospector,
	PostgresQueryCompiler,
	type ConnectionProvider,
	type DatabaseConnection,
	type Dialect,
	type Driver,
	type QueryResult,
	type TransactionSettings
} from 'kysely';

/** The one connection there is: everybody waits for it in turn. */
class OneConnection implements ConnectionProvider {
	readonly #connection: DatabaseConnection;
	readonly #holder = new AsyncLocalStorage<{ holds: boolean }>();
	#last: Promise<unknown> = Promise.resolve();

	constructor(connection: DatabaseConnection) {
		this.#connection = connection;
	}

	async provideConnection<T>(consumer: (connection: DatabaseConnection) => Promise<T>): Promise<T> {
		// Waiting here would be for ever: who holds the connection is who asks for it.
		if (this.#holder.getStore()?.holds) {
			throw new Error('A query inside a transaction must use the transaction, not the database.');
		}

		const turn = this.#last.then(() => {
			const holder = { holds: true };
			return this.#holder.run(holder, async () => {
				try {
					return await consumer(this.#connection);
				} finally {
					holder.holds = false;
				}
			});
		});
		this.#last = turn.catch(() => undefined);
		return await turn;
	}
}

class EmbeddedConnection implements DatabaseConnection {
	readonly #database: PGlite;

	constructor(database: PGlite) {
		this.#database = database;
	}

	async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
		const { rows, command, rowCount } = await this.#database.query<R>(query.sql, [
			...query.parameters
		]);
		const changes = /^(INSERT|UPDATE|DELETE|MERGE)$/.test(command ?? '');
		return { rows, ...(changes && { numAffectedRows: BigInt(rowCount ?? 0) }) };
	}

	/** The whole answer at once: the rows are in this process already. */
	async *streamQuery<R>(query: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
		yield await this.executeQuery<R>(query);
	}
}

/** BEGIN comes from here and not from PGlite's own transactions, which would hide the connection. */
class EmbeddedDriver implements Driver {
	readonly #database: PGlite;
	readonly #connection: DatabaseConnection;
	readonly provider: OneConnection;

	constructor(database: PGlite) {
		this.#database = database;
		this.#connection = new EmbeddedConnection(database);
		this.provider = new OneConnection(this.#connection);
	}

	async init(): Promise<void> {}
	async acquireConnection(): Promise<DatabaseConnection> {
		return this.#connection;
	}
	async releaseConnection(): Promise<void> {}

	async beginTransaction(connection: DatabaseConnection, settings: TransactionSettings) {
		const level = settings.isolationLevel ? ` isolation level ${settings.isolationLevel}` : '';
		const mode = settings.accessMode ? ` ${settings.accessMode}` : '';
		await connection.executeQuery(CompiledQuery.raw(`begin${level}${mode}`));
	}
	async commitTransaction(connection: DatabaseConnection) {
		await connection.executeQuery(CompiledQuery.raw('commit'));
	}
	async rollbackTransaction(connection: DatabaseConnection) {
		await connection.executeQuery(CompiledQuery.raw('rollback'));
	}
	async savepoint(connection: DatabaseConnection, name: string) {
		await connection.executeQuery(CompiledQuery.raw(`savepoint "${name}"`));
	}
	async rollbackToSavepoint(connection: DatabaseConnection, name: string) {
		await connection.executeQuery(CompiledQuery.raw(`rollback to savepoint "${name}"`));
	}
	async releaseSavepoint(connection: DatabaseConnection, name: string) {
		await connection.executeQuery(CompiledQuery.raw(`release savepoint "${name}"`));
	}

	/** In its turn, so that a transaction under way ends first. */
	async destroy(): Promise<void> {
		if (this.#database.closed) return;
		await this.provider.provideConnection(() => this.#database.close());
	}
}

/** Kysely over an opened PGlite, which is PostgreSQL inside this process. */
export function kyselyOver<DB>(database: PGlite): Kysely<DB> {
	const driver = new EmbeddedDriver(database);
	const compiler = new PostgresQueryCompiler();
	const adapter = new PostgresAdapter();
	const dialect: Dialect = {
		createAdapter: () => adapter,
		createDriver: () => driver,
		createIntrospector: (db) => new PostgresIntrospector(db),
		createQueryCompiler: () => compiler
	};
	const executor = new DefaultQueryExecutor(compiler, adapter, driver.provider, []);

	return new Kysely<DB>({ config: { dialect }, dialect, driver, executor });
}
