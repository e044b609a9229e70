import type { HeldPlace } from '../../../schemas/types.ts'
import type { Part } from '../html.ts'
import type { Say } from '../say.ts'
import { NONE, type HeldTable } from './held-table.ts'

/** What is held of somebody’s places at panels, and of all that they have said from them: no table for what there is nothing of. */
export function panelTables(say: Say, panels: readonly HeldPlace[]): HeldTable[] {
  const yesOrNo = (answer: boolean) => say.text(answer ? 'held.yes' : 'held.no')
  const rowsOf = <T>(
    list: (place: HeldPlace) => readonly T[],
    row: (each: T, profile: string) => readonly Part[],
  ) => panels.flatMap((place) => list(place).map((each) => row(each, place.profile)))
  const said: HeldTable[] = [
    {
      kind: 'positions',
      columns: ['held.when', 'held.profile', 'held.words', 'held.position', 'held.reason'],
      rows: rowsOf(
        ({ positions }) => positions,
        ({ at, position, reason, byCoordinator, ...on }, profile) => [
          say.moment(at),
          profile,
          wordsOf(say, on),
          positionOf(say, position, byCoordinator),
          reason || NONE,
        ],
      ),
    },
    {
      kind: 'remarks',
      columns: ['held.when', 'held.profile', 'held.words', 'held.remark', 'held.answer'],
      rows: rowsOf(
        ({ remarks }) => remarks,
        (remark, profile) => [
          say.moment(remark.at),
          profile,
          wordsOf(say, remark),
          remarkOf(say, remark),
          answerTo(say, remark),
        ],
      ),
    },
    {
      kind: 'confirmations',
      columns: ['held.when', 'held.profile', 'held.editorial'],
      rows: rowsOf(
        ({ confirmations }) => confirmations,
        ({ at, confirms }, profile) => [say.moment(at), profile, yesOrNo(confirms)],
      ),
    },
    {
      kind: 'summonses',
      columns: ['held.meeting', 'held.profile', 'held.place', 'held.answer', 'held.present'],
      rows: rowsOf(
        ({ summonses }) => summonses,
        ({ startsAt, place, answer, wasPresent }, profile) => [
          say.moment(startsAt),
          profile,
          place || NONE,
          answer === null ? NONE : say.text(`held.answers.${answer}`),
          wasPresent === null ? NONE : yesOrNo(wasPresent),
        ],
      ),
    },
    {
      kind: 'ratings',
      columns: ['held.profile', 'held.words', 'held.round', 'held.importance', 'held.clarity'],
      rows: rowsOf(
        ({ ratings }) => ratings,
        ({ round, importance, clarity, ...on }, profile) => [
          profile,
          wordsOf(say, on),
          round,
          importance,
          clarity,
        ],
      ),
    },
  ]
  return [placesTable(say, panels, yesOrNo), ...said.filter(({ rows }) => rows.length > 0)]
}

function placesTable(
  say: Say,
  panels: readonly HeldPlace[],
  yesOrNo: (answer: boolean) => string,
): HeldTable {
  return {
    kind: 'panels',
    columns: [
      'held.profile',
      'held.organisation',
      'held.perspective',
      'held.part',
      'held.named',
      'held.recused',
      'held.submitted',
    ],
    rows: panels.map(({ profile, organisation, perspectiveName, part, isNamed, recusals, submittedAt }) => [
      profile,
      organisation || NONE,
      perspectiveName,
      say.text(`held.parts.${part}`),
      yesOrNo(isNamed),
      recusals.map(({ reason }) => reason).join(' ') || NONE,
      say.moment(submittedAt),
    ]),
  }
}

function wordsOf(say: Say, { number, words }: { readonly number: string; readonly words: string }): string {
  return [number, words].filter(Boolean).join(' ') || say.text('held.whole')
}

function positionOf(say: Say, position: HeldPlace['positions'][number]['position'], inRoom: boolean): string {
  const said = say.text(position === null ? 'held.takenBack' : `held.positions.${position}`)
  return inRoom ? `${said} (${say.text('held.inRoom')})` : said
}

type HeldRemark = HeldPlace['remarks'][number]

function remarkOf(say: Say, { quote, text, proposal, withdrawnAt }: HeldRemark): Part {
  return [
    quote && say.text('held.quoted', { words: quote }),
    text,
    proposal !== null && say.text('held.proposed', { words: proposal }),
    withdrawnAt !== null && say.text('held.takenBackAt', { moment: say.moment(withdrawnAt) }),
  ]
    .filter(Boolean)
    .join(' ')
}

function answerTo(say: Say, { outcome, answer }: HeldRemark): string {
  return outcome === null ? NONE : `${say.text(`held.outcomes.${outcome}`)} ${answer}`.trim()
}
