import type { ModuleLink, OccupationalProfile, ReviewItem, ReviewPart } from '../../../schemas/types.ts'
import { idOf, itemsOf, type Found } from '../profile/items.ts'
import { numberItems } from '../profile/number-items.ts'
import { foldWording, wordingOf, type Hash } from '../profile/wordings.ts'
import { countWords } from './count-words.ts'
import { inKeyOrder } from './in-key-order.ts'

/**
 * The text as a panel takes positions on it: a part for the profile itself, and one for each module. Each part has a
 * frame, which is everything in it that is no other item's wording: titles, purposes, levels, methods, translations, what it
 * is made of and in which order. So every word that is published is covered by some hash.
 * Law: texts with the same hashes are the same text (but for white space in wordings).
 */
export function divideText(profile: OccupationalProfile, hash: Hash): ReviewPart[] {
  const numbers = numberItems(profile)
  const found = [...itemsOf(profile)]
  const own = found.filter(({ kind }) => kind === 'suitability' || kind === 'word')
  return [
    part(
      {
        id: profile.id,
        number: '',
        title: profile.title,
        frame: frameOfProfile(profile),
        prose: proseOfProfile(profile),
        items: own,
      },
      numbers,
      hash,
    ),
    ...profile.modules.map((link) =>
      part(
        {
          id: link.module.id,
          number: numbers.get(link.module.id) ?? '',
          title: link.module.title,
          frame: frameOfModule(link),
          prose: proseOfModule(link),
          items: found.filter(({ within, kind }) => within === link && kind !== 'module'),
        },
        numbers,
        hash,
      ),
    ),
  ]
}

/** A state that the text has had: as it was submitted, or after an amendment. */
export type TextState = {
  readonly profile: OccupationalProfile
  readonly parts: readonly ReviewPart[]
  /** The amendment that gave it; null for a revision. */
  readonly amendmentId: string | null
}

/** One hash for the whole text. */
export function digestOf(parts: readonly ReviewPart[], hash: Hash): string {
  return hash(parts.map((each) => `${each.id} ${each.hash}`).join('\n'))
}

type Undivided = {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly frame: unknown
  /** What of the frame one reads, but for the title. */
  readonly prose: readonly string[]
  readonly items: readonly Found[]
}

function part(
  { id, number, title, frame, prose, items }: Undivided,
  numbers: ReadonlyMap<string, string>,
  hash: Hash,
): ReviewPart {
  const framed = JSON.stringify(inKeyOrder(frame))
  const divided: ReviewItem[] = [
    { id, kind: 'frame', number, hash: hash(framed), wording: foldWording(title) },
    ...items.map((found) => {
      const itemId = idOf(found.item)
      const wording = wordingOf(found)
      return {
        id: itemId,
        kind: kindOf(found),
        number: numbers.get(itemId) ?? '',
        hash: hash(wording),
        wording,
      }
    }),
  ]
  return {
    id,
    number,
    title,
    hash: hash(divided.map((item) => `${item.id} ${item.hash}`).join('\n')),
    words: [...prose, ...divided.map(({ wording }) => wording)].reduce(
      (sum, each) => sum + countWords(each),
      0,
    ),
    items: divided,
  }
}

function kindOf({ kind }: Found): ReviewItem['kind'] {
  return kind === 'profile' || kind === 'module' ? 'frame' : kind
}

/** Everything but the wordings of its items, and of its modules only which they are. */
function frameOfProfile({ modules, personalSuitability, wordList, ...rest }: OccupationalProfile): unknown {
  return {
    ...rest,
    modules: modules.map(({ module }) => module.id),
    personalSuitability: personalSuitability.map((item) => ({ ...item, text: '' })),
    wordList: wordList.map((item) => ({ ...item, term: '', explanation: '', colons: colonsIn(item.term) })),
  }
}

/**
 * How many of the colons in a word's wording belong to the term: without it, ”a: b” explained as ”c” would read like ”a”
 * explained as ”b: c”. Absent for the terms that have none, which is nearly all of them.
 */
function colonsIn(term: string): number | undefined {
  return term.replace(/\s+/gu, ' ').split(': ').length - 1 || undefined
}

function frameOfModule(link: ModuleLink): unknown {
  return {
    ...link,
    module: {
      ...link.module,
      outcomes: link.module.outcomes.map((outcome) => ({
        ...outcome,
        text: '',
        criteria: outcome.criteria.map((criterion) => ({ ...criterion, text: '' })),
      })),
    },
  }
}

/** What a reader has before them: neither ids nor classifications nor other languages take them any time. */
function proseOfProfile(profile: OccupationalProfile): string[] {
  const { purpose, targetGroup, delimitations, levelRationale, roleDescription } = profile
  const reasons = profile.personalSuitability.map(({ reason }) => reason)
  return [purpose, targetGroup, delimitations, levelRationale, roleDescription, ...reasons]
}

function proseOfModule({ module }: ModuleLink): string[] {
  return [module.purpose, module.levelRationale, module.prerequisites]
}
