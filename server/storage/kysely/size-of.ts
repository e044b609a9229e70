import { sql, type Kysely } from 'kysely'
import type { Dialect } from './migrations/seal-table.ts'
import type { Tables } from './tables.ts'

/** In bytes. */
export async function sizeOf(db: Kysely<Tables>, dialect: Dialect): Promise<number> {
  const asked =
    dialect === 'postgres'
      ? sql<{ size: number | string }>`select pg_database_size(current_database()) as size`
      : sql<{
          size: number
        }>`select page_count * page_size as size from pragma_page_count(), pragma_page_size()`
  const { rows } = await asked.execute(db)
  return Number(rows[0]?.size ?? 0)
}
