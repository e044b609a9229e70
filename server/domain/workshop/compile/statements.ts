import type { Board, CardKind, ModuleSource, OriginCard, Statement } from '../../../../schemas/types.ts'
import { foldWording } from '../../profile/wordings.ts'

/** What a group has come to say, ready to be put beside what others have. */
export type GroupStatements = {
  readonly groupNumber: number
  /** In the order of the board; also a theme that only wants a module linked, or has cards and no wording yet. */
  readonly themes: readonly GroupTheme[]
  readonly suitability: readonly Statement[]
}

export type GroupTheme = {
  readonly id: string
  readonly title: string
  readonly reuse: ModuleSource | null
  readonly statements: readonly Statement[]
  /** The texts of the cards that lie in it and count. */
  readonly cardTexts: readonly string[]
}

export type WhoseResult = {
  readonly groupNumber: number
  /** The perspective of the one whose hand it is; empty for another. */
  readonly perspectiveOf: (hand: string) => string
}

/**
 * A group's statements: its worded outcomes with their criteria, and its cards on personal suitability. What has been
 * put aside, is not needed, or says nothing is left out. An outcome whose theme has been put aside, or is gone, comes
 * along under that theme all the same, since it has not been put aside itself.
 */
export function statementsOf(board: Board, { groupNumber, perspectiveOf }: WhoseResult): GroupStatements {
  const texts = { cards: originCards(board, perspectiveOf), isNeeded: needTest(board) }
  const statements = outcomeStatements(board, groupNumber, texts.cards)
  const counting = board.cards.filter(
    ({ id, isAside, kind }) => !isAside && kind !== 'suitability' && texts.isNeeded(id),
  )
  const themeIds = new Set([...board.themes.map(({ id }) => id), ...statements.keys()])
  const themes = [...themeIds].flatMap((id): GroupTheme[] => {
    const theme = board.themes.find((each) => each.id === id)
    const own = statements.get(id) ?? []
    const isAside = theme?.isAside ?? true
    const cardTexts = isAside
      ? []
      : counting.flatMap((card) => (card.themeId === id ? (texts.cards.get(card.id)?.text ?? []) : []))
    const reuse = isAside ? null : (theme?.reuse ?? null)
    if (own.length === 0 && cardTexts.length === 0 && !reuse) return []
    return [{ id, title: foldWording(theme?.title ?? ''), reuse, statements: own, cardTexts }]
  })
  return { groupNumber, themes, suitability: suitabilityStatements(board, groupNumber, texts) }
}

type Cards = ReadonlyMap<string, OriginCard>

function originCards({ cards }: Board, perspectiveOf: WhoseResult['perspectiveOf']): Cards {
  const origin = new Map<string, OriginCard>()
  for (const { id, kind, text, by } of cards) {
    const folded = foldWording(text)
    if (folded !== '') origin.set(id, { id, kind, text: folded, perspective: perspectiveOf(by) })
  }
  return origin
}

function cardsBehind(ids: readonly string[], cards: Cards): OriginCard[] {
  return [...new Set(ids)].flatMap((id) => cards.get(id) ?? [])
}

function outcomeStatements(board: Board, groupNumber: number, cards: Cards): Map<string, Statement[]> {
  const byTheme = new Map<string, Statement[]>()
  for (const { id, themeId, category, text, cardIds, source, differs, isAside } of board.outcomes) {
    const folded = foldWording(text)
    if (isAside || folded === '') continue
    const criteria = board.criteria.flatMap((criterion) => {
      const wording = foldWording(criterion.text)
      return criterion.outcomeId !== id || criterion.isAside || wording === ''
        ? []
        : [{ id: criterion.id, text: wording, cards: cardsBehind(criterion.cardIds, cards) }]
    })
    const statement: Statement = {
      id,
      groupNumber,
      kind: category,
      text: folded,
      criteria,
      cards: cardsBehind(cardIds, cards),
      source,
      differs: foldWording(differs),
    }
    byTheme.set(themeId, [...(byTheme.get(themeId) ?? []), statement])
  }
  return byTheme
}

function suitabilityStatements(
  { cards: onBoard }: Board,
  groupNumber: number,
  { cards, isNeeded }: { readonly cards: Cards; readonly isNeeded: (cardId: string) => boolean },
): Statement[] {
  const kind: CardKind = 'suitability'
  return onBoard.flatMap((card) => {
    const origin = cards.get(card.id)
    if (card.kind !== kind || card.isAside || !origin || !isNeeded(card.id)) return []
    const { id, text } = origin
    return [{ id, groupNumber, kind, text, criteria: [], cards: [origin], source: null, differs: '' }]
  })
}

/**
 * Whether a card is needed at all: what the group has decided holds, whatever the marks say; where it has decided
 * nothing, a card is not needed when more than half of its marks say so.
 */
function needTest({ marks, decisions }: Board): (cardId: string) => boolean {
  const decided = new Map(decisions.map(({ cardId, need }) => [cardId, need !== 'notNeeded']))
  const votes = new Map<string, number>()
  for (const { cardId, need } of marks) {
    votes.set(cardId, (votes.get(cardId) ?? 0) + (need === 'notNeeded' ? -1 : 1))
  }
  return (cardId) => decided.get(cardId) ?? (votes.get(cardId) ?? 0) >= 0
}
