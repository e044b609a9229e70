import { constants } from 'node:fs'
import { access, lstat } from 'node:fs/promises'
import path from 'node:path'
import { FileInTheWay, writeBackup, type BackupSummary, type Progress } from './backup.ts'
import { translateFailure } from './kysely/failures.ts'
import { openAsItIs, type StoragePlace } from './open-storage.ts'

/**
 * Writes everything as it stands at this moment, while others go on writing; a database of a former form stays so. The
 * file appears when it is whole, or not at all. Throws FileInTheWay, DatabaseFromTheFuture or StorageFailure.
 */
export async function backUp(
  place: StoragePlace,
  file: string,
  createdAt: string,
  onProgress?: Progress,
): Promise<BackupSummary> {
  await access(path.dirname(path.resolve(file)) + path.sep, constants.W_OK) // before anything is made
  if ((await lstat(file).catch(() => undefined))?.isDirectory() === false) throw new FileInTheWay(file)
  const database = openAsItIs(place, () => undefined)
  try {
    return await writeBackup(database, file, createdAt, onProgress)
  } catch (error) {
    throw translateFailure(error)
  } finally {
    await database.db.destroy()
  }
}
