import type { Section } from '../../web/router.ts'
import { isEmpty, isSameSection, placeIn } from '../../web/profile/sections.ts'
import { buildLink, buildProfile, id } from '../support/build-profile.ts'

const profile = buildProfile({
  personalSuitability: [{ id: id('s'), text: 'Visar lugn.', reason: 'Arbetet är nära.' }],
  wordList: [{ id: id('w'), term: 'lyft', explanation: 'Hjälpmedel.', translations: [] }],
})
const link = profile.modules[0]!
const inModule: Section = { part: 'module', moduleId: link.module.id }

test.each<[string, string, string, Section]>([
  ['the profile’s purpose', profile.id, 'purpose', { part: 'role' }],
  ['its delimitations', profile.id, 'delimitations', { part: 'delimitations' }],
  ['a point of suitability', id('s'), 'reason', { part: 'suitability' }],
  ['a word', id('w'), 'term', { part: 'words' }],
  ['a module’s title', link.module.id, 'title', inModule],
  ['a criterion', link.module.outcomes[0]!.criteria[0]!.id, 'text', inModule],
  ['something that is gone', id('gone'), 'text', { part: 'role' }],
])('%s stands in its part of the draft', (_, itemId, field, section) => {
  expect(placeIn(profile, { itemId, field })).toEqual(section)
})

test('two modules are two parts', () => {
  expect(isSameSection(inModule, { ...inModule })).toBe(true)
  expect(isSameSection(inModule, { part: 'module', moduleId: id('another') })).toBe(false)
  expect(isSameSection({ part: 'role' }, inModule)).toBe(false)
})

test('a part is empty until something is written there', () => {
  const bare = buildProfile({
    delimitations: ' \n',
    personalSuitability: [],
    wordList: [],
    modules: [buildLink({ id: id('new'), outcomes: [] })],
  })
  const parts: Section[] = [
    { part: 'role' },
    { part: 'suitability' },
    { part: 'delimitations' },
    { part: 'words' },
    { part: 'module', moduleId: id('new') },
  ]
  expect(parts.map((section) => isEmpty(bare, section))).toEqual([false, true, true, true, true])
  expect(isEmpty(profile, inModule)).toBe(false)
})
