import { LANGUAGES, type Texts } from '../../texts.ts'

/** When something begins and ends, as the clock shows it in Sweden; both given in RFC 3339. */
export function spanInWords(texts: Texts, startsAt: string, endsAt: string): string {
  const sameDay = dayOf(startsAt) === dayOf(endsAt)
  const [start, end] = [texts.moment(startsAt), sameDay ? clockOf(texts, endsAt) : texts.moment(endsAt)]
  return texts.text(sameDay ? 'panel.time.span' : 'panel.time.days', { start, end })
}

const ZONE = { timeZone: 'Europe/Stockholm' } as const
const DAY = new Intl.DateTimeFormat(LANGUAGES.sv, { ...ZONE, dateStyle: 'short' })
const CLOCK = new Intl.DateTimeFormat(LANGUAGES.sv, {
  ...ZONE,
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

const dayOf = (time: string): string => DAY.format(new Date(time))

function clockOf({ text }: Texts, time: string): string {
  const [hours = '', minutes = ''] = CLOCK.format(new Date(time)).split(':')
  return text('panel.time.clock', { hours, minutes })
}
