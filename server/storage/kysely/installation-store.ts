import type { Transaction } from 'kysely'
import type { InstallationWriter, JobRun, JobWriter } from '../storage.ts'
import type { Tables } from './tables.ts'

const THE_ONE = 1

/** What the installation has chosen: one row, once somebody has chosen anything. */
export function installationStore(db: Transaction<Tables>): InstallationWriter {
  const chosen = () => db.selectFrom('installation').selectAll().where('id', '=', THE_ONE).executeTakeFirst()
  const save = async (columns: Partial<Tables['installation']>) => {
    await db
      .insertInto('installation')
      .values({ settings: null, logo: null, ...columns, id: THE_ONE })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
      .execute()
  }
  return {
    settings: async () => (await chosen())?.settings ?? undefined,
    logo: async () => (await chosen())?.logo ?? undefined,
    saveSettings: (settings) => save({ settings }),
    saveLogo: (logo) => save({ logo }),
  }
}

/** What runs by itself, and how it went the last time. */
export function jobStore(db: Transaction<Tables>): JobWriter {
  return {
    async list() {
      return (await db.selectFrom('job').selectAll().orderBy('name').execute()).map(run)
    },

    async begin(name, at, unlessBegunSince) {
      const started = { started_at: at, ended_at: null, ok: 0, detail: '{}' }
      // Two processes on one database may come at the same time: the condition is in the statement.
      const row = await db
        .insertInto('job')
        .values({ name, ...started })
        .onConflict((conflict) =>
          conflict
            .column('name')
            .doUpdateSet(started)
            .where('job.started_at', '<', unlessBegunSince)
            .where((where) =>
              where.or([where('job.ended_at', 'is not', null), where('job.started_at', '<', diedBefore(at))]),
            ),
        )
        .returning('name')
        .executeTakeFirst()
      return row !== undefined
    },

    async end(name, at, ok, detail) {
      await db
        .updateTable('job')
        .set({ ended_at: at, ok: Number(ok), detail: JSON.stringify(detail) })
        .where('name', '=', name)
        .execute()
    },
  }
}

/** What has been at it for longer has died over it. */
function diedBefore(at: string): string {
  return new Date(Date.parse(at) - 60 * 60_000).toISOString()
}

function run(row: Tables['job']): JobRun {
  return {
    name: row.name,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    ok: row.ok === 1,
    detail: JSON.parse(row.detail) as JobRun['detail'],
  }
}
