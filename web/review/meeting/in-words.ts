import type { Perspective } from '../../../schemas/types.ts'
import { missingInWords } from '../../../server/domain/review/in-words/missing-in-words.ts'
import { statusInWords } from '../../../server/domain/review/in-words/status-in-words.ts'
import { locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/review.ts'
import type { OnTableTally } from './marks-on-table.ts'

/** What is still missing, at the table itself: whatever stops is not put off to a meeting there. */
export function stillMissing(row: OnTableTally['row'], perspectives: readonly Perspective[]): string {
  const words =
    row.state === 'stopped'
      ? missingInWords(row.missing, perspectives, locale())
      : statusInWords(row, perspectives, locale())
  // Of hidden answers no more is told than whether they have come.
  return words === '' ? t('room.hiddenAnswered') : words
}

export const STATE_ICONS = { ready: 'check', waiting: 'clock', stopped: 'hand' } as const
