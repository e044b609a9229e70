import type { WordListEntry } from '../../../schemas/types.ts'
import { linesOf } from '../../domain/publishing/lines.ts'
import { AREA, MARGIN, mm, WORDING, type Column } from '../measures.ts'
import type { PrintJob } from '../print-job.ts'
import { textRows } from '../rows.ts'
import { tableRows, type Cell } from '../tables.ts'
import { tag } from '../tagged.ts'
import { openSection, type ListedSection } from './section-head.ts'

const TERM: Column = { x: AREA.left, width: mm(41) }
const EXPLANATION_X = TERM.x + TERM.width + mm(4)

/** The words of the trade in alphabetical order, with what they mean and what they are in other languages. */
export function wordListSection(job: PrintJob): ListedSection | undefined {
  const { profile, texts, styles, wording } = job
  if (profile.wordList.length === 0) return undefined
  const entry = { place: 'word-list', title: texts.text('wordList'), attributes: {} }
  const { sect, rows } = openSection(job, entry)
  const translationsOf = ({ translations }: WordListEntry) =>
    translations
      .filter((translation) => isPrintable(job, translation))
      .map(({ language, text }) => [
        { text: `${texts.language(language)}: `, style: styles.note },
        { text, style: styles.translation, lang: language },
      ])
  const translated = profile.wordList.some((word) => translationsOf(word).length > 0)
  const end = translated ? MARGIN.x - mm(4) : AREA.right
  const columns = [TERM, { x: EXPLANATION_X, width: end - EXPLANATION_X }, ...(translated ? [MARGIN] : [])]
  const heads = [
    texts.text('term'),
    texts.text('explanation'),
    ...(translated ? [texts.text('translations')] : []),
  ]
  const collator = new Intl.Collator('sv')
  const words = [...profile.wordList].sort((a, b) => collator.compare(a.term, b.term))
  const intro = textRows({
    tag: tag('P', sect),
    text: introText(job),
    style: styles.interface,
    column: WORDING,
    before: mm(3),
    keep: true,
  })
  const table = tableRows({
    parent: sect,
    columns,
    heads: { texts: heads, style: styles.columnHead },
    rows: words.map((word): Cell[] => [
      { texts: [word.term], style: styles.head, head: true, attributes: wording },
      { texts: linesOf(word.explanation), style: styles.explanation, attributes: wording },
      ...(translated ? [{ texts: translationsOf(word), style: styles.note }] : []),
    ]),
  })
  const [head, ...body] = table
  const spaced = head ? [{ ...head, before: mm(4) }, ...body] : []
  return { heading: entry.title, start: 'third', before: mm(14), rows: [...rows, ...intro, ...spaced], entry }
}

type Translation = WordListEntry['translations'][number]

/** Whether the fonts have the letters of a translation; one in boxes would help nobody. */
function isPrintable({ styles }: PrintJob, { text }: Translation): boolean {
  return styles.note.shaper.covers(text)
}

/** The words of the list, and in which languages there are more of them on the web. */
function introText(job: PrintJob): string {
  const { texts, profile, input } = job
  const unprintable = profile.wordList.flatMap(({ translations }) =>
    translations.filter((translation) => !isPrintable(job, translation)),
  )
  if (unprintable.length === 0) return texts.text('wordListIntro')
  const codes = [...new Set(unprintable.map(({ language }) => language))].sort()
  const languages = texts.list(codes.map((code) => texts.language(code)))
  const elsewhere = texts.text(input.kind === 'edition' ? 'translationsOnWeb' : 'translationsOnScreen', {
    languages,
  })
  return `${texts.text('wordListIntro')} ${elsewhere}`
}
