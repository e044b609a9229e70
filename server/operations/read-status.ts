import { readdir, stat, statfs } from 'node:fs/promises'
import path from 'node:path'
import type { InstallationStatus } from '../../schemas/types.ts'
import type { Config } from '../config.ts'
import { programVersion } from '../repository-root.ts'
import { RESTORE, type Storage } from '../storage/storage.ts'

const STATUSES = ['waiting', 'sending', 'sent', 'failed', 'uncertain'] as const

/** How the installation is: what it takes, what runs by itself, which backups there are and how mail goes. */
export async function readStatus(storage: Storage, config: Config): Promise<InstallationStatus> {
  const { head, jobs, counts } = await storage.read(async ({ log, jobs: runs, mails }) => ({
    head: await log.head(),
    jobs: await runs.list(),
    counts: Object.fromEntries(
      await Promise.all(STATUSES.map(async (status) => [status, await mails.countBy(status)] as const)),
    ) as Record<(typeof STATUSES)[number], number>,
  }))
  return {
    version: programVersion(),
    database: config.databaseUrl === undefined ? 'sqlite' : 'postgres',
    databaseBytes: await storage.size(),
    freeBytes: await freeBytes(config),
    logEntries: head.seq,
    logHead: head.hash,
    jobs: jobs.filter(({ name }) => name !== RESTORE),
    backups: await backupsIn(config.backups.folder),
    mail: config.mail === null ? null : counts,
  }
}

/** Where the database is somewhere else, nobody here knows. */
async function freeBytes({ databaseUrl, dataDir }: Config): Promise<number | null> {
  if (databaseUrl !== undefined) return null
  const room = await statfs(dataDir).catch(() => undefined)
  return room ? room.bavail * room.bsize : null
}

async function backupsIn(folder: string): Promise<InstallationStatus['backups']> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.backup.gz'))
  const files = await Promise.all(
    names.map(async (file) => {
      const { size, mtime } = await stat(path.join(folder, file))
      return { file, bytes: size, at: mtime.toISOString() }
    }),
  )
  return files.sort((a, b) => (a.at < b.at ? 1 : -1))
}
