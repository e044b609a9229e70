import fc from 'fast-check'
import type { OccupationalProfile } from '../../../schemas/types.ts'
import { editDraft } from '../../../server/domain/profile/edit-draft.ts'
import { digestOf, divideText } from '../../../server/domain/review/text.ts'
import { sha256 } from '../../../server/seal.ts'
import { buildVariedProfile, commandFor, editChoices } from '../../support/arbitrary-edits.ts'
import { buildCriterion, buildLink, buildOutcome, buildProfile, id } from '../../support/build-profile.ts'
import {
  CRITERION,
  MODULE,
  OTHER_MODULE,
  OUTCOME,
  PROFILE,
  SIBLING,
  SUITABILITY,
  TEXT,
  WORD,
} from './panel-story.ts'

const partsOf = (profile: OccupationalProfile) =>
  new Map(divideText(profile, sha256).map((part) => [part.id, part]))
const digest = (profile: OccupationalProfile) => digestOf(divideText(profile, sha256), sha256)

test('a text has a part for the profile, with its suitability and words, and one for each module', () => {
  const shown = divideText(TEXT, sha256).map((part) => [
    `${part.number} ${part.title}`.trim(),
    ...part.items.map(({ kind, number, wording }) => `${kind} ${number} ${wording}`.replace('  ', ' ')),
  ])
  expect(shown).toEqual([
    ['Testare', 'frame Testare', 'suitability Lyssnar.', 'word lyft: att förflytta uppåt'],
    [
      '1 Förflyttning',
      'frame 1 Förflyttning',
      'outcome 1.1 förflytta en person mellan säng och stol',
      'criterion 1.1 a Kontrollerar selen.',
      'criterion 1.1 b Berättar vad som ska hända.',
    ],
    [
      '2 Dokumentation',
      'frame 2 Dokumentation',
      'outcome 2.1 förflytta en person mellan säng och stol',
      'criterion 2.1 a Berättar för personen vad som ska hända.',
    ],
  ])
})

test('every part and item has an id of its own, but for the frame, which has the id of its part', () => {
  const parts = divideText(TEXT, sha256)
  expect(parts.map((part) => part.id)).toEqual([PROFILE, MODULE, OTHER_MODULE])
  expect(parts[1]?.items.map((item) => item.id)).toEqual([MODULE, OUTCOME, CRITERION, SIBLING])
  expect(parts[0]?.items.map((item) => item.id)).toEqual([PROFILE, SUITABILITY, WORD])
})

/** Everything that a profile can say, each thing at least once. */
const FULL: OccupationalProfile = buildProfile({
  targetGroup: 'De som provar.',
  delimitations: 'Inte maskiner.',
  occupationReferences: [{ scheme: 'ssyk2012', id: '5330', label: 'Vårdbiträden' }],
  personalSuitability: [
    { id: id('s'), text: 'Lyssnar.', reason: 'Det behövs.', variants: [variant('text')] },
  ],
  wordList: [
    {
      id: id('w'),
      term: 'lyft',
      explanation: 'uppåt',
      translations: [{ language: 'en', text: 'lift' }],
      variants: [variant('explanation')],
    },
  ],
  modules: [
    buildLink(
      {
        id: id('m'),
        prerequisites: 'Inga.',
        volume: { points: 5, unit: 'days' } as never,
        variants: [variant('title')],
        outcomes: [
          buildOutcome({
            id: id('o'),
            variants: [variant('text')],
            criteria: [
              buildCriterion({
                id: id('c'),
                assessmentMethods: ['observation', 'task'],
                variants: [variant('text')],
              }),
              buildCriterion({ id: id('d'), text: 'Frågar.' }),
            ],
          }),
        ],
      },
      { linkedFrom: { profileSlug: 'annan', version: '1.0.0', moduleDigest: 'x' } as never },
    ),
    buildLink({ id: id('n'), outcomes: [buildOutcome({ id: id('p') })] }),
  ],
})

function variant(field: 'title' | 'text' | 'explanation') {
  return { field, language: 'en', text: `in English: ${field}`, madeFrom: '0'.repeat(64) } as never
}

