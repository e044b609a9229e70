/** A day and a time by Swedish clocks, as date and time fields write them. */
export type DayAndTime = { readonly day: string; readonly time: string }

const zone = { timeZone: 'Europe/Stockholm' } as const
const parts = new Intl.DateTimeFormat('sv-SE', { ...zone, dateStyle: 'short', timeStyle: 'short' })

/** A moment as clocks in Sweden show it, wherever the reader sits: that is what summonses and calendars say too. */
export function inSweden(at: string): DayAndTime {
  const [day = '', time = ''] = parts.format(new Date(at)).split(' ')
  return { day, time }
}

/** The moment when clocks in Sweden show that; null for what is no day or time. In the hour that comes twice it is the first. */
export function momentInSweden({ day, time }: DayAndTime): string | null {
  const asUtc = Date.parse(`${day}T${time}:00Z`)
  if (Number.isNaN(asUtc)) return null
  for (const hours of [2, 1]) {
    const moment = new Date(asUtc - hours * 3_600_000).toISOString()
    const shown = inSweden(moment)
    if (shown.day === day && shown.time === time) return moment
  }
  return null
}
