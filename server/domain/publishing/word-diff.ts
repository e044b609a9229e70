import { foldWording } from '../profile/wordings.ts'

/** A run of text that stands in both wordings, or only in the former (del) or the later (ins). */
export type DiffRun = { readonly kind: 'same' | 'del' | 'ins'; readonly text: string }

/** A word or a single mark, with the space before it. */
type Token = { readonly space: string; readonly word: string }

/** In characters. Longer wordings are not compared word by word: the table of that takes its length squared. */
const LONGEST_COMPARED = 4000

/**
 * The difference between two wordings as a reader sees it: whole words and phrases, struck or new. White space is
 * folded first, as it is in print; the runs that are not new give the former wording, those not struck the later,
 * but for spaces: a phrase is marked without those around it, and a struck one stands apart from the one in its place.
 * Of very long texts that differ, the former is struck whole and the later is new whole.
 */
export function diffWords(before: string, after: string): DiffRun[] {
  const [former, later] = [foldWording(before), foldWording(after)]
  const runs: DiffRun[] = []
  if (former === later) {
    push(runs, 'same', later)
    return runs
  }
  if (Math.max(former.length, later.length) > LONGEST_COMPARED) {
    pushChange(runs, former, later)
    return runs
  }
  const [a, b] = [tokensOf(former), tokensOf(later)]
  let [i, j] = [0, 0]
  for (const [x, y] of withoutIslands(commonWords(a, b), a, b)) {
    const [left, right] = [a[x] as Token, b[y] as Token]
    const spaceStays = left.space === right.space
    const struck = written(a.slice(i, x)) + (spaceStays ? '' : left.space)
    const brought = written(b.slice(j, y)) + (spaceStays ? '' : right.space)
    pushChange(runs, struck, brought)
    push(runs, 'same', (spaceStays ? left.space : '') + left.word)
    ;[i, j] = [x + 1, y + 1]
  }
  pushChange(runs, written(a.slice(i)), written(b.slice(j)))
  return runs
}

function tokensOf(text: string): Token[] {
  const words = text.matchAll(/( ?)([\p{L}\p{N}\p{M}]+(?:['’:.-][\p{L}\p{N}\p{M}]+)*|[^ ])/gu)
  return [...words].map(([, space = '', word = '']) => ({ space, word }))
}

function written(tokens: readonly Token[]): string {
  return tokens.map(({ space, word }) => space + word).join('')
}

/** Index pairs of the longest common subsequence of words. Below the limit a full table is quick enough. */
function commonWords(a: readonly Token[], b: readonly Token[]): Pair[] {
  const width = b.length + 1
  const lengths = new Uint16Array((a.length + 1) * width)
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      lengths[i * width + j] =
        a[i]?.word === b[j]?.word ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  const pairs: Pair[] = []
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i]?.word === b[j]?.word) pairs.push([i++, j++])
    else if (at(i + 1, j) >= at(i, j + 1)) i++
    else j++
  }
  return pairs
}

type Pair = readonly [number, number]
/** In letters: small words that any two sentences have in common. */
const LARGEST_ISLAND = 4

/** Without the small words that stand alone between phrases, not single words, which were replaced: they would only tear those apart. */
function withoutIslands(pairs: readonly Pair[], a: readonly Token[], b: readonly Token[]): readonly Pair[] {
  const islands: Pair[][] = []
  for (const pair of pairs) {
    const island = islands.at(-1)
    const [x, y] = island?.at(-1) ?? [-2, -2]
    if (island && pair[0] === x + 1 && pair[1] === y + 1) island.push(pair)
    else islands.push([pair])
  }
  const isReplaced = ([x, y]: Pair, [toX, toY]: Pair) => toX - x > 1 && toY - y > 1 && toX - x + (toY - y) > 4
  const kept: Pair[][] = []
  for (const [at, island] of islands.entries()) {
    const [first, last] = [island[0], island.at(-1)]
    if (!first || !last) continue
    const letters = island.reduce((sum, [x]) => sum + (a[x]?.word.length ?? 0), 0)
    const before = kept.at(-1)?.at(-1) ?? [-1, -1]
    const after = islands[at + 1]?.[0] ?? [a.length, b.length]
    if (letters > LARGEST_ISLAND || !isReplaced(before, first) || !isReplaced(last, after)) kept.push(island)
  }
  return kept.flat()
}

function pushChange(runs: DiffRun[], struck: string, brought: string): void {
  if (struck.startsWith(' ') || brought.startsWith(' ')) push(runs, 'same', ' ')
  push(runs, 'del', struck.trim())
  if (struck.trim() !== '' && brought.trim() !== '') push(runs, 'same', ' ')
  push(runs, 'ins', brought.trim())
  if (struck.endsWith(' ') || brought.endsWith(' ')) push(runs, 'same', ' ')
}

function push(runs: DiffRun[], kind: DiffRun['kind'], text: string): void {
  const last = runs.at(-1)
  if (text === '') return
  if (last?.kind === kind) runs[runs.length - 1] = { kind, text: last.text + text }
  else runs.push({ kind, text })
}
