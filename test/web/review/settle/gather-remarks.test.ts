import type { Remark, ReviewPart } from '../../../../schemas/types.ts'
import { countRemarks, gatherRemarks } from '../../../../web/review/settle/gather-remarks.ts'

const item = (id: string, number: string, kind: ReviewPart['items'][number]['kind'] = 'criterion') => ({
  id,
  kind,
  number,
  hash: id,
  wording: `Orden i ${id}`,
})
const part = (id: string, number: string, items: ReviewPart['items']): ReviewPart => ({
  id,
  number,
  title: `Modul ${number}`,
  hash: id,
  words: 10,
  items: [item(id, number, 'frame'), ...items],
})
const parts = [
  part('profile', '', [item('ordet', '', 'word')]),
  part('m1', '1', [item('1a', '1.1 a'), item('1b', '1.1 b')]),
  part('m2', '2', [item('2a', '2.1 a')]),
]
const answered: Remark['disposition'] = {
  outcome: 'declined',
  reason: 'Står redan.',
  byRole: 'coordinator',
  at: '2026-10-15T08:00:00Z',
  amendmentId: null,
}
function remark(
  id: string,
  scope: Remark['anchor']['scope'],
  itemId: string | null,
  given: Partial<Remark> = {},
) {
  const anchor = { scope, itemId, hash: itemId, quote: '' }
  const at = '2026-10-14T08:00:00Z'
  const known = { perspective: 'employee', author: 'Amina', isMine: false, number: '', partId: null }
  const rest = {
    isOutdated: false,
    text: 'Otydligt',
    proposal: null,
    round: 1,
    withdrawnAt: null,
    disposition: null,
  }
  return { id, anchor, at, ...known, ...rest, ...given } satisfies Remark
}
const keys = (remarks: readonly Remark[]) => gatherRemarks({ parts }, remarks).map(({ key }) => key)

test('what is open comes first, and each group stands in the order of the text', () => {
  const remarks = [
    remark('r1', 'item', '2a'),
    remark('r2', 'item', '1b', { disposition: answered }),
    remark('r3', 'item', '1a'),
    remark('r4', 'item', 'ordet', { disposition: answered }),
  ]
  expect(keys(remarks)).toEqual(['item-1a', 'item-2a', 'item-ordet', 'item-1b'])
})

test('the whole text comes before its parts, a part before its items, and what is gone last', () => {
  const remarks = [
    remark('r1', 'item', 'borta'),
    remark('r2', 'item', '1a'),
    remark('r3', 'item', 'm1'),
    remark('r4', 'part', 'm1'),
    remark('r5', 'whole', null),
  ]
  expect(keys(remarks)).toEqual(['whole', 'part-m1', 'item-m1', 'item-1a', 'item-borta'])
})

test('what was taken back is not there', () => {
  expect(keys([remark('r1', 'item', '1a', { withdrawnAt: '2026-10-14T09:00:00Z' })])).toEqual([])
})

test.each([
  ['two open proposals on the same words', ['A', 'B'], [null, null], ['r1', 'r2']],
  ['a proposal and a plain remark', ['A', null], [null, null], []],
  ['a proposal beside one that is settled', ['A', 'B'], [null, answered], []],
])('proposals collide or not: %s', (_case, proposals, dispositions, colliding) => {
  const remarks = proposals.map((proposal, at) =>
    remark(`r${at + 1}`, 'item', '1a', { proposal, disposition: dispositions[at] ?? null }),
  )
  const [thread] = gatherRemarks({ parts }, remarks)
  expect(thread?.colliding.map(({ id }) => id)).toEqual(colliding)
})

test('remarks are counted, all of them and those that wait', () => {
  const remarks = [remark('r1', 'item', '1a'), remark('r2', 'item', '1a', { disposition: answered })]
  expect(countRemarks(gatherRemarks({ parts }, remarks))).toEqual({ all: 2, open: 1 })
})
