import fc from 'fast-check'
import { editDraft } from '../../../server/domain/profile/edit-draft.ts'
import { countItems, countUnchanged, diffProfiles } from '../../../server/domain/publishing/diff-profiles.ts'
import { buildVariedProfile, commandFor, editChoices } from '../../support/arbitrary-edits.ts'
import { buildCriterion, buildLink, buildOutcome, buildProfile, id } from '../../support/build-profile.ts'

const outcome = (name: string, ...criteria: string[]) =>
  buildOutcome({
    id: id(name),
    text: name,
    criteria: criteria.map((each) => buildCriterion({ id: id(each), text: `${each}.` })),
  })
const profileOf = (...modules: ReturnType<typeof outcome>[][]) =>
  buildProfile({
    modules: modules.map((outcomes, index) =>
      buildLink({ id: id(`m${index}`), title: `Modul ${index}`, outcomes }),
    ),
  })
const inShort = (before: ReturnType<typeof profileOf>, after: typeof before) =>
  diffProfiles(before, after).map(
    ({ kind, itemKind, numberBefore, numberAfter }) =>
      `${kind} ${itemKind} ${numberBefore ?? '–'} → ${numberAfter ?? '–'}`,
  )

test('a text does not differ from itself', () =>
  expect(diffProfiles(buildVariedProfile(), buildVariedProfile())).toEqual([]))

test('taking out the first criterion marks nothing else as changed', () => {
  expect(inShort(profileOf([outcome('o', 'a', 'b', 'c')]), profileOf([outcome('o', 'b', 'c')]))).toEqual([
    'removed criterion 1.1 a → –',
  ])
})

test('dragging one criterion past three others is one move and not four', () => {
  expect(
    inShort(profileOf([outcome('o', 'a', 'b', 'c', 'd')]), profileOf([outcome('o', 'b', 'c', 'd', 'a')])),
  ).toEqual(['moved criterion 1.1 a → 1.1 d'])
})

test('an outcome that goes to another module is moved, its criteria follow without a word', () => {
  const before = profileOf([outcome('o', 'a'), outcome('p', 'b')], [outcome('q', 'c')])
  const after = profileOf([outcome('p', 'b')], [outcome('q', 'c'), outcome('o', 'a')])
  expect(diffProfiles(before, after)).toMatchObject([
    {
      kind: 'moved',
      itemKind: 'outcome',
      numberBefore: '1.1',
      numberAfter: '2.2',
      placeBefore: 'Modul 0',
      moduleTitle: 'Modul 1',
    },
  ])
})

test('a wording is reworded, other fields are amended, and both name what was and what is', () => {
  const before = buildVariedProfile()
  const [first, ...rest] = before.modules
  const module = { ...first!.module, seqfLevel: 4 }
  const reworded = { ...module.outcomes[0]!, text: 'annat' }
  const after = {
    ...before,
    modules: [
      { ...first!, module: { ...module, outcomes: [reworded, ...module.outcomes.slice(1)] } },
      ...rest,
    ],
  }
  expect(diffProfiles(before, after)).toMatchObject([
    { kind: 'amended', itemKind: 'module', field: 'seqfLevel', before: 3, after: 4 },
    {
      kind: 'reworded',
      itemKind: 'outcome',
      field: 'text',
      before: 'm1k text',
      after: 'annat',
      category: 'knowledge',
    },
  ])
})

test('white space is no change of wording', () => {
  const before = profileOf([outcome('o', 'a')])
  const after = profileOf([{ ...outcome('o', 'a'), text: ' o\n' }])
  expect(diffProfiles(before, after)).toEqual([])
})

test('what has the same words as before is counted', () => {
  const before = profileOf([outcome('o', 'a', 'b')], [outcome('p', 'c')])
  const after = profileOf([outcome('o', 'a')], [outcome('p', 'c', 'd')])
  expect(countUnchanged(before, after)).toEqual({ modules: 2, outcomes: 2, criteria: 2 })
  expect(countItems(after)).toEqual({ modules: 2, outcomes: 2, criteria: 3 })
})

test('whatever is edited, added and removed say what came and went', () => {
  fc.assert(
    fc.property(fc.array(editChoices, { maxLength: 20 }), (choices) => {
      const before = buildVariedProfile()
      const after = choices.reduce((at, choice) => {
        const result = editDraft(at, commandFor(at, choice))
        return result.ok ? result.next : at
      }, before)
      const forth = diffProfiles(before, after)
      const back = diffProfiles(after, before)
      const ids = (changes: typeof forth, kind: string) =>
        changes
          .filter((change) => change.kind === kind)
          .map(({ itemId }) => itemId)
          .sort()
      expect(ids(forth, 'added')).toEqual(ids(back, 'removed'))
      expect(ids(forth, 'removed')).toEqual(ids(back, 'added'))
      expect(ids(forth, 'reworded')).toEqual(ids(back, 'reworded'))
    }),
  )
})
