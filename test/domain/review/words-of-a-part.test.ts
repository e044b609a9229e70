import { divideText } from '../../../server/domain/review/text.ts'
import { buildProfile } from '../../support/build-profile.ts'
import { sha256 } from '../../../server/seal.ts'

const WORD = {
  id: 'ordet',
  term: 'lyft',
  explanation: 'redskap som lyfter',
  translations: [{ language: 'en', text: 'a hoist that nobody on the panel has to read' }],
}

test('the words of a part are those that one reads: no ids, no names of fields, no other languages', () => {
  const profile = {
    ...buildProfile(),
    purpose: 'Ett syfte',
    targetGroup: '',
    delimitations: '',
    levelRationale: 'Därför',
    roleDescription: '',
    personalSuitability: [],
    wordList: [WORD],
  }
  const [own] = divideText(profile, sha256)
  const titleWords = profile.title.split(' ').length
  expect(own?.words).toBe(titleWords + 'Ett syfte Därför lyft redskap som lyfter'.split(' ').length)
})
