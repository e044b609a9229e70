import 'fake-indexeddb/auto'
import { openOutbox, type PendingEdit } from '../../web/controllers/outbox.ts'

const edit = (key: string, tab: string, slug = 'testare'): PendingEdit => ({
  key,
  slug,
  tab,
  command: { act: 'remove', itemKind: 'word', itemId: key },
})

test('edits come back in their order, those of a closed tab too, and change hands', async () => {
  const outbox = openOutbox()
  for (const each of [edit('3', 'closed'), edit('1', 'mine'), edit('2', 'open'), edit('4', 'mine', 'annan')])
    await outbox.put(each)
  const found = await outbox.takeOver('testare', 'mine', new Set(['open']))
  expect(found.map(({ key, tab }) => `${key} ${tab}`)).toEqual(['1 mine', '3 mine'])
  await outbox.remove('1')
  expect((await outbox.takeOver('testare', 'next', new Set(['open', 'mine']))).map(({ key }) => key)).toEqual(
    [],
  )
  expect((await openOutbox().takeOver('testare', 'next', new Set(['open']))).map(({ key }) => key)).toEqual([
    '3',
  ])
})

test('an edit that grows while it waits stands once', async () => {
  const outbox = openOutbox()
  await outbox.put({ ...edit('9', 'a', 'tredje'), because: { kind: 'undid' } })
  await outbox.put(edit('9', 'a', 'tredje'))
  expect(await outbox.takeOver('tredje', 'a', new Set())).toEqual([edit('9', 'a', 'tredje')])
})
