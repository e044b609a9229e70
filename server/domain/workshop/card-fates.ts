import type {
  Board,
  Card,
  CardFate,
  FateItem,
  OccupationalProfile,
  Provenance,
  RulingOnRow,
} from '../../../schemas/types.ts'
import { findItem } from '../profile/items.ts'
import { numberItems } from '../profile/number-items.ts'
import { tallyNeeds } from './tally-needs.ts'
import { cardsBehind, wordingsIn } from './wordings-in-theme.ts'

/** What has been decided about a workshop's cards after the groups let go of them. */
export type Aftermath = {
  /** What has come of the workshop. */
  readonly origins: readonly Pick<Provenance, 'itemId' | 'cards'>[]
  readonly rulings: readonly Pick<RulingOnRow, 'statementIds' | 'kind' | 'itemId' | 'reason'>[]
  /** The draft, or what was published last; null where there is neither any more. */
  readonly profile: OccupationalProfile | null
}

/**
 * What became of the cards that one hand has written on a board, in their order; cards without words are left out. The
 * furthest that a card has come counts: in the draft, whatever else was said of it; then what was decided last.
 */
export function cardFates(hand: string, board: Board, aftermath: Aftermath): CardFate[] {
  const own = board.cards.filter(({ by, text }) => by === hand && text.trim() !== '')
  const needs = tallyNeeds(board)
  const itemOf = itemReader(aftermath.profile)
  const itemsOf = itemsByCard(aftermath, itemOf)
  const statementsOf = statementsByCard(board)
  const ruled = new Map(aftermath.rulings.flatMap((ruling) => ruling.statementIds.map((id) => [id, ruling])))
  return own.map((card): CardFate => {
    const { id, kind, text } = card
    const fate = (which: CardFate['fate'], more: Partial<CardFate> = {}): CardFate => ({
      id,
      kind,
      text,
      fate: which,
      reason: '',
      items: [],
      ...more,
    })
    const items = itemsOf.get(id) ?? []
    if (items.length > 0) return fate('inDraft', { items })
    if (card.isAside) return fate('aside')
    const statements = statementsOf(card)
    const rulings = statements.flatMap((statementId) => ruled.get(statementId) ?? [])
    if (rulings.length > 0 && rulings.length === statements.length) {
      // What stood beside a wording that was taken is said there, in another group's words, for as long as that stands.
      const inPlace = rulings.flatMap(({ itemId }) => (itemId === null ? [] : (itemOf(itemId) ?? [])))
      if (inPlace.length > 0) return fate('inPlace', { items: sorted(inPlace) })
      return fate('leftOut', { reason: rulings.find(({ reason }) => reason !== '')?.reason ?? '' })
    }
    // Suitability is neither marked nor worded on the board: it goes to the compilation as it stands.
    const need = kind === 'suitability' ? null : needs.get(id)?.outcome
    if (need === 'onTheJob' || need === 'notNeeded') return fate(need)
    return fate(statements.length > 0 ? 'worded' : 'open')
  })
}

type ItemReader = (itemId: string) => FateItem | undefined

/** An item as it reads now; undefined when it stands there no more. */
function itemReader(profile: OccupationalProfile | null): ItemReader {
  const numbers = profile ? numberItems(profile) : new Map<string, string>()
  return (itemId) => {
    const found = profile && findItem(profile, itemId)
    if (!found || !('text' in found.item)) return undefined
    return { itemId, number: numbers.get(itemId) ?? '', text: found.item.text }
  }
}

function itemsByCard({ origins }: Aftermath, itemOf: ItemReader): ReadonlyMap<string, FateItem[]> {
  const items = new Map<string, FateItem[]>()
  for (const { itemId, cards } of origins) {
    const item = itemOf(itemId)
    if (item) for (const { id } of cards) items.set(id, [...(items.get(id) ?? []), item])
  }
  return new Map([...items].map(([cardId, those]) => [cardId, sorted(those)]))
}

/** By number, each once. */
function sorted(items: readonly FateItem[]): FateItem[] {
  const each = new Map(items.map((item) => [item.itemId, item]))
  return [...each.values()].sort(
    (one, other) =>
      one.number.localeCompare(other.number, 'sv', { numeric: true }) || (one.itemId < other.itemId ? -1 : 1),
  )
}

/** The statements that a card is behind, as they are compiled: outcomes, and on suitability the card itself. */
function statementsByCard(board: Board): (card: Card) => readonly string[] {
  const byCard = new Map<string, string[]>()
  const themes = new Set(board.outcomes.map(({ themeId }) => themeId))
  for (const themeId of themes) {
    for (const wording of wordingsIn(board, themeId)) {
      if (wording.outcome.text.trim() === '') continue
      for (const cardId of cardsBehind(wording))
        byCard.set(cardId, [...(byCard.get(cardId) ?? []), wording.outcome.id])
    }
  }
  return ({ id, kind }) => (kind === 'suitability' ? [id] : (byCard.get(id) ?? []))
}
