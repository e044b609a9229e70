import type { PartTally, Perspective } from '../../../schemas/types.ts'
import { missingInWords } from '../../../server/domain/review/in-words/missing-in-words.ts'
import { statusInWords } from '../../../server/domain/review/in-words/status-in-words.ts'
import { locale } from '../../i18n/locale.ts'

type Row = Pick<PartTally, 'state' | 'hasChanges' | 'missing' | 'cells' | 'staleAnswers' | 'contested'>

/** What is still missing, at the table itself: whatever stops is not put off to a meeting there. */
export function stillMissing(row: Row, perspectives: readonly Perspective[]): string {
  return row.state === 'stopped'
    ? missingInWords(row.missing, perspectives, locale())
    : statusInWords(row, perspectives, locale())
}

export const STATE_ICONS = { ready: 'check', waiting: 'clock', stopped: 'hand' } as const
