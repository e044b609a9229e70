import type { Migration } from 'kysely'
import { first } from './0001-first.ts'
import { people } from './0002-people.ts'
import { workshops } from './0003-workshops.ts'
import { reviews } from './0004-reviews.ts'
import type { Dialect } from './seal-table.ts'

/** In order of their names. A migration that has been released is never edited. */
export function migrations(dialect: Dialect): Record<string, Migration> {
  return {
    '0001-first': { up: first(dialect) },
    '0002-people': { up: people(dialect) },
    '0003-workshops': { up: workshops(dialect) },
    '0004-reviews': { up: reviews(dialect) },
  }
}
