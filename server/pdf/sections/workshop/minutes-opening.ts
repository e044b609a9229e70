import type { Section } from '../../flow.ts'
import type { Paper } from '../../print-job.ts'
import type { WorkshopMinutes } from './minutes-input.ts'
import { tag } from '../../tagged.ts'
import { linesOf } from '../../../domain/publishing/lines.ts'
import { fact } from '../facts.ts'
import { paperOpening } from '../paper-opening.ts'
import { cardsOf, headsIn, perspectivesIn, sumOf } from './minutes-counts.ts'

/** The minutes' beginning: which workshop, what was asked, who took part and how much came of it, and whether it names people. */
export function minutesOpening(paper: Paper, input: WorkshopMinutes): Section {
  const { text } = paper.texts
  const { name, isRehearsal } = input.workshop
  const kind = text('workshop.minutes.kind')
  const stamp = isRehearsal
    ? { word: text('workshop.rehearsalStamp'), sentence: text('workshop.minutes.rehearsal') }
    : null
  const sect = tag('Sect', paper.document)
  const rows = paperOpening(paper, sect, { kind, title: name, stamp, facts: factsOf(paper, input) })
  return { heading: kind, start: 'page', before: 0, rows }
}

function factsOf(paper: Paper, { workshop, groups, endedAt }: WorkshopMinutes) {
  const { texts } = paper
  const { text, count } = texts
  const themes = groups.flatMap((group) => group.themes)
  const outcomes = themes.flatMap((theme) => theme.outcomes)
  const perspectives = perspectivesIn(texts, groups)
  const { namesInMinutes } = workshop.anonymity
  return [
    fact(paper, text('workshop.minutes.date'), texts.day(workshop.date)),
    fact(paper, text('workshop.minutes.profile'), workshop.profileTitle, true),
    fact(paper, text('workshop.minutes.question'), linesOf(workshop.question), true),
    fact(
      paper,
      text('workshop.minutes.participants'),
      text('workshop.minutes.inGroups', {
        participants: count('workshop.participants', sumOf(groups, headsIn)),
        groups: count('workshop.groups', groups.length),
      }),
    ),
    ...(perspectives ? [fact(paper, text('workshop.minutes.perspectives'), perspectives, true)] : []),
    fact(
      paper,
      text('workshop.minutes.content'),
      text('workshop.minutes.counts', {
        cards: count('workshop.cards', sumOf(groups, cardsOf)),
        themes: count('workshop.themes', themes.length),
        outcomes: count('outcomes', outcomes.length),
        criteria: count(
          'criteria',
          sumOf(outcomes, ({ criteria }) => criteria.length),
        ),
      }),
    ),
    fact(
      paper,
      text('workshop.minutes.ended'),
      endedAt === null ? text('workshop.minutes.notEnded') : texts.moment(endedAt),
    ),
    fact(
      paper,
      text('workshop.minutes.names'),
      text(namesInMinutes ? 'workshop.minutes.withNames' : 'workshop.minutes.withoutNames'),
    ),
  ]
}
