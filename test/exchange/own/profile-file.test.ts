import fc from 'fast-check'
import type { OccupationalProfile } from '../../../schemas/types.ts'
import { editDraft } from '../../../server/domain/profile/edit-draft.ts'
import { itemsOf, idOf } from '../../../server/domain/profile/items.ts'
import { readProfileFile } from '../../../server/exchange/own/read-profile-file.ts'
import { writeDraftFile } from '../../../server/exchange/own/write-profile-file.ts'
import { readFile } from '../../../server/exchange/read-file.ts'
import { buildVariedProfile, commandFor, editChoices } from '../../support/arbitrary-edits.ts'
import { buildCriterion, buildLink, buildOutcome, buildProfile, id } from '../../support/build-profile.ts'

const asFile = (profile: OccupationalProfile) => JSON.parse(JSON.stringify(writeDraftFile(profile))) as Loose
type Loose = { [field: string]: unknown; profile: Record<string, unknown> }
const read = (file: unknown) => readProfileFile(file, () => id('new'))
const told = (reading: ReturnType<typeof read>) =>
  reading.ok
    ? [...reading.repaired, ...reading.leftOut].map(({ code, pointer }) => `${code} ${pointer}`)
    : reading.faults.map(({ code, pointer }) => `fault ${code} ${pointer}`)

test('whatever is edited, a written draft reads as the same profile, with nothing to remark upon', () => {
  fc.assert(
    fc.property(fc.array(editChoices, { maxLength: 20 }), (choices) => {
      let profile = buildVariedProfile()
      for (const choice of choices) {
        const edited = editDraft(profile, commandFor(profile, choice))
        if (edited.ok) profile = edited.next
      }
      const reading = read(asFile(profile))
      expect(told(reading)).toEqual([])
      expect(reading).toMatchObject({ ok: true, profile })
    }),
    { numRuns: 50 },
  )
})

describe('unknown fields are left out and told,', () => {
  test.each<[string, (file: Loose) => void, string]>([
    ['at the top', (file) => (file.colour = 'red'), 'unknown-field /colour'],
    ['in the profile', ({ profile }) => (profile.colour = { a: [1] }), 'unknown-field /profile/colour'],
    [
      'with signs in their names that a pointer escapes',
      ({ profile }) => (profile['a/b~c'] = 1),
      'unknown-field /profile/a~1b~0c',
    ],
    [
      'in a decision, which may also be absent',
      (file) => {
        const decision = { decidedOn: '2026-01-15', decidedBy: 'x', grounds: 'y', colour: 1 }
        file.published = { version: '1.0.0', decision }
      },
      'unknown-field /published/decision/colour',
    ],
    [
      'called __proto__',
      (file) => {
        const evil = JSON.parse('{"__proto__": {"polluted": true}}') as object
        const { profile } = file
        file.profile = JSON.parse(
          JSON.stringify(profile).replace('{', `{${JSON.stringify(evil).slice(1, -1)},`),
        ) as Loose
      },
      'unknown-field /profile/__proto__',
    ],
    [
      'called constructor',
      ({ profile }) => (profile.constructor = { prototype: {} } as never),
      'unknown-field /profile/constructor',
    ],
  ])('%s', (_, change, remark) => {
    const file = asFile(buildProfile())
    change(file)
    const reading = read(file)
    expect(told(reading)).toEqual([remark])
    expect(reading).toMatchObject({
      ok: true,
      profile: buildProfile({ modules: expect.anything() as never }),
    })
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })
})

