import type { HistoryEntry } from '../../schemas/types.ts'
import { t } from '../i18n/compile.ts'

/** What a line of the history says about workshops; undefined for what is not about them. */
export function workshopInWords({ event }: Pick<HistoryEntry, 'event'>): string | undefined {
  switch (event.kind) {
    case 'workshop-planned':
      return t('history.planned')
    case 'workshop-ended':
      return t('history.ended')
    case 'seat-removed':
      return t('history.seatRemoved')
    case 'row-decided':
      return t(`history.rows.${event.decision}`)
    default:
      return undefined
  }
}

/** Whether the edits beside a line tell it already: what is taken stands in the draft, with where it comes from. */
export function isToldByEdits({ event }: Pick<HistoryEntry, 'event'>): boolean {
  return event.kind === 'row-decided' && event.decision !== 'leftOut'
}
