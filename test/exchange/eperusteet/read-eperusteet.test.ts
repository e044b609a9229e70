import { faultsOf } from '../../../server/contract.ts'
import { writeDraftFile } from '../../../server/exchange/own/write-profile-file.ts'
import { readFile } from '../../../server/exchange/read-file.ts'
import type { Reading } from '../../../server/exchange/reading.ts'
import { id } from '../../support/build-profile.ts'

type Read = Extract<Reading, { ok: true }>

/** A response, read; with ids that can be foreseen. */
function read(file: unknown): Read {
  let count = 0
  const reading = readFile(file, 'sv', () => id(`new${++count}`))
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults))
  return reading
}

const told = ({ repaired, leftOut }: Read) => ({
  repaired: repaired.map(({ code, pointer }) => `${code} ${pointer}`),
  leftOut: leftOut.map(({ code, pointer }) => `${code} ${pointer}`),
})

/** A profile as an outline: modules, outcomes and criteria by their words. */
const outline = ({ profile }: Read) =>
  profile.modules.map(({ module }) => ({
    [module.title]: module.outcomes.map(({ text, criteria }) => ({
      [text]: criteria.map((each) => each.text),
    })),
  }))

const both = (sv: string) => ({ fi: `${sv} suomeksi`, sv, _id: '1' })
const unit = (more: object = {}) => ({ id: 1, tila: 'valmis', nimi: both('Sortera återbruk'), ...more })
const grade = (level: string, ...texts: unknown[]) => ({ _osaamistaso: level, kriteerit: texts })
const graded = (...grades: unknown[]) => ({
  arviointi: {
    arvioinninKohdealueet: [
      { otsikko: both('Sortering'), arvioinninKohteet: [{ osaamistasonKriteerit: grades }] },
    ],
  },
})
const AREA = '/data/0/arviointi/arvioinninKohdealueet/0'
const GRADES = `${AREA}/arvioinninKohteet/0/osaamistasonKriteerit`

describe('a response of ePerusteet', () => {
  test('in its newer form becomes modules with an outcome for each area and a criterion for each requirement', () => {
    const requirements = {
      ammattitaitovaatimukset2019: {
        kohdealueet: [
          {
            kuvaus: both('Sortering'),
            vaatimukset: [{ vaatimus: both('sorterar textil') }, { vaatimus: both('väger') }],
          },
          { kuvaus: both('Säkerhet'), vaatimukset: [{ vaatimus: both('lyfter rätt') }] },
        ],
      },
    }
    const reading = read({ data: [unit(requirements), unit({ nimi: both('Bemöta kunder') })] })
    expect(outline(reading)).toEqual([
      { 'Sortera återbruk': [{ Sortering: ['sorterar textil', 'väger'] }, { Säkerhet: ['lyfter rätt'] }] },
      { 'Bemöta kunder': [] },
    ])
    expect(told(reading)).toEqual({ repaired: ['category-assumed /data/0'], leftOut: [] })
  })

  test('in its older form gives the criteria of the lowest grade that passes, and tells of the higher', () => {
    const reading = read({
      data: [
        unit(
          graded(
            grade('3', both('snabbt')),
            grade('2', both('under handledning')),
            grade('4', both('lär andra')),
          ),
        ),
      ],
    })
    expect(outline(reading)).toEqual([{ 'Sortera återbruk': [{ Sortering: ['under handledning'] }] }])
    expect(reading.leftOut).toEqual([{ code: 'higher-grades', pointer: GRADES, values: { count: 2 } }])
  })

  test('is a draft without what only people can say: level, categories, approval', () => {
    const { profile, published } = read({ data: [unit(graded(grade('1', both('sorterar'))))] })
    expect(published).toBeNull()
    expect(profile).toMatchObject({
      slug: 'sortera-aterbruk',
      title: 'Sortera återbruk',
      owner: 'Inläst från ePerusteet, Utbildningsstyrelsen',
      seqfLevel: null,
    })
    expect(profile.modules[0]).toMatchObject({
      obligation: 'mandatory',
      module: { seqfLevel: null, levelRationale: '' },
    })
    expect(faultsOf('profile-file', writeDraftFile(profile))).toEqual([])
  })

  test.each<[string, unknown, string]>([
    ['a page of units', { data: [unit()] }, '/data/0'],
    ['a list of units', [unit()], '/0'],
    ['a single unit', unit(), ''],
  ])('may be %s, and places are told as they are in the file', (_, file, place) => {
    const [first] = Array.isArray(file) ? file : [file]
    const target = 'data' in (first as object) ? (first as { data: object[] }).data[0] : first
    Object.assign(target as object, { nimi: { fi: 'Lajittelu' } })
    expect(told(read(file)).repaired).toEqual([`only-finnish ${place}/nimi`])
  })
})

