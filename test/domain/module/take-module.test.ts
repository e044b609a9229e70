import { copyModule, linkModule } from '../../../server/domain/module/take-module.ts'
import { idOf, itemsOf } from '../../../server/domain/profile/items.ts'
import { buildCriterion, buildModule, buildOutcome, buildProfile, id } from '../../support/build-profile.ts'

const module = buildModule({
  id: id('m'),
  outcomes: [buildOutcome({ id: id('o'), criteria: [buildCriterion({ id: id('c') })] })],
})
const source = { profileSlug: 'annan', version: '1.2.0', moduleId: id('m') }
const idsIn = (link: ReturnType<typeof linkModule>) =>
  [...itemsOf(buildProfile({ modules: [link] }))].slice(1).map(({ item }) => idOf(item))

test('a linked module is the same module, pinned to its version', () => {
  const link = linkModule({ source, module, obligation: 'optional' })
  expect(link).toEqual({ obligation: 'optional', linkedFrom: source, module })
})

test('a copied module has the same words, its origin, and ids of its own all through', () => {
  let next = 0
  const link = copyModule({ source, module, obligation: 'mandatory' }, () => id(`new${next++}`))
  expect(link.module.origin).toEqual(source)
  expect(link.linkedFrom).toBeUndefined()
  expect(idsIn(link)).toEqual(['new0', 'new1', 'new2'].map(id))
  expect(link.module.outcomes[0]?.criteria[0]?.text).toBe(module.outcomes[0]?.criteria[0]?.text)
})
