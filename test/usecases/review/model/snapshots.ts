import Database from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { v7 } from 'uuid'
import type { OccupationalProfile } from '../../../../schemas/types.ts'
import { bringToLatest } from '../../../../server/storage/database-form.ts'
import { kyselyStorage } from '../../../../server/storage/kysely/kysely-storage.ts'
import type { Tables } from '../../../../server/storage/kysely/tables.ts'
import type { Storage } from '../../../../server/storage/storage.ts'
import { startDraft } from '../../../../server/usecases/profile/start-draft.ts'
import { buildCriterion, buildLink, buildOutcome, buildProfile } from '../../../support/build-profile.ts'
import { depsOn, draft, publish } from '../../../support/published.ts'
import { dice, type Dice } from '../../../torture/dice.ts'
import { PanelAtPlay } from './panel-at-play.ts'

/** A database in which a panel has just been given a text, and the panel; copies of it are cheap. */
export type Snapshot = { readonly bytes: Buffer; readonly panel: PanelAtPlay }

/** Each with another rule, another panel and other words; one in three is of a profile that has a version already. */
export async function takeSnapshots(count: number): Promise<Snapshot[]> {
  const snapshots: Snapshot[] = []
  for (let index = 0; index < count; index++) {
    const { database, storage } = open()
    await bringToLatest({
      db: new Kysely<Tables>({ dialect: new SqliteDialect({ database }) }),
      dialect: 'sqlite',
    })
    const deps = depsOn(storage)
    const chance = dice(index)
    const profile = anyProfile(chance)
    const panel = new PanelAtPlay(deps, chance, profile)
    if (index % 3 === 0) {
      await publish(deps, profile)
      await startDraft(deps, panel.editor, { slug: panel.slug })
      await panel.editDraft()
    } else await draft(deps, profile)
    await panel.submit()
    await panel.getGoing()
    snapshots.push({ bytes: database.serialize(), panel })
    await storage.close()
  }
  return snapshots
}

/** The product's own storage on a copy in memory; statements are kept, since the same ones come again and again. */
export function openCopy({ bytes }: Snapshot): Storage {
  return open(bytes).storage
}

function open(bytes?: Buffer): { database: Database.Database; storage: Storage } {
  const database = new Database(bytes ?? ':memory:')
  database.pragma('foreign_keys = on')
  database.pragma('recursive_triggers = on')
  if (bytes) {
    const statements = new Map<string, Database.Statement>()
    const prepare = database.prepare.bind(database)
    database.prepare = ((sql: string) => {
      const statement = statements.get(sql) ?? prepare(sql)
      statements.set(sql, statement)
      return statement
    }) as typeof database.prepare
  }
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database }) })
  return { database, storage: kyselyStorage({ db, dialect: 'sqlite' }) }
}

/** Two modules, with few words in all: they meet each other again and again. */
function anyProfile(chance: Dice): OccupationalProfile {
  const criterion = () =>
    buildCriterion({ id: v7(), text: chance.pick(['Visar handen.', 'Berättar.', 'Frågar.']) })
  const outcome = () => buildOutcome({ id: v7(), criteria: [criterion(), criterion()] })
  return buildProfile({
    id: v7(),
    modules: ['a', 'b'].map((name) => buildLink({ id: v7(), title: `Modul ${name}`, outcomes: [outcome()] })),
    personalSuitability: [{ id: v7(), text: 'Lyssnar.', reason: 'Det behövs.' }],
    wordList: [{ id: v7(), term: 'lyft', explanation: 'att förflytta uppåt', translations: [] }],
  })
}
