import { setImmediate } from 'node:timers/promises'
import { html, type Html } from '../../server/site/html.ts'
import { pageShelf, readyPage } from '../../server/site/send-page.ts'

const LENGTH = 1000
const pageOf = (letter: string) => html`${letter.repeat(LENGTH)}`
const { plain, gzipped } = readyPage(pageOf('a'))
const WEIGHT = plain.length + gzipped.length

function watchedShelf(room: number) {
  const shelf = pageShelf(room)
  const made: string[] = []
  const ask = (name: string, make: () => Promise<Html> = () => Promise.resolve(pageOf('a'))) =>
    shelf(name, async () => {
      made.push(name)
      await setImmediate()
      return make()
    })
  return { ask, made }
}

test('those who ask for a page at once wait for the same one', async () => {
  const { ask, made } = watchedShelf(10 * WEIGHT)
  const pages = await Promise.all(['a', 'a', 'a'].map((name) => ask(name)))
  expect([made, new Set(pages).size]).toEqual([['a'], 1])
})

test('a page that many asked for at once takes no more room than any other', async () => {
  const { ask, made } = watchedShelf(3 * WEIGHT)
  for (const name of ['a', 'b', 'c']) await Promise.all([ask(name), ask(name), ask(name)])
  for (const name of ['a', 'b', 'c']) await ask(name)
  expect(made).toEqual(['a', 'b', 'c'])
})

test('where there is no more room, the page that was asked for longest ago goes', async () => {
  const { ask, made } = watchedShelf(2 * WEIGHT)
  for (const name of ['a', 'b', 'a', 'c', 'a', 'b']) await ask(name)
  expect(made).toEqual(['a', 'b', 'c', 'b'])
})

test('a page that could not be made is made when it is asked for again', async () => {
  const { ask } = watchedShelf(WEIGHT)
  await expect(ask('a', () => Promise.reject(new Error('the disk is gone')))).rejects.toThrow(
    'the disk is gone',
  )
  expect((await ask('a')).plain).toEqual(plain)
})
