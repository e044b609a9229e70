import fc from 'fast-check'
import type {
  CompiledRow,
  CompiledTheme,
  OccupationalProfile,
  RuleOnRow,
  RulingOnRow,
  Statement,
} from '../../../schemas/types.ts'
import { editDraft } from '../../../server/domain/profile/edit-draft.ts'
import { findItem } from '../../../server/domain/profile/items.ts'
import { takeRow, type Taking } from '../../../server/domain/workshop/compile/take-row.ts'
import { buildCriterion, buildLink, buildOutcome, buildProfile, id } from '../../support/build-profile.ts'

const WHENCE = { workshopId: id('workshop'), workshopName: 'Kärnan', date: '2026-03-10' }

function buildStatement(given: Partial<Statement> = {}): Statement {
  return {
    id: id(),
    groupNumber: 1,
    kind: 'skills',
    text: 'förflytta en person',
    criteria: [],
    cards: [{ id: id(), kind: 'skills', text: 'lyfta', perspective: 'employer' }],
    source: null,
    differs: '',
    ...given,
  }
}
const buildRow = (statements: Statement[], ruling: RulingOnRow | null = null): CompiledRow => ({
  id: statements[0]!.id,
  statements,
  likeness: null,
  ruling,
})
function buildTheme(row: CompiledRow, moduleId: string | null = null): CompiledTheme {
  const titles = [{ groupNumber: 1, themeId: id('theme'), title: 'Lyft och stöd' }]
  return { id: id('theme'), titles, moduleId, reuse: null, rows: [row] }
}
let made = 0
const newId = () => id(`new${++made}`)

/** The draft after what a ruling does to it. */
function after(profile: OccupationalProfile, { commands }: Taking): OccupationalProfile {
  let next = profile
  for (const command of commands) {
    const edited = editDraft(next, command)
    if (!edited.ok) throw new Error(edited.refusal.code)
    next = edited.next
  }
  return next
}
function take(
  profile: OccupationalProfile,
  { row, moduleId = null }: { row: CompiledRow; moduleId?: string | null },
  ruling: Partial<RuleOnRow> = {},
) {
  const asked: RuleOnRow = { kind: 'taken', statementIds: [row.statements[0]!.id], ...ruling }
  const taking = takeRow(profile, { theme: buildTheme(row, moduleId), row }, asked, WHENCE, newId)
  if (!taking) throw new Error('nothing was taken')
  const standing: RulingOnRow = {
    kind: asked.kind,
    baseId: asked.statementIds[0]!,
    statementIds: row.statements.map((each) => each.id),
    text: taking.text,
    itemId: taking.itemId,
    reason: '',
    at: '2026-03-10T12:00:00.000Z',
  }
  return { taking, draft: after(profile, taking), ruled: buildRow(row.statements, standing) }
}
const outcomesIn = ({ modules }: OccupationalProfile) =>
  modules.flatMap(({ module }) => module.outcomes.map(({ text }) => text))

const empty = buildProfile({ modules: [] })
const ours = buildStatement({
  criteria: [
    { id: id('our a'), text: 'Berättar först.', cards: [] },
    { id: id('our b'), text: 'Väntar  in personen.', cards: [] },
  ],
})
const theirs = buildStatement({
  groupNumber: 2,
  text: 'flytta  en person tryggt ',
  criteria: [{ id: id('their a'), text: 'Frågar om lov.', cards: [{ id: id(), kind: 'skills', text: 'fråga', perspective: 'user' }] }],
  cards: [{ id: id('card2'), kind: 'skills', text: 'flytta', perspective: 'user' }],
}) // prettier-ignore
const row = buildRow([ours, theirs])

