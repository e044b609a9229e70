/** What a backup that the program makes by itself is called, and what can be told by its name. */
export type BackupName =
  | { readonly kind: 'nightly'; readonly createdAt: string }
  /** `form` is the last migration of the database that it was made of. */
  | { readonly kind: 'before-upgrade'; readonly form: string; readonly createdAt: string }

const NAME = /^(?:nightly|before-upgrade-(?<form>[\w-]+))-(?<time>\d{17})\.backup\.gz$/u

/** A time as it is part of a name: its digits, in UTC, to the millisecond. */
const digitsOf = (time: string) => time.replaceAll(/\D/gu, '').slice(0, 17)

/** `createdAt` as ISO 8601 in UTC with milliseconds: `nightly-20260301020000000.backup.gz`. */
export function backupName(backup: BackupName): string {
  const kind = backup.kind === 'nightly' ? 'nightly' : `before-upgrade-${backup.form}`
  return `${kind}-${digitsOf(backup.createdAt)}.backup.gz`
}

/** Undefined for a file that the program has not made by itself. */
export function readBackupName(file: string): BackupName | undefined {
  const { form, time = '' } = NAME.exec(file)?.groups ?? {}
  const createdAt = time.replace(/^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d{3})$/u, '$1-$2-$3T$4:$5:$6.$7Z')
  if (Number.isNaN(Date.parse(createdAt))) return undefined
  return form === undefined ? { kind: 'nightly', createdAt } : { kind: 'before-upgrade', form, createdAt }
}
