import fc from 'fast-check'
import { backupName } from '../../../server/domain/operations/backup-names.ts'
import { backupsToRemove } from '../../../server/domain/operations/backups-to-remove.ts'

const now = new Date('2026-03-10T02:00:00.000Z')
const DAY_MS = 24 * 60 * 60 * 1000
const daysAgo = (days: number) => new Date(now.getTime() - days * DAY_MS).toISOString()
const nightly = (createdAt: string) => backupName({ kind: 'nightly', createdAt })
const beforeUpgrade = (days: number) =>
  backupName({ kind: 'before-upgrade', form: '0001-first', createdAt: daysAgo(days) })
const removed = (files: string[], kept: number) => backupsToRemove(files, { kept, now })

test.each([
  ['as many as are kept', 3, [0, 1, 2], []],
  ['one too many', 3, [0, 1, 2, 3], [3]],
  ['far too many, after the setting was lowered', 2, [0, 1, 2, 3, 4], [2, 3, 4]],
  ['few, from long ago: the program was down, and age alone removes none', 3, [200, 300], []],
  ['some with gaps between', 2, [0, 5, 40], [40]],
  ['one', 1, [0], []],
])('of nightly backups that are %s, and %i kept, the oldest go', (_, kept, days, gone) => {
  const names = (of: number[]) => of.map((day) => nightly(daysAgo(day)))
  expect(removed(names(days), kept)).toEqual(names(gone))
})

test('several of one day count as one, the last of them', () => {
  const morning = nightly('2026-03-09T02:00:00.000Z')
  const noon = nightly('2026-03-09T11:00:00.000Z')
  const dayBefore = nightly('2026-03-08T02:00:00.000Z')
  expect(removed([noon, morning, dayBefore], 2)).toEqual([morning])
})

test.each([
  ['stays', 'a backup from before an upgrade, 90 days old', beforeUpgrade(90), false],
  ['goes', 'a backup from before an upgrade, 91 days old', beforeUpgrade(91), true],
  ['stays', 'a backup made by hand', 'profilverkstad-20200101000000.backup.gz', false],
  ['stays', 'somebody else’s file', 'nightly-notes.txt', false],
  ['stays', 'a backup that is being written', `${nightly(daysAgo(0))}.0a1b2c3d.half`, false],
  ['goes', 'what a kill left half written two days ago', `${nightly(daysAgo(2))}.0a1b2c3d.half`, true],
  ['goes', 'the same from an upgrade', `${beforeUpgrade(2)}.0a1b2c3d.half`, true],
  ['stays', 'somebody else’s half file', 'film.0a1b2c3d.half', false],
])('%s: %s', (_, __, file, goes) => {
  const files = [nightly(daysAgo(0)), file]
  expect(removed(files, 1)).toEqual(goes ? [file] : [])
})

test('whatever lies there, the latest nightly backup stays, and what stays is stable', () => {
  const days = fc.uniqueArray(fc.integer({ min: 0, max: 400 }), { minLength: 1 })
  fc.assert(
    fc.property(days, fc.integer({ min: 1, max: 30 }), (all, kept) => {
      const files = all.map((day) => nightly(daysAgo(day)))
      const gone = removed(files, kept)
      const staying = files.filter((file) => !gone.includes(file))
      expect(staying).toContain(nightly(daysAgo(Math.min(...all))))
      expect(staying).toHaveLength(Math.min(kept, all.length))
      expect(removed(staying, kept)).toEqual([])
    }),
  )
})
