import type { Device } from '../../schemas/types.ts'
import { formatTime } from '../i18n/locale.ts'
import { plural, t } from '../i18n/workshop.ts'
import type { Need } from './needs-you.ts'
import { minutesSince } from './server-time.ts'
import type { Standing } from './standing.ts'

/** How somebody stands, beside their name. */
export function standingInWords(standing: Standing): string {
  if ('minutes' in standing) return t(`standing.${standing.kind}`, { minutes: standing.minutes })
  return t(`standing.${standing.kind}`)
}

/** What may need somebody, in one sentence or two. */
export function needInWords(need: Need): string {
  const who = { name: need.name, number: need.groupNumber }
  switch (need.kind) {
    case 'quiet':
    case 'nothing-yet':
      return t(`needs.${need.kind}`, { ...who, minutes: plural('time.minutes', need.minutes) })
    case 'stuck':
      return t('needs.stuck', { ...who, changes: waitingInWords(need.waiting) })
    case 'away':
      return t('needs.away', {
        ...who,
        time: formatTime(new Date(need.seenAt)),
        changes: waitingInWords(need.waiting),
      })
  }
}

/** Only what the device has said: what it has done since, nobody knows. */
export function deviceInWords({ isConnected, seenAt, waiting }: Device, now: number): string {
  const changes = waitingInWords(waiting)
  if (isConnected) return t('device.connected', { changes })
  const minutes = plural('time.minutes', minutesSince(seenAt, now))
  return t('device.away', { time: formatTime(new Date(seenAt)), minutes, changes })
}

/** How many changes wait in a device, within a sentence. */
function waitingInWords(waiting: number): string {
  return waiting === 0 ? t('device.nothing') : plural('count.changes', waiting)
}
