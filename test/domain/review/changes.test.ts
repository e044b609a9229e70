import type { OccupationalProfile } from '../../../schemas/types.ts'
import type { EditCommand } from '../../../server/domain/profile/edit-draft.ts'
import {
  betweenRounds,
  frameFieldsChanged,
  hasWords,
  itemsChangedBy,
  reasonsSince,
} from '../../../server/domain/review/changes.ts'
import { panelText } from '../../../server/domain/review/panel-text.ts'
import { sha256 } from '../../../server/seal.ts'
import { buildCriterion, buildLink, id } from '../../support/build-profile.ts'
import {
  CRITERION,
  itemIn,
  MODULE,
  OTHER_MODULE,
  OUTCOME,
  PROFILE,
  reword,
  SIBLING,
  SUITABILITY,
  TEXT,
  textAfter,
  WORD,
} from './panel-story.ts'

const FIRST = 'Kontrollerar selen.'
const amend = (itemKind: 'profile' | 'module' | 'word' | 'suitability', itemId: string, fields: object) =>
  ({ act: 'amend', itemKind, itemId, fields }) as EditCommand
const purpose = TEXT.modules[0]?.module.purpose ?? ''

/** As a lay person would read it: what, which field of it, and its words before and now. */
type Told = [what: string, field: string | null, from: string, to: string]
const NAMES: Record<string, string> = {
  [PROFILE]: 'profile',
  [MODULE]: 'module',
  [OTHER_MODULE]: 'other module',
  [OUTCOME]: 'outcome',
  [CRITERION]: 'criterion',
  [SIBLING]: 'sibling',
  [SUITABILITY]: 'suitability',
  [WORD]: 'word',
}
const told = (items: ReturnType<typeof itemsChangedBy>) =>
  items.map(({ itemId, field, former, wording }): Told => [NAMES[itemId] ?? 'new', field, former, wording])

describe('what an amendment did', () => {
  const place = { parentId: OUTCOME, before: null }
  const asks = buildCriterion({ id: id('new'), text: 'Frågar.' })
  test.each<[what: string, command: EditCommand, told: Told[]]>([
    [
      'to a criterion',
      reword(CRITERION, FIRST, 'Kontrollerar lyften.'),
      [['criterion', null, FIRST, 'Kontrollerar lyften.']],
    ],
    [
      'by adding a criterion',
      { act: 'add', itemKind: 'criterion', item: asks, place },
      [['new', null, '', 'Frågar.']],
    ],
    [
      'by taking a criterion away',
      { act: 'remove', itemKind: 'criterion', itemId: CRITERION },
      [['criterion', null, FIRST, '']],
    ],
    [
      'to the purpose of a module',
      amend('module', MODULE, { purpose: { from: purpose, to: 'Tryggare lyft.' } }),
      [['module', 'purpose', purpose, 'Tryggare lyft.']],
    ],
    [
      'to the title of a module',
      amend('module', OTHER_MODULE, { title: { from: 'Dokumentation', to: 'Journal' } }),
      [['other module', 'title', 'Dokumentation', 'Journal']],
    ],
    [
      'to the title of the profile',
      amend('profile', PROFILE, { title: { from: TEXT.title, to: 'Assistent' } }),
      [['profile', 'title', TEXT.title, 'Assistent']],
    ],
    [
      'to the words of a word',
      amend('word', WORD, { explanation: { from: 'att förflytta uppåt', to: 'att höja' } }),
      [['word', null, 'lyft: att förflytta uppåt', 'lyft: att höja']],
    ],
  ])('%s is told item by item, and of a frame field by field', (_, command, expected) => {
    expect(told(itemsChangedBy(textAfter([{ command }]).states, 'a0'))).toEqual(expected)
  })

  test('is told by the hashes of the words before and now, and the part where they stand', () => {
    const before = textAfter([])
    const after = textAfter([{ command: reword(CRITERION, FIRST, 'Kontrollerar lyften.') }])
    expect(itemsChangedBy(after.states, 'a0')).toMatchObject([
      {
        partId: MODULE,
        kind: 'criterion',
        formerHash: itemIn(before, CRITERION).hash,
        hash: itemIn(after, CRITERION).hash,
      },
    ])
  })

  test('is nothing when there never was such an amendment', () => {
    expect(itemsChangedBy(textAfter([]).states, 'unheard of')).toEqual([])
  })
})

