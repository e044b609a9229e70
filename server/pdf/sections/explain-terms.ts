import type { LearningOutcome, WordListEntry } from '../../../schemas/types.ts'
import { findTerms, firstSentence, indexTerms } from '../../domain/language/find-terms.ts'
import type { Strip } from '../flow.ts'
import { MARGIN } from '../measures.ts'
import type { PrintJob } from '../print-job.ts'
import { noteStrip, type NotePiece } from '../rows.ts'
import { tag, type Tag } from '../tagged.ts'
import type { Style } from '../styles.ts'
import { setLines } from '../type/set-lines.ts'

/**
 * Makes the note beside an outcome that explains its words that are new in the module; nothing if there are none.
 * `room` is the height of the outcome with its criteria: words that find no room beside them are named only.
 */
export type Explain = (outcome: LearningOutcome, room: number, parent: Tag) => Strip | undefined

/**
 * Finds the words of the list in a module's outcomes, each at its first use, in any of its forms. Call it once for
 * each module, and the function it gives once for each outcome, in order.
 */
export function termExplainer(job: PrintJob): () => Explain {
  const { styles, texts, wording } = job
  const terms = indexTerms(job.profile.wordList)
  const known = new Map<WordListEntry, number>()
  return () => {
    const explained = new Set<WordListEntry>()
    const named = new Set<WordListEntry>()
    return ({ text, criteria }, room, parent) => {
      if (terms.size === 0) return undefined
      const uses = [text, ...criteria.map((criterion) => criterion.text)].flatMap((each) =>
        findTerms(terms, each),
      )
      const found = new Set(uses.map(({ entry }) => entry))
      const fresh = [...found].filter((entry) => !explained.has(entry))
      const unnamed = fresh.filter((entry) => !named.has(entry))
      const chosen: WordListEntry[] = []
      for (const entry of fresh) {
        const more = [...chosen, entry]
        if (heightOf(more, without(unnamed, more)) <= room) chosen.push(entry)
      }
      const note = noteOf(chosen, without(unnamed, chosen), parent)
      for (const entry of chosen) explained.add(entry)
      for (const entry of unnamed) named.add(entry)
      return note.height > 0 ? note : undefined
    }
  }

  /** Words with what they mean; others are only named, for there is no room to explain them here. */
  function noteOf(entries: readonly WordListEntry[], others: readonly WordListEntry[], parent: Tag): Strip {
    const pieces = entries.flatMap(({ term, explanation }): NotePiece[] => {
      const element = tag('P', parent, wording)
      return [
        { tag: element, text: term, style: styles.noteStrong, before: GAP },
        { tag: element, text: firstSentence(explanation), style: styles.note },
      ]
    })
    if (others.length > 0) {
      const head = { tag: tag('P', parent), text: texts.text('seeWordList'), style: styles.note, before: GAP }
      pieces.push(head, { tag: tag('P', parent, wording), text: namesOf(others), style: styles.note })
    }
    const [first, ...rest] = pieces
    return noteStrip(first ? [{ ...first, before: 0 }, ...rest] : [], MARGIN, styles.outcome)
  }

  /** The height that such a note would have, a gap more or less. */
  function heightOf(entries: readonly WordListEntry[], others: readonly WordListEntry[]): number {
    let lines = others.length > 0 ? 1 + lineCount(namesOf(others), styles.note) : 0
    for (const entry of entries) lines += entryLines(entry)
    return lines * styles.note.leading + entries.length * GAP
  }

  function entryLines(entry: WordListEntry): number {
    let lines = known.get(entry)
    if (lines === undefined) {
      lines =
        lineCount(entry.term, styles.noteStrong) + lineCount(firstSentence(entry.explanation), styles.note)
      known.set(entry, lines)
    }
    return lines
  }
}

const GAP = 4

function lineCount(text: string, style: Style): number {
  return setLines([{ text, style }], MARGIN.width, { softHyphens: true }).length
}

function namesOf(entries: readonly WordListEntry[]): string {
  return entries.map(({ term }) => term).join(', ')
}

function without(entries: readonly WordListEntry[], others: readonly WordListEntry[]): WordListEntry[] {
  return entries.filter((entry) => !others.includes(entry))
}