describe('taking a row', () => {
  test('makes the module, the outcome and its criteria, with where each comes from', () => {
    const { taking, draft } = take(empty, { row })
    expect(draft.modules.map(({ module, obligation }) => [module.title, obligation])).toEqual([['Lyft och stöd', 'mandatory']]) // prettier-ignore
    expect(draft.modules[0]?.module.outcomes).toMatchObject([
      {
        id: taking.itemId,
        category: 'skills',
        text: 'förflytta en person',
        criteria: [{ text: 'Berättar först.' }, { text: 'Väntar in personen.' }],
      },
    ])
    const [outcome, ...criteria] = taking.origins
    expect(outcome).toEqual({
      ...WHENCE,
      itemId: taking.itemId,
      groups: [1],
      wordings: [{ groupNumber: 1, text: 'förflytta en person' }],
      cards: ours.cards,
      perspectives: ['employer'],
      source: null,
      differs: '',
    })
    expect(criteria.map(({ itemId }) => itemId)).toEqual(
      draft.modules[0]?.module.outcomes[0]?.criteria.map((each) => each.id),
    )
  })

  test('uses the module that the theme has become already', () => {
    const draft = buildProfile({ modules: [buildLink({ id: id('there'), outcomes: [] })] })
    const taken = take(draft, { row, moduleId: id('there') })
    expect(taken.draft.modules).toHaveLength(1)
    expect(outcomesIn(taken.draft)).toEqual(['förflytta en person'])
  })

  test('takes only the criteria that are named, and each wording once', () => {
    const twice = { ...ours, criteria: [...ours.criteria, { id: id('our c'), text: 'Berättar  först.', cards: [] }] } // prettier-ignore
    const named = take(empty, { row }, { criterionIds: [id('our b')] })
    const all = take(empty, { row: buildRow([twice]) })
    const texts = ({ draft }: typeof named) =>
      draft.modules[0]?.module.outcomes[0]?.criteria.map(({ text }) => text)
    expect([texts(named), texts(all)]).toEqual([
      ['Väntar in personen.'],
      ['Berättar först.', 'Väntar in personen.'],
    ])
  })

  test('words it as whoever compiles does', () => {
    expect(outcomesIn(take(empty, { row }, { text: '  flytta   någon ' }).draft)).toEqual(['flytta någon'])
  })

  test('on suitability makes a suitability item and no module', () => {
    const calm = buildRow([buildStatement({ kind: 'suitability', text: 'lugn' })])
    const { draft, taking } = take(empty, { row: calm })
    expect(draft.modules).toEqual([])
    expect(draft.personalSuitability).toEqual([{ id: taking.itemId, text: 'lugn', reason: '' }])
  })

  test.each<[string, Partial<RuleOnRow>]>([
    ['a statement that the row does not have', { statementIds: [id('nobody')] }],
    ['one that it has and one that it has not', { statementIds: [ours.id, id('nobody')] }],
    ['a criterion of a statement that is not meant', { criterionIds: [id('their a')] }],
  ])('is nothing when it names %s', (_, ruling) => {
    const asked: RuleOnRow = { kind: 'taken', statementIds: [ours.id], ...ruling }
    expect(takeRow(empty, { theme: buildTheme(row), row }, asked, WHENCE, newId)).toBeUndefined()
  })
})

describe('merging', () => {
  const merged = { kind: 'merged' as const, statementIds: [theirs.id, ours.id], text: 'flytta en person' }

  test('makes one outcome of several statements, which all stand behind it', () => {
    const { taking, draft } = take(empty, { row }, { ...merged, criterionIds: [id('their a'), id('our a')] })
    expect(outcomesIn(draft)).toEqual(['flytta en person'])
    expect(taking.origins[0]).toMatchObject({
      groups: [2, 1],
      wordings: [
        { groupNumber: 2, text: theirs.text },
        { groupNumber: 1, text: ours.text },
      ],
      perspectives: ['employer', 'user'],
    })
  })

  test('leaves with each criterion the group that it comes from, and no other', () => {
    const { taking } = take(empty, { row }, { ...merged, criterionIds: [id('their a'), id('our a')] })
    expect(taking.origins.slice(1).map(({ groups, perspectives }) => [groups, perspectives])).toEqual([
      [[2], ['user']],
      [[1], ['employer', 'user']],
    ])
  })
})