/** Every leaf of a JSON value, with a copy of the whole in which that leaf is another. */
function* otherwise(
  profile: OccupationalProfile,
): Generator<{ path: string; changed: OccupationalProfile; part: string }> {
  const paths: (string | number)[][] = []
  const walk = (value: unknown, path: (string | number)[]) => {
    if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value))
        walk(inner, [...path, Array.isArray(value) ? Number(key) : key])
      if (Array.isArray(value) && value.length > 1) paths.push([...path, 'swapped'])
    } else paths.push(path)
  }
  walk(profile, [])
  for (const path of paths) {
    const changed = structuredClone(profile)
    const last = path.at(-1) ?? ''
    const holder = path
      .slice(0, -1)
      .reduce<Record<string, unknown>>(
        (value, key) => value[key] as Record<string, unknown>,
        changed as unknown as Record<string, unknown>,
      )
    if (last === 'swapped') (holder as unknown as unknown[]).reverse()
    else {
      const value = holder[last]
      holder[last] =
        typeof value === 'number' ? value + 1 : typeof value === 'boolean' ? !value : `${String(value)} till`
    }
    const inModule = path[0] === 'modules' && typeof path[1] === 'number'
    const part = inModule ? profile.modules[path[1] as number]!.module.id : profile.id
    yield { path: path.join('.'), changed, part }
  }
}

const changes = [...otherwise(FULL)].filter(
  ({ path }) => !/(^|\.)id$/u.test(path) || path.startsWith('occupation'),
)

test.each(changes.map(({ path, changed, part }) => [path, part, changed] as const))(
  'what stands in %s is covered by a hash, and by those of one part only',
  (_, part, changed) => {
    const [before, after] = [partsOf(FULL), partsOf(changed)]
    expect(digest(changed)).not.toBe(digest(FULL))
    const touched = [...before.keys()].filter((each) => before.get(each)?.hash !== after.get(each)?.hash)
    expect(touched).toEqual([part])
    const items = (parts: typeof before) =>
      new Map(parts.get(part)?.items.map((item) => [item.id, item.hash]))
    const [was, is] = [items(before), items(after)]
    expect([...was].filter(([item, hash]) => is.get(item) !== hash)).toHaveLength(1)
  },
)

test('whatever is edited, a change of the text changes a hash, and no part changes that has the same text', () => {
  fc.assert(
    fc.property(fc.array(editChoices, { minLength: 1, maxLength: 5 }), (choices) => {
      const first = buildVariedProfile()
      const second = choices.reduce((profile, choice) => {
        const edited = editDraft(profile, commandFor(profile, choice))
        return edited.ok ? edited.next : profile
      }, first)
      const [before, after] = [partsOf(first), partsOf(second)]
      const isSame = fold(first) === fold(second)
      expect(digest(first) === digest(second)).toBe(isSame)
      for (const { module } of first.modules) {
        const now = second.modules.find((link) => link.module.id === module.id)
        const then = first.modules.find((link) => link.module.id === module.id)
        expect(after.has(module.id)).toBe(now !== undefined)
        const isKept = now !== undefined && fold(now) === fold(then)
        expect(after.get(module.id)?.hash === before.get(module.id)?.hash).toBe(isKept)
      }
    }),
    { numRuns: 150 },
  )
})

/** Wordings are the same when they read the same: white space and the form of accents are no words. */
function fold(value: unknown): string {
  return JSON.stringify(value, (key, inner: unknown) =>
    typeof inner === 'string' && ['text', 'term', 'explanation'].includes(key)
      ? inner.normalize('NFC').replace(/\s+/gu, ' ').trim()
      : inner,
  )
}

test.each<[what: string, one: [string, string], other: [string, string], isSame: boolean]>([
  ['a term with a colon and its explanation', ['a: b', 'c'], ['a', 'b: c'], false],
  ['a term that ends with a colon', ['a:', 'b'], ['a', ': b'], false],
  ['the same with more room between', ['a  b', 'c'], ['a b', ' c'], true],
  ['the same with another form of its accents', ['bår', 'c'], ['ba\u030Ar', 'c'], true],
])('%s: the same words or not', (_, one, other, isSame) => {
  const withWord = ([term, explanation]: [string, string]) =>
    buildProfile({ wordList: [{ id: id('w'), term, explanation, translations: [] }], modules: [] })
  expect(digest(withWord(one)) === digest(withWord(other))).toBe(isSame)
})

test('the order in which fields happen to be stored is nobody’s text', () => {
  const reversed = JSON.parse(JSON.stringify(FULL), (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toReversed())
      : value,
  ) as OccupationalProfile
  expect(digest(reversed)).toBe(digest(FULL))
})

test('a part says how many words there are to read in it', () => {
  const words = (profile: OccupationalProfile) => partsOf(profile).get(MODULE)?.words ?? 0
  const longer = structuredClone(TEXT)
  longer.modules[0]!.module.outcomes[0]!.criteria[0]!.text = 'Kontrollerar selen två gånger till.'
  expect(words(longer) - words(TEXT)).toBe(3)
})