describe('texts are kept as they mean, and what was done is told:', () => {
  test.each([
    ['decomposed letters', 'Fo\u0308ra\u030Are', 'Föråre'],
    ['zero-width spaces', 'Te\u200Bst', 'Test'],
    ['direction overrides', '\u202EtseT', 'tseT'],
    ['halves of characters', 'Test \uD83E', 'Test \uFFFD'],
  ])('%s', (_, given, kept) => {
    const file = asFile(buildProfile())
    file.profile.title = given
    const reading = read(file)
    expect(reading).toMatchObject({ ok: true, profile: { title: kept } })
    expect(told(reading)).toEqual(['text-cleaned /profile/title'])
  })

  test('HTML is text like any other', () => {
    const title = '<img src=x onerror=alert(1)> & <b>Testare</b>'
    expect(read(asFile(buildProfile({ title })))).toMatchObject({
      ok: true,
      repaired: [],
      profile: { title },
    })
  })
})

test('of two items with the same id the later gets one of its own, wherever they stand', () => {
  const criterion = buildCriterion({ id: id('twice') })
  const outcomes = [buildOutcome({ criteria: [criterion] }), buildOutcome({ criteria: [criterion] })]
  const reading = read(
    asFile(buildProfile({ modules: [buildLink({ outcomes }), buildLink({ id: id('profile') })] })),
  )
  if (!reading.ok) throw new Error('refused')
  const ids = Array.from(itemsOf(reading.profile), ({ item }) => idOf(item))
  expect(ids).toContain(id('twice'))
  expect(told(reading)).toEqual([
    'id-renewed /profile/modules/0/module/outcomes/1/criteria/0',
    'id-renewed /profile/modules/1/module',
  ])
})

describe('a file that breaks the schema is refused whole, with every fault:', () => {
  test.each<[string, (file: Loose) => void, string[]]>([
    [
      'wrong types',
      ({ profile }) => Object.assign(profile, { title: 7, seqfLevel: 'x' }),
      ['/profile/title', '/profile/seqfLevel'],
    ],
    [
      'missing fields',
      ({ profile }) => (delete profile.id, delete profile.owner),
      ['/profile/id', '/profile/owner'],
    ],
    ['a level that does not exist', ({ profile }) => (profile.seqfLevel = 9), ['/profile/seqfLevel']],
    ['an address that is none', ({ profile }) => (profile.slug = '../../etc'), ['/profile/slug']],
    ['an id that is none', ({ profile }) => (profile.id = "1'; drop table log"), ['/profile/id']],
    ['a text of a megabyte', ({ profile }) => (profile.title = 'å'.repeat(1_000_000)), ['/profile/title']],
  ])('%s', (_, change, pointers) => {
    const file = asFile(buildProfile())
    change(file)
    const reading = read(file)
    expect(reading.ok ? [] : reading.faults.map(({ pointer }) => pointer)).toEqual(
      expect.arrayContaining(pointers),
    )
  })
})

test.each<[string, unknown]>([
  ['nothing', null],
  ['a text', 'hej'],
  ['a number', 7],
  ['an empty list', []],
  ['an empty object', {}],
  ['a profile without its envelope', buildProfile()],
  ['our format with nothing in it', { format: 'profilverkstad-profile-1' }],
  [
    'a format of ours from the future',
    { format: 'profilverkstad-profile-2', profile: buildProfile(), published: null },
  ],
  ['a format that is no text', { format: {} }],
])('%s is no profile', (_, file) => {
  expect(readFile(file, 'sv', () => id())).toMatchObject({ ok: false })
})

test('what is nested beyond reason is refused before it is walked through', () => {
  const file = asFile(buildProfile())
  let deep: unknown = 1
  for (let depth = 0; depth < 100_000; depth++) deep = { deep }
  expect(readFile({ ...file, deep }, 'sv', () => id())).toMatchObject({
    ok: false,
    faults: [{ code: 'depth' }],
  })
})

test('a file with 100,000 wrong parts is refused, and keeps nobody waiting', () => {
  const file = asFile(buildProfile())
  file.profile.modules = Array.from({ length: 100_000 }, () => 5)
  const reading = read(file)
  expect(reading.ok ? [] : reading.faults).toMatchObject([{ code: 'type', pointer: '/profile/modules/0' }])
})