describe('deciding once more', () => {
  test('the same changes nothing', () => {
    const first = take(empty, { row })
    const moduleId = first.taking.moduleId
    const again = take(first.draft, { row: first.ruled, moduleId })
    expect(again.taking.commands).toEqual([])
    expect([again.draft, again.taking.itemId]).toEqual([first.draft, first.taking.itemId])
  })

  test('another wording rewords the outcome where it stands, and leaves what editors have put under it', () => {
    const first = take(empty, { row })
    const moduleId = first.taking.moduleId!
    const edited = editDraft(first.draft, {
      act: 'add',
      itemKind: 'criterion',
      item: buildCriterion({ text: 'Redaktörens eget.' }),
      place: { parentId: first.taking.itemId!, before: null },
    })
    const draft = edited.ok ? edited.next : empty
    const again = take(draft, { row: first.ruled, moduleId }, { statementIds: [theirs.id], text: 'flytta' })
    expect(again.draft.modules[0]?.module.outcomes).toMatchObject([
      {
        id: first.taking.itemId,
        text: 'flytta',
        criteria: [
          { text: 'Berättar först.' },
          { text: 'Väntar in personen.' },
          { text: 'Redaktörens eget.' },
          { text: 'Frågar om lov.' },
        ],
      },
    ])
  })

  test('leaving out takes what was taken out of the draft again, and nothing else', () => {
    const beside = buildProfile({ modules: [buildLink({ id: id('there'), outcomes: [buildOutcome()] })] })
    const first = take(beside, { row, moduleId: id('there') })
    const left = take(first.draft, { row: first.ruled, moduleId: id('there') }, { kind: 'leftOut' })
    expect(left.draft).toEqual(beside)
    // What it said stays to be read with the workshop.
    expect(left.taking).toMatchObject({ itemId: null, text: 'förflytta en person', origins: [] })
  })

  test('leaving out what was never taken changes nothing in the draft', () => {
    expect(take(empty, { row }, { kind: 'leftOut' }).taking.commands).toEqual([])
  })

  test('what was left out can be taken after all', () => {
    const left = take(empty, { row }, { kind: 'leftOut' })
    expect(outcomesIn(take(left.draft, { row: left.ruled }).draft)).toEqual(['förflytta en person'])
  })

  test('what somebody has taken out of the draft by hand comes back, in a module that is there', () => {
    const first = take(empty, { row })
    const back = take(empty, { row: first.ruled, moduleId: first.taking.moduleId })
    expect(outcomesIn(back.draft)).toEqual(['förflytta en person'])
  })
})

test('however often and in whatever order rows are decided, none stands twice, and nothing else is lost', () => {
  const kinds = ['knowledge', 'skills', 'responsibilityAutonomy', 'suitability'] as const
  const rows = kinds.map((kind, at) =>
    buildRow([1, 2].map((groupNumber) => buildStatement({ groupNumber, kind, text: `rad ${at} grupp ${groupNumber}`, criteria: kind === 'suitability' ? [] : [{ id: id(), text: `Visar ${at}${groupNumber}.`, cards: [] }] })))) // prettier-ignore
  const decision = fc.record({
    row: fc.nat(rows.length - 1),
    kind: fc.constantFrom('taken', 'merged', 'leftOut'),
    base: fc.nat(1),
    text: fc.option(fc.constantFrom('eget ord', 'ett annat'), { nil: undefined }),
  })
  const theEditors = buildProfile({ modules: [buildLink()], personalSuitability: [{ id: id('s'), text: 'van', reason: '' }] }) // prettier-ignore
  const before = JSON.stringify(theEditors)
  fc.assert(
    fc.property(fc.array(decision, { maxLength: 12 }), (decisions) => {
      let draft = theEditors
      let moduleId: string | null = null
      const standing = new Map<number, RulingOnRow>()
      for (const { row: at, kind, base, text } of decisions) {
        const { statements } = rows[at]!
        const there = buildRow(statements, standing.get(at) ?? null)
        const from = [statements[base]!, statements[1 - base]!].map((each) => each.id)
        const asked = {
          kind,
          statementIds: kind === 'merged' ? from : from.slice(0, 1),
          ...(text && { text }),
        }
        const taking: Taking | undefined = takeRow(
          draft,
          { theme: buildTheme(there, moduleId), row: there },
          asked,
          WHENCE,
          newId,
        )
        if (!taking) throw new Error('nothing was taken')
        draft = after(draft, taking)
        moduleId = taking.itemId === null ? moduleId : (taking.moduleId ?? moduleId)
        standing.set(at, { kind, baseId: null, statementIds: [], text: taking.text, itemId: taking.itemId, reason: '', at: '' }) // prettier-ignore
      }
      const taken = [...standing.values()].filter(({ itemId }) => itemId !== null)
      for (const { itemId, text } of taken) {
        expect(findItem(draft, itemId!)?.item).toMatchObject({ text })
      }
      const outcomes = draft.modules.flatMap(({ module }) => module.outcomes).length - 1
      const suitability = draft.personalSuitability.length - 1
      expect(outcomes + suitability).toBe(taken.length)
      expect(draft.modules.length).toBeLessThanOrEqual(2)
      expect(draft.modules[0]).toEqual(theEditors.modules[0])
      expect(draft.personalSuitability[0]).toEqual(theEditors.personalSuitability[0])
      expect(JSON.stringify(theEditors)).toBe(before)
    }),
  )
})
