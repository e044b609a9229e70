import type { WorkshopConduct } from '../../../../schemas/types.ts'
import { plural, t } from '../../../i18n/board.ts'

export type Clock = NonNullable<WorkshopConduct['clock']>
const SECOND = 1000
const MINUTE = 60 * SECOND

/** The time left as on a clock: 6.12; after the end how long ago that was, with a minus. */
export function clockFace(leftMs: number): string {
  const seconds = Math.ceil(leftMs / SECOND)
  const [minutes, rest] = [Math.floor(Math.abs(seconds) / 60), Math.abs(seconds) % 60]
  return `${seconds < 0 ? '\u2212' : ''}${minutes}.${String(rest).padStart(2, '0')}`
}

/** The same in words. */
export function clockInWords(clock: Clock, leftMs: number): string {
  if (leftMs <= 0) return t('clock.over')
  const seconds = Math.ceil(leftMs / SECOND)
  const left = t('clock.left', {
    minutes: plural('clock.minutes', Math.floor(seconds / 60)),
    seconds: plural('clock.seconds', seconds % 60),
  })
  return clock.endsAt === null ? t('clock.paused', { left }) : left
}

/** How stickan stands: how much of it is left, and how far apart its marks are, in hundredths. */
export function stickOf(clock: Clock, leftMs: number): { left: number; step: number } {
  const share = clock.ofMs <= 0 ? 0 : Math.max(0, Math.min(1, leftMs / clock.ofMs))
  const minutes = Math.max(1, Math.round(clock.ofMs / MINUTE))
  // More marks than 40 are no marks any more.
  const marks = minutes > 40 ? minutes / 5 : minutes
  return { left: share * 100, step: 100 / marks }
}
