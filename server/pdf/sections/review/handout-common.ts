import type { OccupationalProfile } from '../../../../schemas/types.ts'
import type { Row } from '../../flow.ts'
import { mm } from '../../measures.ts'
import { textRows, type MarkedRun } from '../../rows.ts'
import { tag, type Tag } from '../../tagged.ts'
import { codeOf } from '../facts.ts'
import type { ListedSection } from '../section-head.ts'
import { wordInOne } from './find-changes.ts'
import { openPart } from './handout-head.ts'
import { lineHeading, lineMarkdown, lineParagraphs, type HandoutJob } from './handout-text.ts'
import { INNER, LINES } from './numbered-lines.ts'
import { positionForm } from './position-form.ts'

/** What belongs to the profile as a whole: its texts, personal suitability and word list. */
export function commonPart(job: HandoutJob): ListedSection {
  const { texts, profile, changes } = job
  const { text } = texts
  const entry = { place: 'common', title: text('panel.handout.common'), attributes: {} }
  const level = profile.seqfLevel === null ? text('noLevel') : text('seqfOf8', { level: profile.seqfLevel })
  const codes = profile.occupationReferences.map((reference) => codeOf(job, reference)).filter(Boolean)
  const { sect, rows } = openPart(job, entry, [level, ...codes].join(', '), changes.ofPart(''))
  return {
    heading: text('panel.handout.runningCommon'),
    start: 'flow',
    before: mm(16),
    rows: [
      ...rows,
      ...plain(text('purpose'), profile.purpose),
      ...plain(text('target'), profile.targetGroup),
      ...markdown(text('delimitations'), profile.delimitations),
      ...markdown(text('role'), profile.roleDescription),
      ...plain(text('levelHeading'), profile.levelRationale),
      ...suitability(job, sect),
      ...wordRows(job, sect),
      ...positionForm(job, sect, text('panel.handout.commonPosition')),
    ],
    entry,
  }

  function plain(title: string, words: string): Row[] {
    if (words.trim() === '') return []
    return [...headingOf(title, words), ...lineParagraphs(job, sect, { text: words })]
  }
  function markdown(title: string, words: string): Row[] {
    if (words.trim() === '') return []
    return [...headingOf(title, words), ...lineMarkdown(job, sect, words)]
  }
  function headingOf(title: string, words: string): Row[] {
    return lineHeading(job, sect, title, changes.of('', words) !== undefined)
  }
}

const BULLET = mm(5)

function suitability(job: HandoutJob, sect: Tag): Row[] {
  const { profile, texts, styles, sheet, wording, changes } = job
  if (profile.personalSuitability.length === 0) return []
  const list = tag('L', sect, { numbering: 'Disc' })
  return [
    ...lineHeading(job, sect, texts.text('suitability')),
    ...profile.personalSuitability.flatMap(({ text, reason }) => {
      const item = tag('LI', list)
      const body = tag('LBody', item)
      const change = changes.of('', text)
      const column = { x: LINES.x + BULLET, width: LINES.width - BULLET }
      return [
        ...sheet({
          tag: tag('P', body, wording),
          text,
          style: styles.lineText,
          column,
          keep: reason.trim() !== '',
          label: { tag: tag('Lbl', item), text: '•', style: styles.lineLetter, x: LINES.x + mm(0.6) },
          changed: change && { change, parent: body },
        }),
        ...sheet({ tag: tag('P', body, wording), text: reason, style: styles.lineQuiet, column }),
      ]
    }),
  ]
}

/** The words in alphabetical order, each with what it means and what it is in languages that the fonts can print. */
function wordRows(job: HandoutJob, sect: Tag): Row[] {
  const { profile, texts, styles, sheet, wording, changes } = job
  if (profile.wordList.length === 0) return []
  const collator = new Intl.Collator('sv')
  const list = tag('L', sect)
  return [
    ...lineHeading(job, sect, texts.text('wordList')),
    ...elsewhere(job, sect),
    ...[...profile.wordList]
      .sort((a, b) => collator.compare(a.term, b.term))
      .flatMap((word) => {
        const item = tag('LI', list)
        const body = tag('LBody', item)
        const paragraph = tag('P', body, wording)
        const change = changes.of('', wordInOne(word))
        return sheet({
          tag: paragraph,
          text: [
            { text: `${word.term} `, style: styles.lineStrong },
            { text: word.explanation, style: styles.lineText },
            ...translationRuns(job, paragraph, word),
          ],
          style: styles.lineText,
          column: { x: LINES.x, width: INNER.x + INNER.width - LINES.x },
          changed: change && { change: {}, parent: body },
        })
      }),
  ]
}

type Word = OccupationalProfile['wordList'][number]

const isPrintable = ({ styles }: HandoutJob, { text }: Word['translations'][number]): boolean =>
  styles.lineQuiet.shaper.covers(text)

/** The word in other languages, in brackets. */
function translationRuns(job: HandoutJob, paragraph: Tag, { translations }: Word): MarkedRun[] {
  const style = job.styles.lineQuiet
  const printed = translations.filter((translation) => isPrintable(job, translation))
  const own = (text: string): MarkedRun => ({ text, style, tag: tag('Span', paragraph) })
  return printed.flatMap(({ language, text }, at): MarkedRun[] => [
    own(`${at === 0 ? ' (' : ' '}${job.texts.language(language)}: `),
    { text, style, tag: tag('Span', paragraph, { lang: language }) },
    own(at === printed.length - 1 ? ')' : ','),
  ])
}

/** In which languages there are translations that cannot be printed. */
function elsewhere(job: HandoutJob, sect: Tag): Row[] {
  const { profile, texts, styles } = job
  const missing = profile.wordList.flatMap(({ translations }) =>
    translations.filter((translation) => !isPrintable(job, translation)),
  )
  if (missing.length === 0) return []
  const codes = [...new Set(missing.map(({ language }) => language))].sort()
  const languages = texts.list(codes.map((code) => texts.language(code)))
  return textRows({
    tag: tag('P', sect),
    text: texts.text('translationsOnScreen', { languages }),
    style: styles.note,
    column: LINES,
    keep: true,
  })
}
