import { findItem } from '../../../../server/domain/profile/items.ts'
import { wordingOf } from '../../../../server/domain/profile/wordings.ts'
import { sha256 } from '../../../../web/controllers/sha256.ts'
import { canReword, withChange, wordsOf } from '../../../../web/review/settle/amending.ts'
import { buildCriterion, buildLink, buildOutcome, buildProfile, id } from '../../../support/build-profile.ts'

const criterion = buildCriterion({ id: id('kriterium'), text: 'Kontrollerar lås.' })
const outcome = buildOutcome({ id: id('utfall'), text: 'lyfta', criteria: [criterion] })
const profile = buildProfile({
  id: id('profil'),
  modules: [buildLink({ id: id('modul'), title: 'Lyft', outcomes: [outcome] })],
  personalSuitability: [{ id: id('lamplig'), text: 'Lugn', reason: 'Arbetet är brådskande.' }],
  wordList: [{ id: id('ord'), term: 'lyft', explanation: 'ett hjälpmedel', translations: [] }],
})

test.each([
  ['kriterium', true, 'Kontrollerar lås.'],
  ['utfall', true, 'lyfta'],
  ['modul', true, 'Lyft'],
  ['lamplig', true, 'Lugn'],
  ['ord', false, ''],
  ['profil', false, ''],
  ['borta', false, ''],
])('whether the panel can reword %s: %s', (name, can, words) => {
  expect(canReword(profile, { id: id(name) })).toBe(can)
  expect(wordsOf(profile, id(name))).toBe(words)
})

test('a change can be looked at before it is made', () => {
  const found = findItem(profile, criterion.id)
  const hash = found ? sha256(wordingOf(found)) : ''
  const next = withChange(profile, { act: 'reword', itemId: criterion.id, hash, to: 'Provar lås.' })
  expect(next && wordsOf(next, criterion.id)).toBe('Provar lås.')
  expect(wordsOf(profile, criterion.id)).toBe('Kontrollerar lås.')
})

test('words that have changed since cannot be changed', () => {
  const stale = sha256('Andra ord.')
  expect(
    withChange(profile, { act: 'reword', itemId: criterion.id, hash: stale, to: 'Provar lås.' }),
  ).toBeNull()
})
