import * as fc from 'fast-check'
import type { GroupStatements, GroupTheme } from '../../../../server/domain/workshop/compile/statements.ts'
import type { Board, CardKind, RulingOnRow, Statement } from '../../../../schemas/types.ts'
import { sentence } from '../resemblance/sentences.ts'

/** A number as an id. */
export const idOf = (number: number) => `00000000-0000-4000-9000-${String(number).padStart(12, '0')}`

export const emptyBoard: Board = {
  cards: [],
  themes: [],
  marks: [],
  decisions: [],
  outcomes: [],
  criteria: [],
  ready: [],
}

export const statement = (
  id: number,
  groupNumber: number,
  text: string,
  kind: CardKind = 'skills',
): Statement => ({
  id: idOf(id),
  groupNumber,
  kind,
  text,
  criteria: [],
  cards: [],
  source: null,
  differs: '',
})

export const theme = (id: number, title: string, ...statements: Statement[]): GroupTheme => ({
  id: idOf(id),
  title,
  reuse: null,
  statements,
  cardTexts: [],
})

export const group = (
  groupNumber: number,
  themes: GroupTheme[],
  ...suitability: Statement[]
): GroupStatements => ({
  groupNumber,
  themes,
  suitability,
})

export const ruling = (ids: number[], more: Partial<RulingOnRow> = {}): RulingOnRow => ({
  kind: 'taken',
  baseId: idOf(ids[0] ?? 0),
  statementIds: ids.map(idOf),
  text: 'städa kök',
  itemId: idOf(99),
  reason: '',
  at: '2026-10-14T12:00:00Z',
  ...more,
})

/** Results of some groups, with ids that are all different; numbers from 1000 on are themes. */
export const results: fc.Arbitrary<GroupStatements[]> = fc
  .array(
    fc.record({
      themes: fc.array(
        fc.record({
          title: fc.constantFrom('', 'Förflyttning', 'Lyft och flytt', 'Städning', 'Hygien', 'Övrigt'),
          statements: fc.array(fc.tuple(sentence, fc.constantFrom<CardKind>('skills', 'knowledge')), {
            maxLength: 5,
          }),
        }),
        { maxLength: 3 },
      ),
      suitability: fc.array(fc.constantFrom('ha tålamod', 'vara tålmodig', 'vara lugn', 'komma i tid'), {
        maxLength: 3,
      }),
    }),
    { maxLength: 5 },
  )
  .map((groups) => {
    let latest = 0
    let themes = 1000
    return groups.map((each, at) =>
      group(
        at + 1,
        each.themes.map(({ title, statements }) =>
          theme(
            (themes += 1),
            title,
            ...statements.map(([text, kind]) => statement((latest += 1), at + 1, text, kind)),
          ),
        ),
        ...each.suitability.map((text) => statement((latest += 1), at + 1, text, 'suitability')),
      ),
    )
  })

export const statementsIn = (groups: readonly GroupStatements[]) =>
  groups.flatMap(({ themes, suitability }) => [
    ...themes.flatMap(({ statements }) => statements),
    ...suitability,
  ])
