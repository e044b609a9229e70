import { Kysely, PostgresDialect } from 'kysely'
import { Pool } from 'pg'
import type { Tables } from './tables.ts'

export function openPostgres(url: string, onLostConnection: (error: Error) => void): Kysely<Tables> {
  const pool = new Pool({ connectionString: url, max: 10 })
  // An idle connection that breaks is replaced at its next use; without a listener it would end the process.
  pool.on('error', onLostConnection)
  pool.on('connect', (client) => client.on('error', onLostConnection))
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
}
