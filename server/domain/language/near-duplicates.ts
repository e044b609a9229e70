type Word = { readonly lower: string }

/** A wording reduced to what two texts are compared by. */
export type Wording = {
  /**
   * A number of 53 bits for its words in small letters, without punctuation: texts that share it say the same. One is
   * enough, since two texts of a profile with one number by chance are to be had once in some ten thousand million
   * profiles. 0 for no words.
   */
  readonly same: number
  /** A number for each of its words without their endings, largest first; empty for a text too short to compare. */
  readonly stems: readonly number[]
  /** How many of the stems it takes to find every text that may be nearly the same. */
  readonly telling: number
}

/** A text and the one before it that says the same. */
export type Twin = { readonly index: number; readonly of: number; readonly exact: boolean }

/** Two texts are nearly the same when they share four in five of their words (Jaccard similarity). */
const SHARED = 4
const IN_ALL = 5
/** Shorter texts say too little to be compared. */
const FEWEST_STEMS = 4
const SHORTEST_STEM = 4
/** By character code: 1 for the letters that endings are made of. */
export type EndingLetters = Uint8Array

export function readEndingLetters(letters: string): EndingLetters {
  return Uint8Array.from({ length: 128 }, (_, code) => Number(letters.includes(String.fromCharCode(code))))
}

/**
 * @param from index of the first word that counts; a repeated stem before it does not
 * @param endings letters to leave out at the end of a word: without "aeonrst" both "händerna" and "händer" are "händ"
 */
export function readWording(all: readonly Word[], from: number, endings: EndingLetters): Wording {
  const stems: number[] = []
  let high = 0
  let low = 0
  for (let at = from; at < all.length; at += 1) {
    const { lower } = all[at] ?? { lower: '' }
    const end = stemEnd(lower, endings)
    const stem = hashOf(lower, end, STEM_FACTOR, 0)
    insert(stems, (Math.min(end, LONGEST) << HASH_BITS) | (stem & HASH_MASK))
    high = hashOf(lower, lower.length, STEM_FACTOR, high + 1)
    low = hashOf(lower, lower.length, LOW_FACTOR, low + 1)
  }
  const same = (high >>> 0) * 2 ** LOW_BITS + (low >>> (32 - LOW_BITS))
  if (stems.length < FEWEST_STEMS) return { same, stems: [], telling: 0 }
  return { same, stems, telling: stems.length - Math.ceil((stems.length * SHARED) / IN_ALL) + 1 }
}

/** Puts a number into its place, largest first, unless it is there: a dozen are sorted quickest one by one. */
function insert(stems: number[], stem: number): void {
  let at = stems.length
  while (at > 0 && (stems[at - 1] ?? 0) < stem) at -= 1
  if (at > 0 && stems[at - 1] === stem) return
  stems.push(stem)
  for (let to = stems.length - 1; to > at; to -= 1) stems[to] = stems[to - 1] ?? 0
  stems[at] = stem
}

function stemEnd(word: string, endings: EndingLetters): number {
  let end = word.length
  while (end > SHORTEST_STEM && endings[word.charCodeAt(end - 1)] === 1) end -= 1
  return end
}

/*
 * A stem becomes a number of 30 bits: its length above a hash of it. Long words are rare words, and rare ones first is
 * what lets a few stand for the whole. Two stems with one number only make two texts seem more alike than they are.
 */
const LONGEST = 31
const HASH_BITS = 25
const HASH_MASK = (1 << HASH_BITS) - 1
const LOW_BITS = 21
const STEM_FACTOR = 31
const LOW_FACTOR = 131

function hashOf(word: string, to: number, factor: number, seed: number): number {
  let hash = seed
  for (let at = 0; at < to; at += 1) hash = (Math.imul(hash, factor) + word.charCodeAt(at)) | 0
  return hash
}

/**
 * The wordings that say the same as one before them, or nearly so. Only texts that share one of their rarest words are
 * compared: if two sets of n words share four in five, they share one of the first n − ⌈0.8 n⌉ + 1.
 */
export function findTwins(wordings: readonly Wording[]): Twin[] {
  const bySame = new Map<number, number>()
  const index: StemIndex = { latest: new Map(), texts: [], earlier: [] }
  const twins: Twin[] = []
  wordings.forEach((wording, at) => {
    if (wording.same === 0) return
    const same = bySame.get(wording.same)
    if (same !== undefined) {
      twins.push({ index: at, of: same, exact: true })
      return
    }
    bySame.set(wording.same, at)
    const near = nearTwin(wording, index, wordings)
    if (near !== undefined) twins.push({ index: at, of: near, exact: false })
    enter(wording, at, index)
  })
  return twins
}

/** For each telling stem the texts that have it, as a chain from the latest: three arrays instead of one a stem. */
type StemIndex = {
  /** The latest link of each stem. */
  readonly latest: Map<number, number>
  /** By link: the text, and the link before it. */
  readonly texts: number[]
  readonly earlier: number[]
}

const END = -1

function enter({ stems, telling }: Wording, text: number, { latest, texts, earlier }: StemIndex): void {
  for (let at = 0; at < telling; at += 1) {
    const stem = stems[at] ?? 0
    earlier.push(latest.get(stem) ?? END)
    latest.set(stem, texts.push(text) - 1)
  }
}

function nearTwin(
  { stems, telling }: Wording,
  { latest, texts, earlier }: StemIndex,
  wordings: readonly Wording[],
): number | undefined {
  for (let at = 0; at < telling; at += 1) {
    let link = latest.get(stems[at] ?? 0) ?? END
    while (link !== END) {
      const other = texts[link] ?? 0
      if (isAlike(stems, wordings[other]?.stems ?? [])) return other
      link = earlier[link] ?? END
    }
  }
  return undefined
}

/** Whether the Jaccard similarity of two sets in the same order is high enough; gives up as soon as it cannot be. */
function isAlike(one: readonly number[], other: readonly number[]): boolean {
  const both = one.length + other.length
  let unmatched = both - 2 * Math.ceil((both * SHARED) / (SHARED + IN_ALL))
  let a = 0
  let b = 0
  while (a < one.length && b < other.length) {
    const left = one[a] ?? 0
    const right = other[b] ?? 0
    if (left !== right) {
      unmatched -= 1
      if (unmatched < 0) return false
    }
    if (left >= right) a += 1
    if (right >= left) b += 1
  }
  return one.length - a + other.length - b <= unmatched
}
