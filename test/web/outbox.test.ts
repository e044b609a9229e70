import 'fake-indexeddb/auto'
import { openOutbox, type PendingEdit } from '../../web/controllers/outbox.ts'

const edit = (key: string, tab: string, slug = 'testare'): PendingEdit => ({
  key,
  slug,
  tab,
  command: { act: 'remove', itemKind: 'word', itemId: key },
})
const here = (tab: string, ...open: string[]) => ({ tab, openTabs: new Set(open), me: 'anna' })

test('edits come back in their order, those of a closed tab too, and change hands', async () => {
  const outbox = openOutbox()
  for (const each of [edit('3', 'closed'), edit('1', 'mine'), edit('2', 'open'), edit('4', 'mine', 'annan')])
    await outbox.put(each)
  const found = await outbox.takeOver('testare', here('mine', 'open'))
  expect(found.map(({ key, tab }) => `${key} ${tab}`)).toEqual(['1 mine', '3 mine'])
  await outbox.remove('1')
  expect((await outbox.takeOver('testare', here('next', 'open', 'mine'))).map(({ key }) => key)).toEqual([])
  expect((await openOutbox().takeOver('testare', here('next', 'open'))).map(({ key }) => key)).toEqual(['3'])
})

test('an edit that grows while it waits stands once', async () => {
  const outbox = openOutbox()
  await outbox.put({ ...edit('9', 'a', 'tredje'), because: { kind: 'undid' } })
  await outbox.put(edit('9', 'a', 'tredje'))
  expect(await outbox.takeOver('tredje', here('a'))).toEqual([edit('9', 'a', 'tredje')])
})

test('what somebody has written is left for them, and never comes to the next person in the same browser', async () => {
  const outbox = openOutbox()
  await outbox.put({ ...edit('11', 'closed', 'delad'), by: 'anna' })
  await outbox.put({ ...edit('12', 'closed', 'delad'), by: 'bo' })
  const keysOf = async (me: string) =>
    (await outbox.takeOver('delad', { ...here('a'), me })).map(({ key }) => key)
  expect([await keysOf('bo'), await keysOf('anna')]).toEqual([['12'], ['11']])
})
