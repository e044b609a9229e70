import {
  addTheme,
  moveBefore,
  OWN,
  putAside,
  putCardInTheme,
  type Pen,
} from '../../../../server/board/write-on-board.ts'
import { plural, t } from '../../../i18n/board.ts'
import { announce } from '../announce.ts'
import { beginStep, type Desk } from '../desk.ts'
import { layOut, placeBeside } from './lay-out.ts'

/** The board is read anew a frame after an act; then it is known as one's own. */
const RECENT_MS = 2_000

/** What somebody does while sorting. Each act is said aloud, and remembered as their own for a moment. */
export class SortActs {
  readonly #desk: () => Desk
  readonly #acted: () => void
  readonly #own = new Map<string, number>()

  constructor(desk: () => Desk, acted: () => void) {
    this.#desk = desk
    this.#acted = acted
  }

  /** Into a theme; null takes it out. */
  put(cardId: string, themeId: string | null): void {
    this.#act([cardId], (pen) => putCardInTheme(pen, cardId, themeId))
    const { board } = this.#desk()
    const card = short(board.cards.find(({ id }) => id === cardId)?.text)
    const theme = board.themes.find(({ id }) => id === themeId)
    const left = layOut(board).left.filter(({ id }) => id !== cardId).length
    announce(
      themeId === null
        ? t('sort.said.out', { card })
        : `${t('sort.said.put', { card, theme: theme?.title.trim() || t('sort.nameless') })} ${plural('sort.said.left', left)}`,
    )
  }

  /** A theme without a name yet, with the card in it where there is one: one step of undoing. Gives its id. */
  newTheme(cardId: string | null): string | null {
    let themeId: string | null = null
    this.#act(cardId === null ? [] : [cardId], (pen) => {
      themeId = addTheme(pen, '')
      if (cardId !== null) putCardInTheme(pen, cardId, themeId)
    })
    announce(t('sort.said.newTheme'))
    return themeId
  }

  moveTheme(themeId: string, step: -1 | 1): void {
    const before = placeBeside(layOut(this.#desk().board).themes, themeId, step)
    if (before === undefined) return
    this.#act([], (pen) => moveBefore(pen, 'themes', themeId, before))
    announce(t(step === -1 ? 'sort.said.themeUp' : 'sort.said.themeDown'))
  }

  /** Its cards lie unsorted again; or, brought back, in it. */
  setThemeAside(themeId: string, isAside: boolean): void {
    const { cards } = this.#desk().board
    const inIt = cards.filter((card) => card.themeId === themeId).map(({ id }) => id)
    this.#act(inIt, (pen) => putAside(pen, 'themes', themeId, isAside))
    announce(t(isAside ? 'sort.said.themeAside' : 'sort.said.themeBack'))
  }

  setCardAside(cardId: string, isAside: boolean): void {
    this.#act([cardId], (pen) => putAside(pen, 'cards', cardId, isAside))
    announce(t(isAside ? 'sort.said.cardAside' : 'sort.said.cardBack'))
  }

  /** The cards that this person has just moved. */
  recentlyOwn(now: number): ReadonlySet<string> {
    for (const [id, at] of this.#own) if (now - at > RECENT_MS) this.#own.delete(id)
    return new Set(this.#own.keys())
  }

  #act(cardIds: readonly string[], act: (pen: Pen) => void): void {
    const { pen } = this.#desk()
    if (!pen) return
    for (const id of cardIds) this.#own.set(id, performance.now())
    beginStep(this.#desk())
    pen.doc.transact(() => act(pen), OWN)
    this.#acted()
  }
}

const SHORT = 60

function short(text = ''): string {
  return text.length > SHORT ? `${text.slice(0, SHORT).trimEnd()} …` : text
}
