import fc from 'fast-check'
import type { PositionKind } from '../../../schemas/types.ts'
import { editDraft } from '../../../server/domain/profile/edit-draft.ts'
import { panelText } from '../../../server/domain/review/panel-text.ts'
import { divideText } from '../../../server/domain/review/text.ts'
import {
  inOrder,
  isCurrent,
  markOf,
  standingsIn,
  type Answer,
  type Taken,
} from '../../../server/domain/review/standing.ts'
import { sha256 } from '../../../server/seal.ts'
import { buildVariedProfile, commandFor, editChoices } from '../../support/arbitrary-edits.ts'
import { buildCriterion, id } from '../../support/build-profile.ts'
import { CRITERION, MODULE, OUTCOME, partIn, tell, textAfter } from './panel-story.ts'

describe('what a member says of a criterion, after', () => {
  test.each<[story: string, answer: Answer]>([
    ['nothing', 'none'],
    ['agrees on the criterion', 'agree'],
    ['agrees on the module', 'agree'],
    ['abstains on the module', 'abstain'],
    // The more specific one wins, whichever came last.
    ['agrees on the module; disagrees on the criterion', 'disagree'],
    ['disagrees on the criterion; agrees on the module', 'disagree'],
    ['agrees on the module; disagrees on the criterion; takes it back on the criterion', 'agree'],
    // The last word on the same words counts.
    ['agrees on the criterion; disagrees on the criterion', 'disagree'],
    ['agrees on the module; agrees with a change on the module', 'agreeWithChange'],
    ['agrees on the criterion; takes it back on the criterion', 'none'],
    ['agrees on the module; takes it back on the module', 'none'],
    // A position is on words.
    ['agrees on the criterion; the criterion is reworded', 'stale'],
    ['disagrees on the criterion; the criterion is reworded', 'stale'],
    ['agrees on the module; the criterion is reworded', 'stale'],
    ['agrees on the module; the criterion is reworded; agrees on the module', 'agree'],
    ['agrees on the module; the criterion is reworded; disagrees on the criterion', 'disagree'],
    ['agrees on the module; the criterion is reworded; the criterion gets its first words back', 'agree'],
    ['agrees on the module; its sibling is reworded', 'agree'],
    ['agrees on the criterion; its sibling is reworded', 'agree'],
    ['agrees on the module; the other module gets another title', 'agree'],
    // Spelling keeps what was said, once it is confirmed.
    ['agrees on the criterion; the criterion is respelled', 'agree'],
    ['agrees on the module; the criterion is respelled', 'agree'],
    ['disagrees on the module; the criterion is respelled', 'disagree'],
    ['agrees on the criterion; the criterion is respelled, unconfirmed', 'stale'],
    ['agrees on the criterion; the criterion is respelled; the criterion is reworded', 'stale'],
    ['agrees on the criterion; the criterion is reworded; the criterion is respelled', 'stale'],
    ['the criterion is respelled; agrees on the criterion as it was first', 'agree'],
    // Backwards it does not hold: who answered on the new spelling has not read the former one.
    ['the criterion is respelled; agrees on the criterion; the criterion gets its first words back', 'stale'],
    // What comes late stands for the words that it was given on.
    ['the criterion is reworded; agrees on the criterion as it was first', 'stale'],
    ['the criterion is reworded; agrees on the module as it was first', 'stale'],
    ['its sibling is reworded; agrees on the module as it was first', 'agree'],
    [
      'agrees on the criterion; the criterion is reworded; disagrees on the criterion; agrees on the criterion as it was first',
      'disagree',
    ],
    // What was taken back says nothing of former words either.
    ['agrees on the criterion; the criterion is reworded; takes it back on the criterion', 'none'],
    ['agrees on the module; the criterion is reworded; takes it back on the module', 'none'],
    [
      'agrees on the module; disagrees on the criterion; the criterion is reworded; takes it back on the criterion',
      'stale',
    ],
  ])('%s: %s', (story, answer) => {
    const { text, positions } = tell(story)
    const part = partIn(text, MODULE)
    const index = part.items.findIndex((item) => item.id === CRITERION)
    expect(standingsIn(inOrder(positions), part, text)[index]?.answer).toBe(answer)
  })

  test('a criterion that has come since the part was answered on waits for an answer of its own', () => {
    const place = { parentId: OUTCOME, before: null }
    const item = buildCriterion({ id: id('new'), text: 'Frågar.' })
    const before = textAfter([])
    const text = textAfter([{ command: { act: 'add', itemKind: 'criterion', item, place } }])
    const hash = partIn(before, MODULE).hash
    const said: Taken = { memberId: 'm', scope: 'part', itemId: MODULE, hash, position: 'agree', seq: 1 }
    const answers = standingsIn([said], partIn(text, MODULE), text).map(({ answer }) => answer)
    // The frame says which criteria there are.
    expect(answers).toEqual(['stale', 'agree', 'agree', 'agree', 'stale'])
  })
})

