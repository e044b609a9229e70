import { mkdir, readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Config } from '../config.ts'
import { backupName } from '../domain/operations/backup-names.ts'
import { backupsToRemove } from '../domain/operations/backups-to-remove.ts'
import { nextBackup } from '../domain/operations/next-backup.ts'
import { backUp } from '../storage/back-up.ts'
import { checkBackup } from '../storage/backup.ts'
import type { Job } from './jobs.ts'

/**
 * A backup every night, and only as many kept as the settings say; null when they say none. Older ones go only when
 * the new one has been written and read back.
 */
export function nightlyBackup(config: Config, now: () => Date): Job | null {
  const { folder, kept } = config.backups
  if (kept === 0) return null
  let failed: Date | undefined
  return {
    name: 'backup',
    nextDue: (last, at) => nextBackup({ last, failed }, at),
    async run() {
      const at = now()
      failed = at
      const detail = await backUpInto(config, folder, kept, at)
      failed = undefined
      return detail
    },
  }
}

async function backUpInto(config: Config, folder: string, kept: number, at: Date) {
  const createdAt = at.toISOString()
  const name = backupName({ kind: 'nightly', createdAt })
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const { rows } = await backUp(config, path.join(folder, name), createdAt)
  await checkBackup(path.join(folder, name))
  const old = backupsToRemove(await readdir(folder), { kept, now: at })
  for (const file of old) await rm(path.join(folder, file), { force: true })
  return { file: name, rows, removed: old.length }
}
