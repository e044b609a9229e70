import type { Remark } from '../../../schemas/types.ts'
import { isOpen, isOutdated, placesIn } from '../../../server/domain/review/remarks.ts'
import { CRITERION, itemIn, MODULE, partIn, PROFILE, reword, textAfter } from './panel-story.ts'

const FIRST = textAfter([])
const NOW = textAfter([{ command: reword(CRITERION, 'Kontrollerar selen.', 'Kontrollerar lyften.') }])
const AT = '2026-03-01T09:00:00.000Z'

test.each<[what: string, disposition: object | null, withdrawnAt: string | null, isSo: boolean]>([
  ['nobody has answered', null, null, true],
  ['has its answer', { outcome: 'declined' }, null, false],
  ['its author has taken back', null, AT, false],
  ['has its answer and was taken back', { outcome: 'declined' }, AT, false],
])('a remark that %s waits for an answer, or not', (_, disposition, withdrawnAt, isSo) => {
  expect(isOpen({ disposition, withdrawnAt })).toBe(isSo)
})

describe('what a remark is about', () => {
  type Row = [what: string, anchor: Pick<Remark['anchor'], 'scope' | 'itemId' | 'hash'>, isOutdated: boolean]
  const [part, formerPart] = [partIn(NOW, MODULE), partIn(FIRST, MODULE)]
  test.each<Row>([
    ['the whole text', { scope: 'whole', itemId: null, hash: null }, false],
    ['an item as it stands', { scope: 'item', itemId: CRITERION, hash: itemIn(NOW, CRITERION).hash }, false],
    ['an item as it was', { scope: 'item', itemId: CRITERION, hash: itemIn(FIRST, CRITERION).hash }, true],
    ['a part as it stands', { scope: 'part', itemId: MODULE, hash: part.hash }, false],
    ['a part in which something has changed', { scope: 'part', itemId: MODULE, hash: formerPart.hash }, true],
    ['the frame of such a part', { scope: 'item', itemId: MODULE, hash: itemIn(FIRST, MODULE).hash }, false],
    ['something that is gone', { scope: 'item', itemId: 'gone', hash: 'f'.repeat(64) }, true],
  ])('being %s, has other words since, or not', (_, anchor, expected) => {
    const place = placesIn(NOW).get(anchor.itemId ?? '')
    expect(isOutdated({ quote: '', ...anchor }, place)).toBe(expected)
  })

  test('is found by the number that it has now, and in the part where it stands', () => {
    const places = placesIn(NOW)
    expect(places.get(CRITERION)).toMatchObject({ number: itemIn(NOW, CRITERION).number, partId: MODULE })
    expect(places.get(PROFILE)).toMatchObject({ number: '', partId: PROFILE })
  })
})