describe('where only Finnish exists', () => {
  test('the Finnish text comes in, marked so, and is told', () => {
    const reading = read({
      data: [unit({ nimi: { fi: 'Lajittelu', sv: ' ' }, ...graded(grade('1', { fi: 'lajittelee' })) })],
    })
    expect(outline(reading)).toEqual([
      { 'Endast på finska: Lajittelu': [{ Sortering: ['Endast på finska: lajittelee'] }] },
    ])
    expect(told(reading).repaired).toEqual([
      `only-finnish ${GRADES}/0/kriteerit/0`,
      'category-assumed /data/0',
      'only-finnish /data/0/nimi',
    ])
  })

  test('the mark is in the language of whoever reads the file in', () => {
    const reading = readFile({ data: [unit({ nimi: { fi: 'Lajittelu' } })] }, 'en', () => id('new'))
    expect(reading).toMatchObject({ ok: true, profile: { title: 'Only in Finnish: Lajittelu' } })
  })
})

describe('what is mended is told, at its place:', () => {
  test.each<[string, string, string, string]>([
    ['HTML', '<p>sorterar <b>textil</b></p>', 'sorterar textil', 'html-removed'],
    ['no-break spaces written out', 'sorterar&nbsp;textil', 'sorterar textil', 'html-removed'],
    ['decomposed letters', 'va\u0308ger', 'väger', 'text-cleaned'],
    ['invisible characters', 'vä\u200Bger', 'väger', 'text-cleaned'],
    ['texts longer than one may be', 'å'.repeat(2001), 'å'.repeat(2000), 'text-cut'],
  ])('%s', (_, given, taken, code) => {
    const reading = read({ data: [unit(graded(grade('1', { sv: given })))] })
    expect(reading.profile.modules[0]?.module.outcomes[0]?.criteria[0]?.text).toBe(taken)
    expect(told(reading).repaired).toContain(`${code} ${GRADES}/0/kriteerit/0/sv`)
  })

  test('a title longer than one may be, Finnish or Swedish', () => {
    for (const nimi of [{ sv: 'å'.repeat(300) }, { fi: 'å'.repeat(300) }]) {
      const { profile, repaired } = read({ data: [unit({ nimi })] })
      expect(profile.modules[0]?.module.title).toHaveLength(200)
      expect(repaired).toContainEqual(expect.objectContaining({ code: 'text-cut', values: { length: 200 } }))
      expect(faultsOf('profile-file', writeDraftFile(profile))).toEqual([])
    }
  })
})