const positionKinds = fc.constantFrom<PositionKind | null>(
  'agree',
  'agreeWithChange',
  'disagree',
  'abstain',
  null,
)

test('any positions at all, on words that nobody knows too, give every item an answer', () => {
  const text = textAfter([])
  const hashes = [...text.wordings.keys(), ...text.parts.map(({ hash }) => hash), 'unheard of']
  const ids = text.parts.flatMap(({ items }) => items.map((item) => item.id))
  const taken = fc.record({
    memberId: fc.constant('m'),
    scope: fc.constantFrom('part' as const, 'item' as const),
    itemId: fc.constantFrom(...ids, 'nowhere'),
    hash: fc.constantFrom(...hashes),
    position: positionKinds,
    seq: fc.nat(50),
  })
  fc.assert(
    fc.property(fc.array(taken, { maxLength: 12 }), (positions) => {
      for (const part of text.parts) {
        const standings = standingsIn(inOrder(positions), part, text)
        expect(standings).toHaveLength(part.items.length)
        for (const { answer, by } of standings) {
          expect(by !== undefined).toBe(answer !== 'none')
          expect([by?.position ?? 'none', 'stale']).toContain(answer)
        }
      }
    }),
  )
})

test('after any edits, exactly the items with other words than those answered on go stale', () => {
  fc.assert(
    fc.property(fc.array(editChoices, { minLength: 1, maxLength: 6 }), positionKinds, (choices, said) => {
      const first = buildVariedProfile()
      const second = choices.reduce((profile, choice) => {
        const edited = editDraft(profile, commandFor(profile, choice))
        return edited.ok ? edited.next : profile
      }, first)
      const positions: Taken[] = divideText(first, sha256).map(({ id: itemId, hash }, seq) => ({
        memberId: 'm',
        scope: 'part',
        itemId,
        hash,
        position: said,
        seq,
      }))
      const before = new Map(divideText(first, sha256).map((part) => [part.id, part]))
      const text = panelText(
        [first, second].map((profile, index) => ({ number: index + 1, profile })),
        [],
        [],
        sha256,
      )
      for (const part of text.parts) {
        const former = new Map(before.get(part.id)?.items.map((item) => [item.id, item.hash]))
        standingsIn(inOrder(positions), part, text).forEach(({ answer }, index) => {
          const { id: itemId, hash } = part.items[index]!
          const isUntouched = former.get(itemId) === hash
          const isKnown = before.has(part.id)
          expect(answer).toBe(said === null || !isKnown ? 'none' : isUntouched ? said : 'stale')
        })
      }
    }),
    { numRuns: 150 },
  )
})

test.each<[inThePart: Answer[], shown: Answer]>([
  [['agree', 'agree', 'agree'], 'agree'],
  [['agree', 'agreeWithChange', 'agree'], 'agreeWithChange'],
  [['agree', 'disagree', 'stale'], 'disagree'],
  [['agree', 'stale', 'none'], 'stale'],
  [['agree', 'none', 'agreeWithChange'], 'none'],
  [['agree', 'abstain', 'agree'], 'agree'],
  [['abstain', 'abstain'], 'abstain'],
  [[], 'none'],
])('of a part where somebody says %j, %s is shown', (answers, shown) => {
  expect(markOf(answers)).toBe(shown)
})

describe('a position is on words as they are', () => {
  test.each<[story: string, isSo: boolean]>([
    ['agrees on the criterion', true],
    ['agrees on the criterion; the criterion is reworded', false],
    ['agrees on the criterion; the criterion is respelled', true],
    ['agrees on the criterion; the criterion is respelled, unconfirmed', false],
    ['agrees on the module; its sibling is reworded', false],
    ['agrees on the module; the criterion is respelled', true],
    ['agrees on the module; the other module gets another title', true],
  ])('or not, after this: %s', (story, isSo) => {
    const { text, positions } = tell(story)
    expect(positions.map((position) => isCurrent(position, text))).toEqual([isSo])
  })

  test('or not, when what it was on is gone, or never was', () => {
    const text = textAfter([])
    for (const scope of ['part', 'item'] as const)
      expect(isCurrent({ scope, itemId: 'gone', hash: 'f'.repeat(64) }, text)).toBe(false)
  })
})
