import {
  backupName,
  readBackupName,
  type BackupName,
} from '../../../server/domain/operations/backup-names.ts'

const createdAt = '2026-03-01T02:00:00.123Z'

test.each<[string, BackupName]>([
  ['nightly-20260301020000123.backup.gz', { kind: 'nightly', createdAt }],
  [
    'before-upgrade-0001-first-20260301020000123.backup.gz',
    { kind: 'before-upgrade', form: '0001-first', createdAt },
  ],
])('%s says what the backup is', (name, backup) => {
  expect(backupName(backup)).toBe(name)
  expect(readBackupName(name)).toEqual(backup)
})

test.each([
  'profilverkstad-20260301020000.backup.gz',
  'nightly-20260301.backup.gz',
  'nightly-99999999999999999.backup.gz',
  'nightly-20260301020000123.backup.gz.old',
  'my nightly-20260301020000123.backup.gz',
  'before-upgrade--20260301020000123.backup.gz',
  'profilverkstad.sqlite',
  '',
])('%p is none of the program’s own', (name) => {
  expect(readBackupName(name)).toBeUndefined()
})
