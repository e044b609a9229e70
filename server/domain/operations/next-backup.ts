/** When most people are asleep. No change of clocks jumps over this hour or gives it twice. */
const HOUR = 3
const DAY_MS = 24 * 60 * 60 * 1000
const RETRY_MS = 60 * 60 * 1000

const SWEDISH = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
  hourCycle: 'h23',
})

export type BackupsSoFar = {
  /** When a backup last went well; undefined when none has. */
  readonly last: Date | undefined
  /** When one failed after that. */
  readonly failed?: Date | undefined
}

/**
 * When the next nightly backup is due: at the first 03:00 Swedish time after the last one, which may have passed while
 * the program was down; at once when there has been none; an hour after one that failed.
 */
export function nextBackup({ last, failed }: BackupsSoFar, now: Date): Date {
  if (failed) return new Date(Math.min(failed.getTime(), now.getTime()) + RETRY_MS)
  if (!last) return now
  // A clock that went ahead and was set right must not put backups off.
  const from = Math.min(last.getTime(), now.getTime())
  const night = threeOClock(from)
  return new Date(night > from ? night : threeOClock(from + DAY_MS))
}

/** 03:00 on the Swedish day of a moment. */
function threeOClock(moment: number): number {
  const { year, month, day } = swedish(moment)
  const asUtc = Date.UTC(year, month - 1, day, HOUR)
  // Clocks change at 01:00 UTC, so by 03:00 UTC the day has the offset that it had at 03:00.
  const local = swedish(asUtc)
  const offset = Date.UTC(local.year, local.month - 1, local.day, local.hour) - asUtc
  return asUtc - offset
}

function swedish(moment: number): { year: number; month: number; day: number; hour: number } {
  const parts = new Map(SWEDISH.formatToParts(moment).map(({ type, value }) => [type, Number(value)]))
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0
  return { year: part('year'), month: part('month'), day: part('day'), hour: part('hour') }
}
