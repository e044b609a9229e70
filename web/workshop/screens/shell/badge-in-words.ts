import { plural, t } from '../../../i18n/board.ts'
import type { SaidBadge } from '../../../ui/calm-badge.ts'
import type { Badge } from '../../board/badge.ts'

export type BadgeWords = Omit<SaidBadge, 'kind'>

/** What the badge says, and how. Green, and "on the server", only for what the server has answered for. */
export function badgeInWords(badge: Badge, isPhone: boolean): BadgeWords {
  const here = isPhone ? 'phone' : 'here'
  switch (badge.kind) {
    case 'on-server':
      return { tone: 'ok', icon: 'cloud-check', long: t('badge.onServer'), short: t('badge.saved') }
    case 'saving':
      return { tone: 'calm', icon: 'cloud-upload', long: t('badge.saving'), short: t('badge.saving') }
    case 'waiting':
      return {
        tone: 'calm',
        icon: 'cloud-upload',
        long: plural('badge.waiting', badge.count),
        short: plural('badge.waitingShort', badge.count),
      }
    case 'kept-here': {
      const long = badge.count === 0 ? t(`badge.${here}`) : plural(`badge.${here}Waiting`, badge.count)
      const short = badge.count === 0 ? t(`badge.${here}Short`) : plural('badge.waitingShort', badge.count)
      return { tone: 'wait', icon: 'smartphone', long, short }
    }
    case 'offline': {
      const { minutes, count } = badge
      const long = plural(count === 0 ? 'badge.offline' : 'badge.offlineWaiting', minutes, { waiting: count })
      const short = count === 0 ? t('badge.offlineShort') : t('badge.offlineWaitingShort', { waiting: count })
      return { tone: 'wait', icon: 'cloud-off', long, short }
    }
    case 'cannot-keep':
      return {
        tone: 'bad',
        icon: 'triangle-alert',
        long: t('badge.cannotKeep'),
        short: t('badge.cannotKeepShort'),
      }
  }
}
