import type { Storage } from '../../server/storage/storage.ts'
import { STRANGER } from '../../server/usecases/deps.ts'
import { listEditions } from '../../server/usecases/publishing/read-edition.ts'
import { buildProfile } from '../support/build-profile.ts'
import { openMemoryStorage } from '../support/memory-storage.ts'
import { depsOn, publish } from '../support/published.ts'

const VERSIONS = 30

test('a list of many versions that has been read is read again without a look at their texts', async () => {
  const storage = await openMemoryStorage()
  const deps = depsOn(storage)
  const profile = buildProfile()
  for (let n = 0; n < VERSIONS; n++) {
    await publish(deps, { ...profile, purpose: `Syfte ${n}.` }, `1.0.${n}`)
  }
  const asked: string[] = []
  const watched: Storage = {
    ...storage,
    read: (work) =>
      storage.read((stores) => {
        const find = (id: string, version: string) => {
          asked.push(version)
          return stores.editions.find(id, version)
        }
        return work({ ...stores, editions: { ...stores.editions, find } })
      }),
  }
  const list = () =>
    listEditions({ ...deps, storage: watched }, STRANGER, { slug: 'testare', limit: 100, page: 1 })
  const first = await list()
  expect(asked).toHaveLength(VERSIONS)
  expect(await list()).toEqual(first)
  expect(asked).toHaveLength(VERSIONS)
  expect(first.editions.map(({ version }) => version)).toEqual(
    Array.from({ length: VERSIONS }, (_, n) => `1.0.${VERSIONS - 1 - n}`),
  )
  expect(first.editions.map(({ standing }) => standing).slice(0, 2)).toEqual(['current', 'superseded'])
  await storage.close()
})
