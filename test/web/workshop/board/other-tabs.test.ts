import { openOtherTabs } from '../../../../web/workshop/board/other-tabs.ts'

test('tabs of one board tell each other, a newcomer hears what is there, and other boards hear nothing', async () => {
  const heard = new Set<string>()
  const open = (board: string, name: string, whole: number) => {
    const tabs = openOtherTabs(board)
    const all = () => new Uint8Array([whole])
    tabs.listen((update) => heard.add(`${name} hears ${update.join()}`), all)
    return tabs
  }
  const stranger = open('b', 'stranger', 3)
  const one = open('a', 'one', 1)
  const other = open('a', 'other', 2)
  while (!heard.has('other hears 1')) await new Promise(setImmediate)
  other.tell(new Uint8Array([7]))
  while (!heard.has('one hears 7')) await new Promise(setImmediate)
  for (const tabs of [one, other, stranger]) tabs.close()
  expect([...heard]).toEqual(['other hears 1', 'one hears 7'])
})
