import { needsReason, refusalOf, type ToTake } from '../../../server/domain/review/take-position.ts'
import { CRITERION, itemIn, MODULE, partIn, reword, textAfter } from './panel-story.ts'

const FIRST = textAfter([])
const NOW = textAfter([{ command: reword(CRITERION, 'Kontrollerar selen.', 'Kontrollerar lyften.') }])

const onItem: ToTake = {
  scope: 'item',
  itemId: CRITERION,
  hash: itemIn(NOW, CRITERION).hash,
  position: 'agree',
  reason: '',
}
const onPart: ToTake = { ...onItem, scope: 'part', itemId: MODULE, hash: partIn(NOW, MODULE).hash }
const given = (asked: ToTake, actId: string, seq = 1) => ({ ...asked, memberId: 'm', actId, seq })

describe('words', () => {
  test.each<[what: string, asked: ToTake, refusal: string | undefined]>([
    ['of an item as they stand', onItem, undefined],
    ['of a part as they stand', onPart, undefined],
    [
      'of an item as they were, by somebody who was away',
      { ...onItem, hash: itemIn(FIRST, CRITERION).hash },
      undefined,
    ],
    ['of a part as they were', { ...onPart, hash: partIn(FIRST, MODULE).hash }, undefined],
    ['of the frame of a part', { ...onItem, itemId: MODULE, hash: itemIn(NOW, MODULE).hash }, undefined],
    ['that have never been there', { ...onItem, hash: 'f'.repeat(64) }, 'words-unknown'],
    ['that stand, but elsewhere', { ...onItem, itemId: MODULE }, 'words-unknown'],
    ['of an item, taken for a part', { ...onPart, hash: onItem.hash }, 'words-unknown'],
    ['of a part, taken for an item', { ...onItem, itemId: MODULE, hash: onPart.hash }, 'words-unknown'],
  ])('%s: %p', (_, asked, refusal) => {
    expect(refusalOf(asked, null, [], NOW)?.code).toBe(refusal)
  })
})

describe('a reason', () => {
  test.each<[position: ToTake['position'], reason: string, refusal: string | undefined]>([
    ['agree', '', undefined],
    ['abstain', '', undefined],
    [null, '', undefined],
    ['agreeWithChange', '', 'reason-missing'],
    ['agreeWithChange', '  ', 'reason-missing'],
    ['disagree', '', 'reason-missing'],
    ['disagree', 'Det går inte att se.', undefined],
    ['agreeWithChange', 'Skriv sele.', undefined],
  ])('to %s because ”%s”: %s', (position, reason, refusal) => {
    expect(refusalOf({ ...onItem, position, reason }, null, [], NOW)?.code).toBe(refusal)
  })
})

test.each<[position: ToTake['position'], isNeeded: boolean]>([
  ['agree', false],
  ['agreeWithChange', true],
  ['disagree', true],
  ['abstain', false],
  [null, false],
])('who answers %s needs a reason: %s', (position, isNeeded) => {
  expect(needsReason(position)).toBe(isNeeded)
})

describe('an answer that replaces another', () => {
  const disagrees: ToTake = { ...onItem, position: 'disagree', reason: 'Nej.' }
  const former = given(onItem, 'act 1', 1)
  const latest = given(disagrees, 'act 2', 2)
  test.each<
    [
      what: string,
      replaces: string | null | undefined,
      mine: ReturnType<typeof given>[],
      current: string | null | undefined,
    ]
  >([
    ['is taken when its giver had none and knew of none', null, [], undefined],
    ['is taken when its giver saw the last one', 'act 2', [former, latest], undefined],
    ['is refused when another device has answered since', 'act 1', [former, latest], 'act 2'],
    ['is refused when its giver thought there was none', null, [latest], 'act 2'],
    ['is refused when it names one that is not there', 'act 9', [], null],
    [
      'is taken, whatever it replaces, when it says the same again',
      'act 9',
      [given(onItem, 'act 3', 3)],
      undefined,
    ],
    ['is taken from whoever looks at nobody’s screen', undefined, [former, latest], undefined],
    ['minds positions on the same thing only', null, [given(onPart, 'act 4', 4)], undefined],
  ])('%s', (_, replaces, mine, current) => {
    const refusal = refusalOf(onItem, replaces, mine, NOW)
    expect(refusal).toEqual(current === undefined ? undefined : { code: 'position-changed', current })
  })

  test('is held against the last one, in whatever order they are given', () => {
    expect(refusalOf(onItem, 'act 2', [latest, former], NOW)).toBeUndefined()
  })
})
