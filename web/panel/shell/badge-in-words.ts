import { formatTime } from '../../i18n/locale.ts'
import { plural, t } from '../../i18n/panel.ts'
import type { SaidBadge } from '../../ui/calm-badge.ts'
import type { Badge } from '../../workshop/board/badge.ts'

export type Saying = {
  readonly badge: Badge
  /** How many acts the server has refused; their authors have to do something. */
  readonly refused: number
  /** When the server last took something, in milliseconds since 1970; null where that was not since the page was opened. */
  readonly takenAt: number | null
  readonly isPhone: boolean
}

/** What the badge says. Green only for what the server has answered for. */
export function badgeInWords({ badge, refused, takenAt, isPhone }: Saying): SaidBadge {
  const { kind } = badge
  if (kind === 'on-server' && refused > 0) {
    const [long, short] = [t('badge.refused'), t('badge.refusedShort')]
    return { kind: 'refused', tone: 'bad', icon: 'triangle-alert', long, short }
  }
  const here = isPhone ? 'phone' : 'here'
  switch (badge.kind) {
    case 'on-server': {
      const words =
        takenAt === null ? t('badge.saved') : t('badge.savedAt', { time: formatTime(new Date(takenAt)) })
      return { kind, tone: 'ok', icon: 'cloud-check', long: words, short: words }
    }
    case 'saving':
      return { kind, tone: 'calm', icon: 'cloud-upload', long: t('badge.saving'), short: t('badge.saving') }
    case 'waiting': {
      const [long, short] = [
        plural('badge.waiting', badge.count),
        t('badge.waitingShort', { count: badge.count }),
      ]
      return { kind, tone: 'calm', icon: 'cloud-upload', long, short }
    }
    case 'kept-here': {
      const words = t(`badge.${here}`)
      const long = badge.count === 0 ? words : t(`badge.${here}Waiting`, { count: badge.count })
      const short = badge.count === 0 ? words : t('badge.waitingShort', { count: badge.count })
      return { kind, tone: 'wait', icon: 'smartphone', long, short }
    }
    case 'offline': {
      const { minutes, count } = badge
      const long = plural(count === 0 ? 'badge.offline' : 'badge.offlineWaiting', minutes, { waiting: count })
      const short = count === 0 ? t('badge.offlineShort') : t('badge.offlineWaitingShort', { waiting: count })
      return { kind, tone: 'wait', icon: 'cloud-off', long, short }
    }
    case 'cannot-keep': {
      const [long, short] = [t('badge.cannotKeep'), t('badge.cannotKeepShort')]
      return { kind, tone: 'bad', icon: 'triangle-alert', long, short }
    }
  }
}
