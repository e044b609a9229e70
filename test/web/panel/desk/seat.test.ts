import type { PanelMember } from '../../../../schemas/types.ts'
import { asideOf, isAskedOn } from '../../../../web/panel/desk/seat.ts'
import { desk, seat } from './desk-in-short.ts'

const recusal = (partId: string | null) => ({
  id: 'r',
  partId,
  reason: 'Jag skrev den.',
  at: '2026-09-01T00:00:00Z',
})
const among = (me: PanelMember, ...others: readonly PanelMember[]) => {
  const plain = desk({ me })
  return {
    ...plain,
    review: { ...plain.review, composition: { ...plain.review.composition, members: [me, ...others] } },
  }
}

test.each([
  ['a member', among(seat('me')), null, 'M1 M2'],
  ['an observer', among(seat('me', { part: 'observer' })), 'observer', ''],
  [
    'a substitute who waits',
    among(seat('me', { part: 'substitute', substituteFor: 'other' }), seat('other')),
    'substitute',
    '',
  ],
  [
    'a substitute who stands in',
    among(seat('me', { part: 'substitute', standsInFor: 'other' }), seat('other')),
    null,
    'M1 M2',
  ],
  [
    'a member whom somebody stands in for',
    among(seat('me'), seat('other', { part: 'substitute', standsInFor: 'me' })),
    'replaced',
    '',
  ],
  ['a member recused from a part', among(seat('me', { recusals: [recusal('M1')] })), null, 'M2'],
  ['a member recused from the whole', among(seat('me', { recusals: [recusal(null)] })), 'recused', ''],
])('%s is told why they are asked on what they are asked on', (_, given, kind, asked) => {
  expect(asideOf(given)?.kind ?? null).toBe(kind)
  expect(['M1', 'M2'].filter((partId) => isAskedOn(given, partId)).join(' ')).toBe(asked)
})
