import Database from 'better-sqlite3'
import {
  CompiledQuery,
  Kysely,
  SqliteAdapter,
  SqliteDialect,
  SqliteDriver,
  type DatabaseConnection,
  type TransactionSettings,
} from 'kysely'
import type { Tables } from './tables.ts'

/** For how long one process waits for another that is writing. */
export const BUSY_TIMEOUT_MS = 5000

export function openSqlite(file: string): Kysely<Tables> {
  return new Kysely<Tables>({ dialect: new ImmediateSqlite(openSqliteFile(file)) })
}

/** A commit is on the disk before it is answered for (`synchronous = full`), and readers never wait for a writer (WAL). */
export function openSqliteFile(file: string, options: Database.Options = {}): Database.Database {
  const database = new Database(file, options)
  if (!options.readonly) database.pragma('journal_mode = wal')
  database.pragma('synchronous = full')
  database.pragma('foreign_keys = on')
  database.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`)
  // What is deleted or replaced is written over with zeros: an erased person is not to be found in the file.
  database.pragma('secure_delete = on')
  // Otherwise `insert or replace` takes rows away without the trigger that refuses it.
  database.pragma('recursive_triggers = on')
  return database
}

class ImmediateSqlite extends SqliteDialect {
  readonly #database: Database.Database

  constructor(database: Database.Database) {
    super({ database })
    this.#database = database
  }

  override createDriver(): SqliteDriver {
    return new ImmediateDriver(this.#database)
  }

  override createAdapter(): SqliteAdapter {
    return new TransactionalDdl()
  }
}

/**
 * A writer takes the write lock when it begins: a transaction that reads first and writes later could otherwise be
 * thrown out half-way when another process (the command line) has written in between.
 */
class ImmediateDriver extends SqliteDriver {
  readonly #database: Database.Database

  constructor(database: Database.Database) {
    super({ database })
    this.#database = database
  }

  override async beginTransaction(
    connection: DatabaseConnection,
    settings?: TransactionSettings,
  ): Promise<void> {
    const begin = settings?.accessMode === 'read only' ? 'begin' : 'begin immediate'
    await connection.executeQuery(CompiledQuery.raw(begin))
  }

  /** On a full disk SQLite takes the transaction back by itself; asking for it again would fail, and hide the reason. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#database.inTransaction) await super.rollbackTransaction(connection)
  }
}

/** SQLite can take back a half-made table; Kysely does not trust it to, and would leave one after a kill -9. */
class TransactionalDdl extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}
