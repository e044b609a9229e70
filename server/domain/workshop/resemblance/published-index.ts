import { coverOf } from './compare-meanings.ts'
import { meaningReader, type Meaning } from './read-meaning.ts'
import { TELLING } from './thesaurus.ts'

/** Something published that may be used again. */
export type PublishedText = {
  readonly profileSlug: string
  readonly profileTitle: string
  readonly version: string
  readonly moduleId: string
  readonly moduleTitle: string
  readonly itemId: string
  readonly itemKind: 'module' | 'outcome' | 'criterion'
  readonly text: string
}

export type PublishedIndex<Item extends PublishedText = PublishedText> = {
  readonly items: readonly Item[]
  /** By item, what it means, and what that weighs when rare words weigh more. */
  readonly meanings: readonly Meaning[]
  readonly totals: Float64Array
  /** Which items have an idea, as a word and as a part of a longer word. */
  readonly byKey: ReadonlyMap<string, readonly number[]>
  readonly byPart: ReadonlyMap<string, readonly number[]>
  /** Close to 1 for an idea that few texts have, towards 0 for one that all have. */
  readonly rarity: ReadonlyMap<string, number>
}

/**
 * What `nearestTo` looks into; make it once and keep it. Texts that say the same in the same kind of item are kept once,
 * the first: a linked module stands in many profiles.
 */
export function indexPublished<Item extends PublishedText>(published: readonly Item[]): PublishedIndex<Item> {
  const read = meaningReader()
  const items: Item[] = []
  const meanings: Meaning[] = []
  const byKey = new Map<string, number[]>()
  const byPart = new Map<string, number[]>()
  const seen = new Set<string>()
  for (const item of published) {
    const meaning = read(item.text)
    const name = `${item.itemKind} ${meaning.words.map(({ lower }) => lower).join(' ')}`
    if (meaning.ideas.size === 0 || seen.has(name)) continue
    seen.add(name)
    const at = items.push(item) - 1
    meanings.push(meaning)
    for (const { key, parts } of meaning.ideas.values()) {
      note(byKey, key, at)
      for (const part of parts.keys()) note(byPart, part, at)
    }
  }
  const rarity = new Map([...byKey].map(([key, places]) => [key, rarityOf(places.length, items.length)]))
  const totals = Float64Array.from(meanings, ({ ideas }) =>
    [...ideas.values()].reduce((sum, { key, weight }) => sum + weight * (rarity.get(key) ?? 1), 0),
  )
  return { items, meanings, totals, byKey, byPart, rarity }
}

function note(map: Map<string, number[]>, key: string, at: number): void {
  const places = map.get(key)
  if (places === undefined) map.set(key, [at])
  else if (places.at(-1) !== at) places.push(at)
}

function rarityOf(having: number, all: number): number {
  return Math.log((2 + all) / (1 + having)) / Math.log(2 + all)
}

/** A published text that resembles what is being written. */
export type Nearest<Item extends PublishedText = PublishedText> = {
  readonly item: Item
  /** 0 to 100. */
  readonly score: number
  /** The words of what is being written that it has too, as they are written there. */
  readonly shared: readonly string[]
}

const MOST = 5
/** One word in common is a coincidence. */
const FEWEST_SHARED = 2
const LOWEST_SCORE = 45
/**
 * While somebody writes, what they have written so far is to be found again in the whole; that the whole says more
 * counts for less.
 */
const OF_WRITTEN = 0.8

/**
 * The published texts that are nearest, at most five, nearest first; of equals the one that was entered first. None for
 * a text of fewer than two telling words, and none that shares fewer than two. Rare words weigh more than common ones.
 *
 * @param isWanted leaves out texts before the five are chosen, for example those of the profile that is being written
 */
