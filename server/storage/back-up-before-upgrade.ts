import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { backupName } from '../domain/operations/backup-names.ts'
import { checkBackup, writeBackup } from './backup.ts'
import { formOf, isLatest, type Database } from './database-form.ts'

/** An upgrade begins with a backup, and this one could not be made; so nothing has been changed. */
export class UpgradeWithoutBackup extends Error {
  override readonly name = 'UpgradeWithoutBackup'
  readonly folder: string

  constructor(folder: string, cause: unknown) {
    super('no upgrade without a backup', { cause })
    this.folder = folder
  }
}

/**
 * Makes a backup of a database of a former form, as it is before it gets this program's; of a new one, or one that has
 * this form, none. Throws UpgradeWithoutBackup or DatabaseFromTheFuture.
 */
export async function backUpBeforeUpgrade(database: Database, folder: string): Promise<void> {
  const form = await formOf(database.db)
  if (form === null || isLatest(form)) return
  const createdAt = new Date().toISOString()
  const file = path.join(folder, backupName({ kind: 'before-upgrade', form, createdAt }))
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await writeBackup(database, file, createdAt)
    await checkBackup(file) // read back: what has only been written is a hope
  } catch (error) {
    // Another process that started at the same moment may have made its backup and upgraded in the meantime.
    if (isLatest(await formOf(database.db))) return
    throw new UpgradeWithoutBackup(folder, error)
  }
}
