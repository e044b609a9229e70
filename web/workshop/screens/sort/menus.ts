import type { Card, CardKind } from '../../../../schemas/types.ts'
import { setCardKind } from '../../../../server/board/write-on-board.ts'
import { CARD_KINDS } from '../../../../server/domain/workshop/board-form.ts'
import { t } from '../../../i18n/board.ts'
import type { Choices } from '../choice-dialog.ts'
import type { Desk } from '../desk.ts'
import { kindName } from '../kind.ts'
import type { SortedTheme, Sorting } from './lay-out.ts'
import type { SortActs } from './sort-acts.ts'

type Around = { readonly desk: Desk; readonly sorting: Sorting; readonly acts: SortActs }

/** What can be done with a card: move it, and with one's own change it. */
export function cardMenu(
  card: Card,
  { desk, sorting, acts }: Around,
  { edit, newTheme }: { edit: () => void; newTheme: () => void },
): Choices {
  const lies = sorting.themes.find(({ cards }) => cards.some(({ id }) => id === card.id))
  const { pen, hand, state } = desk
  const isOwn = card.by === hand
  return {
    title: card.text,
    groups: [
      {
        heading: t('sort.menu.moveTo'),
        choices: [
          ...sorting.themes.map(({ theme, number }) => ({
            label: theme.title.trim() || t('sort.nameless'),
            number,
            isCurrent: theme.id === lies?.theme.id,
            choose: () => acts.put(card.id, theme.id),
          })),
          { label: t('sort.newTheme'), icon: 'plus', choose: newTheme },
          ...(lies
            ? [{ label: t('sort.menu.out'), icon: 'undo-2', choose: () => acts.put(card.id, null) }]
            : []),
        ],
      },
      {
        heading: t('sort.menu.card'),
        choices: [
          ...(isOwn ? [{ label: t('sort.menu.edit'), icon: 'pencil', choose: edit }] : []),
          { label: t('sort.menu.aside'), icon: 'minus', choose: () => acts.setCardAside(card.id, true) },
        ],
      },
      {
        heading: t('sort.menu.kind'),
        choices: isOwn
          ? CARD_KINDS.map((kind: CardKind) => ({
              label: kindName(kind, state.thirdCategory),
              isCurrent: kind === card.kind,
              choose: () => pen && setCardKind(pen, card.id, kind),
            }))
          : [],
      },
    ],
  }
}

/** What can be done with a theme. */
export function themeMenu(
  { theme }: SortedTheme,
  { sorting, acts }: Around,
  { rename }: { rename: () => void },
): Choices {
  const at = sorting.themes.findIndex((each) => each.theme.id === theme.id)
  return {
    title: theme.title.trim() || t('sort.nameless'),
    groups: [
      {
        choices: [
          { label: t('sort.rename'), icon: 'pencil', choose: rename },
          ...(at > 0
            ? [{ label: t('sort.menu.up'), icon: 'arrow-up', choose: () => acts.moveTheme(theme.id, -1) }]
            : []),
          ...(at < sorting.themes.length - 1
            ? [{ label: t('sort.menu.down'), icon: 'arrow-down', choose: () => acts.moveTheme(theme.id, 1) }]
            : []),
          {
            label: t('sort.menu.themeAside'),
            icon: 'minus',
            choose: () => acts.setThemeAside(theme.id, true),
          },
        ],
      },
    ],
  }
}