export function nearestTo<Item extends PublishedText>(
  text: string,
  index: PublishedIndex<Item>,
  isWanted: (item: Item) => boolean = () => true,
): Nearest<Item>[] {
  const written = meaningReader()(text)
  const telling = new Set(written.tokens.filter(({ weight }) => weight >= TELLING).map(({ key }) => key))
  if (telling.size < FEWEST_SHARED) return []
  const nearest: { item: Item; at: number; score: number }[] = []
  for (const { at, most } of candidates(written, telling, index)) {
    const [item, meaning] = [index.items[at], index.meanings[at]]
    // From here on none can be nearer than the fifth.
    if (Math.round(most) < Math.max(LOWEST_SCORE, nearest[MOST - 1]?.score ?? 0)) break
    if (!item || !meaning || !isWanted(item)) continue
    const score = Math.round(
      scoreOf(coveredShare(written, meaning, index), coveredShare(meaning, written, index)),
    )
    if (score < LOWEST_SCORE) continue
    nearest.push({ item, at, score })
    nearest.sort((one, other) => other.score - one.score || one.at - other.at)
    nearest.length = Math.min(nearest.length, MOST)
  }
  return nearest.map(({ item, at, score }) => ({
    item,
    score,
    shared: wordsIn(written, telling, index.meanings[at]),
  }))
}

function scoreOf(ofWritten: number, ofPublished: number): number {
  return 100 * (OF_WRITTEN * ofWritten + (1 - OF_WRITTEN) * ofPublished)
}

type Candidate = { readonly at: number; readonly most: number }

/** Texts that have two of the telling words, in whole or in part, by the highest score that each can come to. */
function candidates(
  written: Meaning,
  telling: ReadonlySet<string>,
  { byKey, byPart, items, totals, rarity }: PublishedIndex,
): Candidate[] {
  const counts = new Uint8Array(items.length)
  // By text: the last idea that it was met by, and the most that is covered of what is written and of the text.
  const latest = new Uint16Array(items.length)
  const ofWritten = new Float64Array(items.length)
  const ofText = new Float64Array(items.length)
  const met: number[] = []
  let all = 0
  let idea = 0
  const meet = (places: readonly number[] | undefined, share: number, theirs: number, isTelling: boolean) => {
    for (const at of places ?? []) {
      ofText[at] = (ofText[at] ?? 0) + theirs
      if (latest[at] === idea) continue
      latest[at] = idea
      ofWritten[at] = (ofWritten[at] ?? 0) + share
      if (!isTelling) continue
      counts[at] = (counts[at] ?? 0) + 1
      if (counts[at] === FEWEST_SHARED) met.push(at)
    }
  }
  for (const { key, weight, parts } of written.ideas.values()) {
    const share = weight * (rarity.get(key) ?? 1)
    all += share
    idea += 1
    meet(byKey.get(key), share, rarity.get(key) ?? 1, telling.has(key))
    meet(byPart.get(key), share, 1, telling.has(key))
    for (const part of parts.keys()) meet(byKey.get(part), share, rarity.get(part) ?? 1, telling.has(key))
  }
  return met
    .map((at) => {
      const theirs = Math.min(1, (ofText[at] ?? 0) / (totals[at] ?? 1))
      return { at, most: scoreOf((ofWritten[at] ?? 0) / all, theirs) }
    })
    .sort((one, other) => other.most - one.most || one.at - other.at)
}

function coveredShare(one: Meaning, other: Meaning, { rarity }: PublishedIndex): number {
  let covered = 0
  let all = 0
  for (const idea of one.ideas.values()) {
    const weight = idea.weight * (rarity.get(idea.key) ?? 1)
    all += weight
    covered += weight * coverOf(idea, one, other)
  }
  return all === 0 ? 0 : covered / all
}

function wordsIn(written: Meaning, telling: ReadonlySet<string>, other: Meaning | undefined): string[] {
  const shared = written.tokens.filter((token) => {
    const idea = written.ideas.get(token.key)
    return other && idea && telling.has(token.key) && coverOf(idea, written, other) > 0
  })
  return [...new Set(shared.map((token) => token.written))]
}
