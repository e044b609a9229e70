import type { Section } from '../../flow.ts'
import type { Paper } from '../../print-job.ts'
import { tag } from '../../tagged.ts'
import { fact } from '../facts.ts'
import { paperOpening } from '../paper-opening.ts'
import { countInWords } from './count-in-words.ts'
import { spanInWords } from './meeting-times.ts'
import type { PanelMinutes } from './panel-minutes-input.ts'

/** The minutes' beginning: which profile and round, who took part, when they met, and whether people are named. */
export function panelOpening(paper: Paper, input: PanelMinutes, title: string): Section {
  const { text } = paper.texts
  const kind = text('panel.minutes.kind')
  const stamp = input.isSealed
    ? null
    : { word: text('draftStamp'), sentence: text('panel.minutes.draftSentence') }
  const sect = tag('Sect', paper.document)
  const rows = paperOpening(paper, sect, { kind, title, stamp, facts: factsOf(paper, input) })
  return { heading: kind, start: 'page', before: 0, rows }
}

function factsOf(paper: Paper, { round, composition, meetings, printedAt }: PanelMinutes) {
  const { texts } = paper
  const { text } = texts
  const met = meetings.map(({ startsAt, endsAt }) => spanInWords(texts, startsAt, endsAt))
  return [
    fact(paper, text('panel.minutes.round'), `${round}`),
    ...(composition.length > 0
      ? [
          fact(paper, text('panel.minutes.panel'), peopleIn(paper, composition)),
          fact(paper, text('panel.minutes.names'), text(namesKey(composition))),
        ]
      : []),
    ...(met.length > 0
      ? [
          fact(
            paper,
            text('panel.minutes.meetings'),
            met.length > MOST_TIMES ? countInWords(texts, 'panel.meetings', met.length) : met,
          ),
        ]
      : []),
    fact(paper, text('panel.minutes.printed'), texts.moment(printedAt)),
  ]
}

const MOST_TIMES = 4

function peopleIn({ texts }: Paper, composition: PanelMinutes['composition']): string {
  const people = (
    [
      ['panel.members', 'member'],
      ['panel.substitutes', 'substitute'],
      ['panel.observers', 'observer'],
    ] as const
  ).flatMap(([key, part]) => {
    const count = composition.filter((seat) => seat.part === part).length
    return count > 0 || part === 'member' ? [countInWords(texts, key, count)] : []
  })
  const perspectives = new Set(composition.map(({ perspective }) => perspective.code)).size
  return texts.text('panel.fromPerspectives', {
    people: texts.list(people),
    perspectives: countInWords(texts, 'panel.perspectives', perspectives),
  })
}

/** Who is named is said once, not beside each empty place. */
function namesKey(composition: PanelMinutes['composition']) {
  const named = composition.filter(({ name }) => name !== null).length
  if (named === 0) return 'panel.minutes.namesNone'
  return named === composition.length ? 'panel.minutes.namesAll' : 'panel.minutes.namesSome'
}
