import 'fake-indexeddb/auto'
import { HalfWriting } from '../../../web/panel/half-writing.ts'
import { halfWrittenStore, type HalfWrittenStore } from '../../../web/panel/kept/half-written-store.ts'
import { panelDatabase } from '../../../web/panel/kept/panel-database.ts'
import { calm } from './world.ts'

let ids = 0
const writing = (store: HalfWrittenStore, me = 'anna') =>
  new HalfWriting({ me, store, newId: () => `act ${++ids}` })
const database = panelDatabase('half-writing')
const store = halfWrittenStore(database)
afterAll(() => database.close())

test('words that were begun are there when the page is opened again, and would be the same act', async () => {
  const before = writing(store)
  before.write('a', { text: 'Det' })
  before.write('a', { text: 'Det går' })
  const actId = before.actId('a')
  await calm()
  const after = writing(store)
  await after.open()
  expect(after.fields('a')).toEqual({ text: 'Det går' })
  expect(after.actId('a')).toBe(actId)
})

test('they are nobody else’s', async () => {
  const others = writing(store, 'bo')
  await others.open()
  expect(others.fields('a')).toBeNull()
})

test('what has been sent is forgotten, and the next words are another act', async () => {
  const page = writing(store)
  await page.open()
  const first = page.actId('a')
  page.forget('a')
  page.write('a', { text: 'Nytt' })
  await calm()
  const after = writing(store)
  await after.open()
  expect(after.fields('a')).toEqual({ text: 'Nytt' })
  expect(after.actId('a')).not.toBe(first)
})

test('on a device that keeps nothing, one writes all the same', async () => {
  const full = () => Promise.reject(new DOMException('full', 'QuotaExceededError'))
  const page = writing({ of: full, keep: full, forget: full })
  await page.open()
  page.write('a', { text: 'Det går' })
  await calm()
  expect(page.fields('a')).toEqual({ text: 'Det går' })
})
