import { readBackupName, type BackupName } from './backup-names.ts'

const DAY_MS = 24 * 60 * 60 * 1000
/** Long enough for a fault that came with an upgrade to be found. */
const UPGRADE_BACKUP_DAYS = 90
/** A backup that is still being written is never this old. */
const HALF_DAYS = 1
const HALF = /\.[\da-f]+\.half$/u

/**
 * Which of a folder's files may go. Of the nightly ones the last of each of the last `kept` days stays (a day is UTC's);
 * those from before an upgrade stay for 90 days, and files that the program has not made by itself stay for ever. What a
 * kill left half written goes after a day.
 */
export function backupsToRemove(
  files: readonly string[],
  { kept, now }: { readonly kept: number; readonly now: Date },
): string[] {
  const isOlderThan = (days: number, { createdAt }: BackupName) =>
    now.getTime() - Date.parse(createdAt) > days * DAY_MS
  const staying = nightlyStaying(files, kept)
  return files.filter((file) => {
    if (HALF.test(file)) {
      const half = readBackupName(file.replace(HALF, ''))
      return half !== undefined && isOlderThan(HALF_DAYS, half)
    }
    const backup = readBackupName(file)
    if (backup?.kind === 'nightly') return !staying.has(file)
    return backup !== undefined && isOlderThan(UPGRADE_BACKUP_DAYS, backup)
  })
}

function nightlyStaying(files: readonly string[], kept: number): ReadonlySet<string> {
  const lastOfDay = new Map<string, { file: string; createdAt: string }>()
  for (const file of files) {
    const backup = readBackupName(file)
    if (backup?.kind !== 'nightly') continue
    const { createdAt } = backup
    const day = createdAt.slice(0, 10)
    const other = lastOfDay.get(day)
    if (!other || other.createdAt < createdAt) lastOfDay.set(day, { file, createdAt })
  }
  const latestFirst = [...lastOfDay.values()].sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1))
  return new Set(latestFirst.slice(0, kept).map(({ file }) => file))
}