describe('between two rounds', () => {
  const revised = (change: (profile: OccupationalProfile) => OccupationalProfile) => {
    const profiles = [TEXT, change(structuredClone(TEXT))]
    const revisions = profiles.map((profile, index) => ({ number: index + 1, profile }))
    return panelText(revisions, [], [], sha256).states
  }
  const inModule =
    (change: (module: OccupationalProfile['modules'][number]['module']) => void) =>
    (profile: OccupationalProfile) => {
      const link = profile.modules[0]
      if (link) change(link.module)
      return profile
    }
  type Row = [what: string, change: (profile: OccupationalProfile) => OccupationalProfile, told: Told[]]
  test.each<Row>([
    ['nothing', (profile) => profile, []],
    [
      'a purpose and a criterion',
      inModule((module) => {
        module.purpose = 'Tryggare lyft.'
        const [criterion] = module.outcomes[0]?.criteria ?? []
        if (criterion) criterion.text = 'Kontrollerar lyften.'
      }),
      [
        ['module', 'purpose', purpose, 'Tryggare lyft.'],
        ['criterion', null, FIRST, 'Kontrollerar lyften.'],
      ],
    ],
    // What is not made of words is told by the name of its field alone.
    [
      'how a criterion is assessed',
      inModule((module) => {
        const [criterion] = module.outcomes[0]?.criteria ?? []
        if (criterion) criterion.assessmentMethods = ['observation']
      }),
      [['module', 'assessmentMethods', '', '']],
    ],
    [
      'the order of two criteria',
      inModule(({ outcomes: [outcome] }) => {
        if (outcome) outcome.criteria = outcome.criteria.toReversed()
      }),
      [['module', 'place', '', '']],
    ],
    [
      'the order of the modules',
      (profile) => ({ ...profile, modules: profile.modules.toReversed() }),
      [['profile', 'place', '', '']],
    ],
    [
      'why somebody should be suited',
      (profile) => ({
        ...profile,
        personalSuitability: [{ ...TEXT.personalSuitability[0]!, reason: 'Ja.' }],
      }),
      [['profile', 'reason', 'Det behövs.', 'Ja.']],
    ],
    // No reader sees it; it is told all the same that something is another.
    [
      'white space in a purpose',
      inModule((module) => {
        module.purpose = `${purpose} `
      }),
      [['module', 'other', '', '']],
    ],
    [
      'a module that has come',
      (profile) => ({
        ...profile,
        modules: [...profile.modules, buildLink({ id: id('third'), title: 'Resor', outcomes: [] })],
      }),
      [['new', null, '', 'Resor']],
    ],
  ])('%s is told', (_, change, expected) => {
    const between = betweenRounds(revised(change))
    expect(between.map(({ round }) => round)).toEqual([2])
    expect(told(between[0]?.items ?? [])).toEqual(expected)
  })

  test('amendments to the former revision are told too, once', () => {
    const amended = textAfter([{ command: reword(CRITERION, FIRST, 'Kontrollerar lyften.') }])
    const later = panelText([{ number: 1, profile: amended.profile }], [], [], sha256).states
    const items = betweenRounds([...amended.states, ...later]).flatMap((each) => told(each.items))
    expect(items).toEqual([['criterion', null, FIRST, 'Kontrollerar lyften.']])
  })
})

test('fields of a frame are told with the number of what they are of, and none of a part that is new', () => {
  const [before] = textAfter([]).states
  const { states } = textAfter([
    { command: amend('module', MODULE, { purpose: { from: purpose, to: 'Tryggare lyft.' } }) },
  ])
  const after = states.at(-1)
  if (!before || !after) throw new Error('a text has a state')
  expect(frameFieldsChanged(before, after, MODULE)).toEqual([
    { number: '1', field: 'purpose', from: purpose, to: 'Tryggare lyft.' },
  ])
  expect(frameFieldsChanged(before, after, OTHER_MODULE)).toEqual([])
  expect(frameFieldsChanged(before, after, 'nowhere')).toEqual([])
})

test.each([
  ['', '', false],
  ['a', '', true],
  ['', 'a', true],
])('a change from ”%s” to ”%s” has words to show: %s', (former, wording, has) => {
  expect(hasWords({ former, wording })).toBe(has)
})

describe('the reasons for the words of a criterion', () => {
  const [second, third] = ['Kontrollerar lyften.', 'Kontrollerar sele och lyft.']
  const { states } = textAfter([
    { command: reword(CRITERION, FIRST, second) },
    { command: reword(SIBLING, 'Berättar vad som ska hända.', 'Berättar allt.') },
    { command: reword(CRITERION, second, third) },
  ])
  const amendments = ['Tydligare.', 'Kortare.', 'Båda behövs.'].map((reason, index) => ({
    id: `a${index}`,
    reason,
  }))
  const hashAt = (index: number) =>
    states[index]?.parts.flatMap(({ items }) => items).find(({ id: each }) => each === CRITERION)?.hash
  test.each<[seen: string, state: number, reasons: string[]]>([
    ['the first', 0, ['Tydligare.', 'Båda behövs.']],
    ['the second', 1, ['Båda behövs.']],
    ['the last', 3, []],
  ])('since %s ones, are those of the amendments that made them', (_, index, reasons) => {
    expect(reasonsSince(hashAt(index) ?? null, CRITERION, states, amendments)).toEqual(reasons)
  })
})
