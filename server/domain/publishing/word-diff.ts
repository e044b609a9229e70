/** A run of text that stands in both wordings, or only in the former (del) or the later (ins). */
export type DiffRun = { readonly kind: 'same' | 'del' | 'ins'; readonly text: string }

/**
 * The difference between two wordings as a reader sees it: whole words, struck or new. Runs of one kind are joined,
 * and a lone space between two changed words counts as changed, so that a phrase is marked as one.
 */
export function diffWords(before: string, after: string): DiffRun[] {
  const [a, b] = [wordsOf(before), wordsOf(after)]
  const runs: DiffRun[] = []
  const common = commonWords(a, b)
  let [i, j] = [0, 0]
  for (const [x, y] of [...common, [a.length, b.length] as const]) {
    push(runs, 'del', a.slice(i, x))
    push(runs, 'ins', b.slice(j, y))
    push(runs, 'same', a.slice(x, x + 1))
    ;[i, j] = [x + 1, y + 1]
  }
  return joinPhrases(runs)
}

/** Words with the space after them, and marks on their own: a full stop that is added does not mark the word before it. */
function wordsOf(text: string): string[] {
  return text.match(/\s+|[\p{L}\p{N}\p{M}]+(?:['’:.-][\p{L}\p{N}\p{M}]+)*|[^\s]/gu) ?? []
}

/** Index pairs of the longest common subsequence. Wordings are short: a full table is quick enough. */
function commonWords(a: readonly string[], b: readonly string[]): (readonly [number, number])[] {
  const width = b.length + 1
  const lengths = new Uint16Array((a.length + 1) * width)
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      lengths[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  const pairs: (readonly [number, number])[] = []
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) pairs.push([i++, j++])
    else if (at(i + 1, j) >= at(i, j + 1)) i++
    else j++
  }
  return pairs
}

function push(runs: DiffRun[], kind: DiffRun['kind'], words: readonly string[]): void {
  const text = words.join('')
  const last = runs.at(-1)
  if (text === '') return
  if (last?.kind === kind) runs[runs.length - 1] = { kind, text: last.text + text }
  else runs.push({ kind, text })
}

/** A space that stands between two changes belongs to both: "rätt | mottagare" → one struck and one new phrase. */
function joinPhrases(runs: readonly DiffRun[]): DiffRun[] {
  const joined: DiffRun[] = []
  let [del, ins] = ['', '']
  const flush = () => {
    push(joined, 'del', [del])
    push(joined, 'ins', [ins])
    ;[del, ins] = ['', '']
  }
  runs.forEach(({ kind, text }, index) => {
    const changed = del !== '' || ins !== ''
    if (kind === 'del') del += text
    else if (kind === 'ins') ins += text
    else if (changed && text.trim() === '' && index < runs.length - 1)
      [del, ins] = [del && del + text, ins && ins + text]
    else {
      flush()
      push(joined, 'same', [text])
    }
  })
  flush()
  return joined
}
