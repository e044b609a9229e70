import type { Amendment } from '../../../../schemas/types.ts'
import { formerWords } from '../../../../web/review/meeting/former-words.ts'

function amended(round: number, itemId: string, former: string, wording: string): Amendment {
  const place = { partId: 'm1', kind: 'criterion', number: '1.1 a', field: null } as const
  const item = { itemId, ...place, former, formerHash: former, wording, hash: wording }
  const known = {
    id: `${round} ${wording}`,
    number: 1,
    round,
    at: '',
    changes: [],
    items: [item],
    reason: 'Skäl',
  }
  return {
    ...known,
    remarkIds: [],
    claimsEditorial: false,
    isEditorial: false,
    confirmations: [],
    inDraft: true,
  }
}
const amendments = [
  amended(1, '1a', 'Ett', 'Två'),
  amended(2, '1a', 'Två', 'Tre'),
  amended(2, '1a', 'Tre', 'Fyra'),
  amended(2, 'ny', '', 'Nytt'),
]

test.each([
  ['changed twice in the round', '1a', 'Två'],
  ['new in the round', 'ny', ''],
  ['untouched', '1b', undefined],
])('the words of what is %s are as the round began with them', (_what, itemId, expected) => {
  expect(formerWords({ amendments, round: 2 }, itemId)).toBe(expected)
})

test('what was changed in an earlier round is no news', () => {
  expect(formerWords({ amendments, round: 3 }, '1a')).toBeUndefined()
})
