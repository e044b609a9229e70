import type { Transaction } from 'kysely'
import type { ModuleLink, OccupationalProfile } from '../../../schemas/types.ts'
import type { DraftWriter } from '../storage.ts'
import type { Tables } from './tables.ts'

/** A draft without its modules' text: all its other fields, and the modules' ids in order. */
type Head = Omit<OccupationalProfile, 'modules'> & { modules: string[] }

/** One row for the profile itself and one for each module: an edit in one module writes that module only. */
export function draftStore(db: Transaction<Tables>): DraftWriter {
  const store: DraftWriter = {
    async revision(profileId) {
      const row = await db
        .selectFrom('draft')
        .select('revision')
        .where('profile_id', '=', profileId)
        .executeTakeFirst()
      return row?.revision
    },

    async find(profileId) {
      const row = await db
        .selectFrom('draft')
        .selectAll()
        .where('profile_id', '=', profileId)
        .executeTakeFirst()
      if (!row) return undefined
      const modules = await db
        .selectFrom('draft_module')
        .select(['module_id', 'document'])
        .where('profile_id', '=', profileId)
        .execute()
      const documents = new Map(modules.map((module) => [module.module_id, module.document]))
      const head = JSON.parse(row.head) as Head
      const profile = {
        ...head,
        modules: head.modules.map((id) => JSON.parse(documents.get(id) ?? '') as ModuleLink),
      }
      return { profile, revision: row.revision, basedOn: row.based_on, changedAt: row.changed_at }
    },

    async hold(profileId) {
      // Writing first takes the row's lock on PostgreSQL; SQLite has one writer at a time anyway.
      const held = await db
        .updateTable('draft')
        .set((draft) => ({ revision: draft('revision', '+', 0) }))
        .where('profile_id', '=', profileId)
        .returning('revision')
        .executeTakeFirst()
      return held && store.find(profileId)
    },

    async insert({ profile, basedOn, changedAt }) {
      const { seq } = await db
        .selectFrom('log_head')
        .select('seq')
        .where('id', '=', 1)
        .executeTakeFirstOrThrow()
      await db
        .insertInto('draft')
        .values({
          profile_id: profile.id,
          // Every edit is logged, so that this is above every revision of a draft that was there before.
          revision: seq + 1,
          based_on: basedOn,
          changed_at: changedAt,
          head: headOf(profile),
        })
        .execute()
      for (const link of profile.modules) await putModule(profile.id, link)
    },

    async save({ profile: held, revision }, next, changedAt) {
      const [before, after] = [headOf(held), headOf(next)]
      await db
        .updateTable('draft')
        .set({ revision: revision + 1, changed_at: changedAt, ...(before === after ? {} : { head: after }) })
        .where('profile_id', '=', next.id)
        .execute()
      for (const link of next.modules) if (!held.modules.includes(link)) await putModule(next.id, link)
      const kept = new Set(next.modules.map(({ module }) => module.id))
      for (const { module } of held.modules) if (!kept.has(module.id)) await dropModule(next.id, module.id)
      return revision + 1
    },

    async remove(profileId) {
      await db.deleteFrom('draft').where('profile_id', '=', profileId).execute()
    },
  }
  return store

  async function putModule(profileId: string, link: ModuleLink): Promise<void> {
    const document = JSON.stringify(link)
    await db
      .insertInto('draft_module')
      .values({ profile_id: profileId, module_id: link.module.id, document })
      .onConflict((conflict) => conflict.columns(['profile_id', 'module_id']).doUpdateSet({ document }))
      .execute()
  }

  async function dropModule(profileId: string, moduleId: string): Promise<void> {
    await db
      .deleteFrom('draft_module')
      .where('profile_id', '=', profileId)
      .where('module_id', '=', moduleId)
      .execute()
  }
}

function headOf(profile: OccupationalProfile): string {
  return JSON.stringify({
    ...profile,
    modules: profile.modules.map(({ module }) => module.id),
  } satisfies Head)
}
