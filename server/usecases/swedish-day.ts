const DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', dateStyle: 'short' })

/** The calendar day of a moment in Sweden, as YYYY-MM-DD: decisions are made there, where it is another day than in UTC for an hour or two each night. */
export function swedishDay(moment: Date): string {
  return DAY.format(moment)
}