describe('what is left out is told, at its place:', () => {
  test.each<[string, object, string]>([
    ['empty criteria', graded(grade('1', { sv: ' ', fi: null })), `text-empty ${GRADES}/0/kriteerit/0`],
    [
      'requirements in running text',
      { ammattitaitovaatimukset: both('<p>x</p>') },
      'requirements-as-html /data/0/ammattitaitovaatimukset',
    ],
    [
      'how skill is shown',
      { ammattitaidonOsoittamistavat: both('<p>x</p>') },
      'field-not-taken /data/0/ammattitaidonOsoittamistavat',
    ],
    ['free texts', { vapaatTekstit: [{}] }, 'field-not-taken /data/0/vapaatTekstit'],
    ['fields nobody has foreseen', { 'uusi/kenttä': both('x') }, 'field-not-taken /data/0/uusi~1kenttä'],
  ])('%s', (_, more, remark) => {
    expect(told(read({ data: [unit(more)] })).leftOut).toContain(remark)
  })

  test('the headings between an area and its criteria', () => {
    const target = { otsikko: both('Noggrannhet'), osaamistasonKriteerit: [grade('1', both('sorterar'))] }
    const areas = [{ otsikko: both('Sortering'), arvioinninKohteet: [target, target] }]
    const { leftOut } = read({ data: [unit({ arviointi: { arvioinninKohdealueet: areas } })] })
    expect(leftOut).toEqual([{ code: 'targets-merged', pointer: AREA, values: { count: 2 } }])
  })

  test('what is no unit, and the pages that are not in the file', () => {
    const reading = read({ data: [null, { hej: 1 }, unit()], sivuja: 3 })
    expect(told(reading).leftOut).toEqual(['no-unit /data/0', 'no-unit /data/1', 'other-pages /sivuja'])
    expect(reading.profile.modules).toHaveLength(1)
  })

  test('but not numbers, dates, codes and what is empty', () => {
    const nothing = {
      tavoitteet: null,
      osaAlueet: [],
      kuvaus: { fi: '', sv: null },
      koodi: { nimi: both('x') },
      luotu: 1,
    }
    expect(told(read({ data: [unit(nothing)] })).leftOut).toEqual([])
  })
})

describe('a hostile response', () => {
  test.each<[string, object]>([
    ['texts where objects should be', { arviointi: 'x', ammattitaitovaatimukset2019: 'y' }],
    ['objects where lists should be', { arviointi: { arvioinninKohdealueet: { 0: {} } } }],
    ['nothing where parts should be', { arviointi: { arvioinninKohdealueet: [null, 5, [], 'x', {}] } }],
    ['numbers where texts should be', graded(grade('x', { sv: 5, fi: [] }), 7, null)],
    [
      'names of the language’s own',
      JSON.parse('{"__proto__": {"sv": "x"}, "constructor": {"sv": "x"}, "toString": 1}') as object,
    ],
  ])('with %s gives a profile of the right form', (_, more) => {
    const { profile } = read({ data: [{ ...unit(), ...more }] })
    expect(faultsOf('profile-file', writeDraftFile(profile))).toEqual([])
    expect(({} as Record<string, unknown>).sv).toBeUndefined()
  })

  test('has its units apart even when they carry the same id', () => {
    const { profile } = read({ data: [unit({ id: 7 }), unit({ id: 7 })] })
    expect(new Set(profile.modules.map(({ module }) => module.id)).size).toBe(2)
  })

  test('that is nested beyond reason is refused', () => {
    let deep: unknown = {}
    for (let depth = 0; depth < 100_000; depth++) deep = [deep]
    expect(readFile({ data: [unit({ arviointi: deep })] }, 'sv', () => id())).toMatchObject({
      ok: false,
      faults: [{ code: 'depth' }],
    })
  })

  test('with 100,000 units is read in a moment', () => {
    const started = performance.now()
    expect(read({ data: Array.from({ length: 100_000 }, () => unit()) }).profile.modules).toHaveLength(
      100_000,
    )
    expect(performance.now() - started).toBeLessThan(5000)
  })

  test.each([1981, 1982, 1983, 1984, 1999, 2000, 2001])(
    'of %s Finnish characters as many come in as there is room for beside the mark, and none by half',
    (length) => {
      for (const locale of ['sv', 'en'] as const) {
        for (const letter of ['å', '🧹', 'e\u0301', ' x']) {
          const fi = letter.repeat(length)
          const file = { data: [unit({ nimi: { fi }, ...graded(grade('1', { fi })) })] }
          let count = 0
          const reading = readFile(file, locale, () => id(`new${++count}`))
          const taken = reading.ok ? writeDraftFile(reading.profile) : reading
          expect(faultsOf('profile-file', taken)).toEqual([])
          expect(JSON.stringify(taken)).not.toMatch(/\\ud[89a-f]|\uFFFD/u)
        }
      }
    },
  )
})
