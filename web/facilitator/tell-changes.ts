import type { WorkshopOverview } from '../../schemas/types.ts'
import { leftOf } from '../../server/domain/workshop/clock.ts'
import { plural, t } from '../i18n/workshop.ts'

/** As much of how things stand as is worth being told of when it becomes something else. */
export type Told = {
  readonly phase: WorkshopOverview['conduct']['phase']
  readonly isOut: boolean
  readonly needs: number
}

export function toTell({ conduct: { phase, clock } }: WorkshopOverview, needs: number, now: Date): Told {
  return { phase, isOut: clock !== null && leftOf(clock, now) <= 0, needs }
}

/**
 * What a screen reader says between two looks; undefined for nothing. Who writes and how many cards there are is
 * there to be read, and is told to nobody unasked.
 */
export function tellChange(before: Told, after: Told): string | undefined {
  if (after.phase !== before.phase) return t('told.phase', { phase: t(`phase.${after.phase}`) })
  if (after.isOut && !before.isOut) return t('clock.out')
  if (after.needs > before.needs) return plural('told.needs', after.needs)
  return undefined
}
