import { rulingOn } from '../../../server/domain/review/rulings.ts'

const AT = '2026-03-01T09:00:00.000Z'
const about = { itemId: 'criterion', formerHash: 'former', hash: 'now' }
const ruled = (given: Partial<typeof about>, equivalent = true) => ({
  ...about,
  ...given,
  equivalent,
  reason: 'Samma krav.',
  at: AT,
})
/** Confirmed spelling has led from `before` to `now`. */
const text = { kept: new Map([['criterion', new Map([['before', ['now']]])]]) }

test.each<[what: string, rulings: ReturnType<typeof ruled>[], equivalent: boolean | undefined]>([
  ['nothing has been ruled', [], undefined],
  ['it was ruled on these words', [ruled({})], true],
  ['it was ruled on words from which spelling has led here', [ruled({ hash: 'before' }, false)], false],
  ['the last of such rulings counts', [ruled({ hash: 'before' }, false), ruled({ hash: 'before' })], true],
  [
    'one on these very words comes before one that is kept',
    [ruled({}), ruled({ hash: 'before' }, false)],
    true,
  ],
  ['it was ruled on other words', [ruled({ hash: 'other' })], undefined],
  ['it was ruled against other former words', [ruled({ formerHash: 'older' })], undefined],
  ['it was ruled on another item', [ruled({ itemId: 'sibling' })], undefined],
])('of reworded words it is known what the panel says, or not, when %s', (_, rulings, equivalent) => {
  expect(rulingOn(rulings, about, text)?.equivalent).toBe(equivalent)
})

test('a ruling is told with its reason, and when it was made', () => {
  expect(rulingOn([ruled({})], about, text)).toEqual({ equivalent: true, reason: 'Samma krav.', at: AT })
})
