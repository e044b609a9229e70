import { DEFAULT_SETTINGS } from '../../../../server/domain/installation/settings.ts'
import {
  perspectiveInText,
  perspectiveTitle,
} from '../../../../server/domain/review/in-words/name-perspective.ts'

const SHIPPED = DEFAULT_SETTINGS.perspectives
const RENAMED = [
  { id: 'serviceUser', code: 'AN', name: 'Assistansanvändare' },
  { id: 'relatives', code: 'NÄ', name: 'Närstående' },
]

test.each([
  ['employee', 'Arbetstagare', 'arbetstagare', 'Employee', 'employee'],
  ['industryBody', 'Branschorganisation', 'branschorganisation', 'Industry body', 'industry body'],
  ['publicEmploymentService', 'Arbetsförmedlingen', 'Arbetsförmedlingen', 'Public employment service', 'public employment service'], // prettier-ignore
])('%s is %s in a heading and %s in a sentence, in English %s and %s', (id, ...names) => {
  expect([
    perspectiveTitle('sv', id, SHIPPED),
    perspectiveInText('sv', id, SHIPPED),
    perspectiveTitle('en', id, SHIPPED),
    perspectiveInText('en', id, SHIPPED),
  ]).toEqual(names)
})

test('the Swedish titles are the names that the product comes with', () => {
  expect(SHIPPED.map(({ id }) => perspectiveTitle('sv', id, []))).toEqual(SHIPPED.map(({ name }) => name))
})

test.each([
  ['one that the installation has renamed', 'serviceUser', 'Assistansanvändare'],
  ['one that it has added', 'relatives', 'Närstående'],
  ['one that it has done away with', 'gone', 'gone'],
])('%s is called as it is written, in any language', (_, id, name) => {
  for (const locale of ['sv', 'en'] as const) {
    expect(perspectiveTitle(locale, id, RENAMED)).toBe(name)
    expect(perspectiveInText(locale, id, RENAMED)).toBe(name)
  }
})
