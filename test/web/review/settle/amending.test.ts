import { findItem } from '../../../../server/domain/profile/items.ts'
import { wordingOf } from '../../../../server/domain/profile/wordings.ts'
import { sha256 } from '../../../../web/controllers/sha256.ts'
import { changeOf, fieldsOf, rewording, withChange, wordsOf } from '../../../../web/review/settle/amending.ts'
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
  ['kriterium', 'text', 'Kontrollerar lås.'],
  ['utfall', 'text', 'lyfta'],
  ['modul', 'title', 'Lyft'],
  ['lamplig', 'text', 'Lugn'],
  ['ord', 'explanation', 'ett hjälpmedel'],
  ['profil', 'title', profile.title],
  ['borta', undefined, ''],
])('of %s, what is written anew first is its %s', (name, field, words) => {
  expect(fieldsOf(profile, id(name))[0]).toBe(field)
  expect(wordsOf(profile, id(name))).toBe(words)
})

const word = {
  id: id('ord'),
  kind: 'word' as const,
  number: '',
  hash: '',
  wording: 'lyft: ett hjälpmedel',
}

test('a word that is proposed with its explanation gives the explanation', () => {
  expect(rewording(profile, word, 'lyft: ett hjälpmedel att lyfta med')?.to).toBe(
    'ett hjälpmedel att lyfta med',
  )
})

test('what is not in the text is not written anew', () => {
  expect(rewording(profile, { ...word, id: id('borta') })).toBeNull()
})

test('prose is written anew from the words that were seen', () => {
  const change = changeOf(
    { item: word, field: 'explanation' },
    { hash: '', words: 'ett hjälpmedel' },
    'hjälp',
  )
  const next = withChange(profile, change)
  expect(next && wordsOf(next, word.id)).toBe('hjälp')
  expect(withChange(profile, { ...change, from: 'andra ord' } as typeof change)).toBeNull()
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
