import type { Likeness, Statement } from '../../../../schemas/types.ts'
import { alikeness } from './compare-meanings.ts'
import { meaningReader, type Meaning, type MeaningReader, type Token } from './read-meaning.ts'
import { TELLING } from './thesaurus.ts'

/** What is compared of a statement. */
export type Said = Pick<Statement, 'id' | 'text'>

/**
 * How alike statements are, from 0 to 100, and why. Several are as alike as two of them are on an average. Function
 * words weigh nothing; shared words are told of as the first who uses them writes them.
 *
 * @param read a reader to share between calls, so that each word is looked up once
 */
export function likenessOf(statements: readonly Said[], read: MeaningReader = meaningReader()): Likeness {
  const meanings = statements.map(({ text }) => read(text))
  const uses = countUses(meanings)
  return {
    score: Math.round(100 * meanAlikeness(meanings)),
    ...sharedWords(meanings, uses),
    own: statements.map(({ id }, at) => ({ statementId: id, words: ownWords(meanings[at], uses) })),
  }
}

/** The mean over all pairs, where those that mean the same are counted and not compared. */
function meanAlikeness(meanings: readonly Meaning[]): number {
  const same = new Map<string, { meaning: Meaning; count: number }>()
  for (const meaning of meanings) {
    const { count } = same.get(meaning.signature) ?? { count: 0 }
    same.set(meaning.signature, { meaning, count: count + 1 })
  }
  let sum = 0
  const distinct = [...same.values()]
  distinct.forEach(({ meaning, count }, at) => {
    sum += (count * (count - 1)) / 2
    for (const other of distinct.slice(0, at)) {
      sum += alikeness(other.meaning, meaning) * count * other.count
    }
  })
  const pairs = (meanings.length * (meanings.length - 1)) / 2
  return pairs === 0 ? 1 : sum / pairs
}

/** In how many of the texts an idea stands: as a word, and as a part of a longer word. */
type Uses = { readonly whole: ReadonlyMap<string, number>; readonly part: ReadonlyMap<string, number> }

function countUses(meanings: readonly Meaning[]): Uses {
  const whole = new Map<string, number>()
  const part = new Map<string, number>()
  const count = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1)
  for (const { ideas } of meanings) {
    for (const key of ideas.keys()) count(whole, key)
    const parts = [...ideas.values()].flatMap((idea) => [...idea.parts.keys()])
    for (const key of new Set(parts)) count(part, key)
  }
  return { whole, part }
}

function standsElsewhere(token: Token, { ideas }: Meaning, { whole, part }: Uses): boolean {
  const here = (key: string) => Number(ideas.has(key))
  if ((whole.get(token.key) ?? 0) > here(token.key)) return true
  const own = [...(ideas.get(token.key)?.parts.keys() ?? [])]
  if (own.some((key) => (whole.get(key) ?? 0) > here(key))) return true
  const asPartHere = [...ideas.values()].some(({ parts }) => parts.has(token.key))
  return (part.get(token.key) ?? 0) > Number(asPartHere)
}

function ownWords(meaning: Meaning | undefined, uses: Uses): string[] {
  if (!meaning) return []
  const own = meaning.tokens.filter((token) => !standsElsewhere(token, meaning, uses))
  return [...new Set(own.map(({ written }) => written))]
}

function sharedWords(meanings: readonly Meaning[], uses: Uses): Pick<Likeness, 'shared' | 'synonyms'> {
  // By idea: what it is written as, one form of each word.
  const ideas = new Map<string, Map<string, string>>()
  for (const meaning of meanings) {
    for (const token of meaning.tokens) {
      if (token.weight < TELLING || !standsElsewhere(token, meaning, uses)) continue
      const written = ideas.get(token.key) ?? new Map<string, string>()
      if (!written.has(token.base)) written.set(token.base, token.written)
      ideas.set(token.key, written)
    }
  }
  const shared: string[] = []
  const synonyms: string[][] = []
  for (const [key, written] of ideas) {
    // A rullstol that stands beside a stol is told of as that: what both share is the stol.
    const isCompound = (uses.whole.get(key) ?? 0) === 1 && !uses.part.has(key)
    if (written.size > 1) synonyms.push([...written.values()])
    else if (!isCompound) shared.push(...written.values())
  }
  return { shared, synonyms }
}
