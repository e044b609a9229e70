import type { Compilation, CompiledRow, RulingOnRow, Statement } from '../../../schemas/types.ts'
import { whatsNew } from '../../../web/compile/whats-new.ts'

function row(id: string, text: string, groupNumber = 1, given: Partial<CompiledRow> = {}): CompiledRow {
  const statement: Statement = {
    id,
    groupNumber,
    kind: 'skills',
    text,
    criteria: [],
    cards: [],
    source: null,
    differs: '',
  }
  return { id, statements: [statement], likeness: null, ruling: null, ...given }
}
function compilation(...rows: CompiledRow[]): Compilation {
  const theme = { id: 't', titles: [], moduleId: null, reuse: null, rows }
  return { workshop: {} as Compilation['workshop'], themes: [theme], strays: [] }
}
const SHOWN = compilation(row('one', 'lyfta', 1), row('two', 'flytta', 2))
const RULING: RulingOnRow = {
  kind: 'leftOut',
  baseId: null,
  statementIds: ['one'],
  text: 'lyfta',
  itemId: null,
  reason: 'för detaljerat',
  at: '2026-03-01T09:00:00.000Z',
}

test.each([
  ['the same', SHOWN, null],
  ['the same with another card behind', withCard(SHOWN), null],
  [
    'another wording',
    compilation(row('one', 'lyfta rätt', 1), row('two', 'flytta', 2)),
    { groups: [1], rows: 1 },
  ],
  ['one more row', compilation(...SHOWN.themes[0]!.rows, row('three', 'köra', 3)), { groups: [3], rows: 1 }],
  ['one row less', compilation(row('one', 'lyfta', 1)), { groups: [2], rows: 1 }],
  [
    'a decision by somebody else',
    compilation(row('one', 'lyfta', 1, { ruling: RULING }), row('two', 'flytta', 2)),
    { groups: [], rows: 1 },
  ],
])('%s', (_what, fresh, news) => {
  expect(whatsNew(SHOWN, fresh)).toEqual(news)
})

function withCard({ themes, ...rest }: Compilation): Compilation {
  const card = { id: 'c', kind: 'skills', text: 'lyft', perspective: '' } as const
  const behind = (each: CompiledRow) => ({
    ...each,
    statements: each.statements.map((statement) => ({ ...statement, cards: [card] })),
  })
  return { ...rest, themes: themes.map((theme) => ({ ...theme, rows: theme.rows.map(behind) })) }
}
