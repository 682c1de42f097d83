import type { PGlite } from '@electric-sql/pglite';
import {
  CompiledQuery,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type Kysely,
  type QueryResult,
} from 'kysely';

/** Kysely on PGlite, which has one connection: whoever needs it waits for its turn. */
export class PGliteDialect implements Dialect {
  constructor(private readonly database: PGlite) {}

  createAdapter = () => new PostgresAdapter();
  createDriver = () => new PGliteDriver(this.database);
  createIntrospector = (db: Kysely<unknown>) => new PostgresIntrospector(db);
  createQueryCompiler = () => new PostgresQueryCompiler();
}

class PGliteDriver implements Driver {
  readonly #connection: PGliteConnection;
  /** Settles when everybody who asked before is done. */
  #turn: Promise<void> = Promise.resolve();
  #release = () => {};

  constructor(private readonly database: PGlite) {
    this.#connection = new PGliteConnection(database);
  }

  init = () => this.database.waitReady;

  async acquireConnection(): Promise<DatabaseConnection> {
    const before = this.#turn;
    let release = () => {};
    this.#turn = new Promise((resolve) => (release = resolve));
    await before;
    this.#release = release;
    return this.#connection;
  }

  async releaseConnection() {
    this.#release();
  }

  beginTransaction = () => this.#run('begin');
  commitTransaction = () => this.#run('commit');
  rollbackTransaction = () => this.#run('rollback');
  destroy = () => this.database.close();

  async #run(statement: string) {
    await this.#connection.executeQuery(CompiledQuery.raw(statement));
  }
}

class PGliteConnection implements DatabaseConnection {
  constructor(private readonly database: PGlite) {}

  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    const { rows, affectedRows } = await this.database.query<Row>(sql, [...parameters]);
    return { rows, ...(affectedRows !== undefined && { numAffectedRows: BigInt(affectedRows) }) };
  }

  async *streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error('PGlite does not stream');
  }
}
