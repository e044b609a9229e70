import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Edition, ImportReport, ProfileFile } from '../../schemas/types.ts'
import { hashWordings } from '../../server/domain/profile/wordings.ts'
import { sha256 } from '../../server/seal.ts'
import { buildVariedProfile } from '../support/arbitrary-edits.ts'
import { buildDecision, buildLink, buildProfile, id } from '../support/build-profile.ts'
import { AS_DECIDED, openBench, profileFile, type Bench } from './run-cli.ts'

let bench: Bench
beforeEach(() => (bench = openBench()))
afterEach(() => bench.remove())

/** The slugs that are here, and how many entries the log has. */
const whatIsHere = (here = bench) =>
  here.look((storage) =>
    storage.read(async ({ profiles, log }) => ({
      slugs: (await profiles.list()).map(({ slug }) => slug),
      entries: (await log.head()).seq,
    })),
  )
const draftOf = (slug: string) =>
  bench.look((storage) =>
    storage.read(async ({ profiles, drafts }) => drafts.find((await profiles.find(slug))?.id ?? '')),
  )
const editionOf = (slug: string, here = bench) =>
  here.look((storage) =>
    storage.read(async ({ profiles, editions }) => editions.latest((await profiles.find(slug))?.id ?? '')),
  )

describe('import', () => {
  test('makes a draft of a file of our own, and says what came in', async () => {
    const profile = buildVariedProfile()
    const { exitCode, stdout, stderr } = await bench.run([
      'import',
      bench.file('in.json', profileFile({ profile })),
    ])
    expect({ exitCode, stdout, stderr }).toEqual({
      exitCode: 0,
      stdout: 'testare är inläst som utkast. Moduler: 3, läranderesultat: 9, kriterier: 27.\n',
      stderr: '',
    })
    expect((await draftOf('testare'))?.profile).toEqual(profile)
  })

  test('says what was mended and what was left out, each thing once with its places', async () => {
    const link = buildLink(
      {},
      { linkedFrom: { profileSlug: 'hemma', version: '1.0.0', moduleId: id('there') } },
    )
    const modules = Array.from({ length: 5 }, (_, n) => {
      const { module } = buildLink({ title: `Modul\u200B ${n}` })
      return { obligation: 'mandatory', module, colour: 'red' } as const
    })
    const profile = buildProfile({ modules: [...modules, link] })
    const { stdout } = await bench.run(['import', bench.file('in.json', profileFile({ profile }))])
    expect(stdout.split('\n')).toEqual([
      'testare är inläst som utkast. Moduler: 6, läranderesultat: 6, kriterier: 6.',
      'Rättat:',
      '  Osynliga tecken är borttagna, och bokstäver som å, ä och ö är skrivna på ett enhetligt sätt.',
      '    /profile/modules/0/module/title',
      '    /profile/modules/1/module/title',
      '    /profile/modules/2/module/title',
      '    och på 2 ställen till',
      '  Modulen som filen länkar till är inte publicerad här. Den är nu en egen kopia.',
      '    /profile/modules/5',
      'Togs inte med:',
      '  Fältet känns inte igen och är inte med.',
      '    /profile/modules/0/colour',
      '    /profile/modules/1/colour',
      '    /profile/modules/2/colour',
      '    och på 2 ställen till',
      '',
    ])
  })

  test('--json gives the whole report', async () => {
    const file = bench.file('in.json', { ...profileFile(), colour: 'red' })
    const { stdout } = await bench.run(['import', '--json', file])
    expect(JSON.parse(stdout)).toEqual({
      slug: 'testare',
      outcome: 'draft',
      version: null,
      taken: { modules: 1, outcomes: 1, criteria: 1 },
      repaired: [],
      leftOut: [
        { code: 'unknown-field', pointer: '/colour', text: 'Fältet känns inte igen och är inte med.' },
      ],
    } satisfies ImportReport)
  })

  test('makes a published version of an approved text, with its decision', async () => {
    const { exitCode, stdout } = await bench.run([
      'import',
      bench.file('in.json', profileFile()),
      ...AS_DECIDED,
      '--edition',
      '2.1.0',
    ])
    expect({ exitCode, stdout }).toEqual({
      exitCode: 0,
      stdout: 'testare 2.1.0 är inläst som publicerad. Moduler: 1, läranderesultat: 1, kriterier: 1.\n',
    })
    expect(JSON.parse((await editionOf('testare'))?.document ?? '')).toMatchObject({
      version: '2.1.0',
      decision: { decidedOn: '2026-01-15', decidedBy: 'Testrådet', grounds: 'Enigt beslut.' },
    })
    expect(await draftOf('testare')).toBeUndefined()
  })

  test('takes a file that says that it is published as just that, unless it is told --draft', async () => {
    const published = { version: '1.2.3', decision: buildDecision() }
    const file = bench.file('in.json', profileFile({ published }))
    expect((await bench.run(['import', file])).stdout).toMatch(/^testare 1\.2\.3 är inläst som publicerad/u)
    expect((await bench.run(['import', '--draft', file])).stdout).toMatch(/^testare är inläst som utkast/u)
    expect(await draftOf('testare')).toMatchObject({ basedOn: '1.2.3' })
  })

  test.each<[string, string[]]>([
    ['no decision at all', ['--published']],
    ['nobody who decided', ['--published', '--decided-on', '2026-01-15', '--grounds', 'Enigt.']],
    ['no grounds', ['--published', '--decided-on', '2026-01-15', '--decided-by', 'Testrådet']],
    ['a day that does not exist', [...AS_DECIDED, '--decided-on', '2026-02-30']],
    ['a version that is none', [...AS_DECIDED, '--edition', 'två']],
  ])('with --published and %s asks for it, and takes nothing in', async (_, words) => {
    const { exitCode, stdout, stderr } = await bench.run([
      'import',
      bench.file('in.json', profileFile()),
      ...words,
    ])
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' })
    expect(stderr).toMatch(
      /^En publicerad version behöver --edition .*--decided-on .*--decided-by och --grounds/u,
    )
    expect(await whatIsHere()).toEqual({ slugs: [], entries: 0 })
  })

  test.each<[string, unknown, RegExp]>([
    ['is cut off', JSON.stringify(profileFile()).slice(0, -50), /inte giltig JSON/u],
    [
      'breaks the schema in one place',
      profileFile({ profile: buildProfile({ seqfLevel: 9 }) }),
      /\/profile\/seqfLevel/u,
    ],
    [
      'is in a format of ours from the future',
      { ...profileFile(), format: 'profilverkstad-profile-2' },
      /\/format/u,
    ],
    [
      'is somebody else’s',
      { CFDocument: {} },
      /expected profilverkstad-profile-1 or a response of ePerusteet/u,
    ],
    [
      'is published but not complete',
      profileFile({
        profile: buildProfile({ modules: [] }),
        published: { version: '1.0.0', decision: buildDecision() },
      }),
      /Utkastet är inte färdigt/u,
    ],
    [
      'is published by a decision to come',
      profileFile({ published: { version: '1.0.0', decision: buildDecision({ decidedOn: '2999-01-01' }) } }),
      /decidedOn/u,
    ],
  ])('of a file that %s leaves nothing behind', async (_, content, reason) => {
    const { exitCode, stdout, stderr } = await bench.run(['import', bench.file('in.json', content)])
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' })
    expect(stderr).toMatch(reason)
    expect(await whatIsHere()).toEqual({ slugs: [], entries: 0 })
  })

  test('does not touch a draft that is here', async () => {
    await bench.run(['import', bench.file('in.json', profileFile())])
    const before = await draftOf('testare')
    const other = bench.file('other.json', profileFile({ profile: buildProfile({ title: 'Annat' }) }))
    const { exitCode, stderr } = await bench.run(['import', other])
    expect(exitCode).toBe(1)
    expect(stderr).toMatch(/^Profilen har redan ett utkast\n/u)
    expect(await draftOf('testare')).toEqual(before)
    expect(await whatIsHere()).toEqual({ slugs: ['testare'], entries: 1 })
  })

  test('makes a draft of a response of ePerusteet, with a note where a text is only in Finnish', async () => {
    const criteria = [{ kriteerit: [{ sv: 'sorterar\ntextil', fi: 'x' }, { fi: 'vain suomeksi' }] }]
    const areas = [
      { otsikko: { sv: 'Sortering', fi: 'x' }, arvioinninKohteet: [{ osaamistasonKriteerit: criteria }] },
    ]
    const unit = { nimi: { sv: 'Sortera återbruk', fi: 'x' }, arviointi: { arvioinninKohdealueet: areas } }
    const { exitCode, stdout } = await bench.run(['import', bench.file('svar.json', { data: [unit] })])
    expect(exitCode).toBe(0)
    expect(stdout).toMatch(
      /^sortera-aterbruk är inläst som utkast\. Moduler: 1, läranderesultat: 1, kriterier: 2\.\n/u,
    )
    expect(stdout).toContain(
      '  Texten finns bara på finska och är märkt så.\n    /data/0/arviointi/arvioinninKohdealueet/0/arvioinninKohteet/0/osaamistasonKriteerit/0/kriteerit/1\n',
    )
    const draft = await draftOf('sortera-aterbruk')
    expect(draft?.profile.modules[0]?.module.outcomes[0]?.criteria.map(({ text }) => text)).toEqual([
      'sorterar textil',
      'Endast på finska: vain suomeksi',
    ])
  })

  test('refuses a response with 100,000 units in a moment, and takes nothing in', async () => {
    const data = Array.from({ length: 100_000 }, (_, n) => ({ nimi: { sv: `Modul ${n}` } }))
    const { exitCode, stderr } = await bench.run(['import', bench.file('svar.json', { data })])
    expect(exitCode).toBe(1)
    expect(stderr).toMatch(/^Profilen är för stor\n/u)
    expect(await whatIsHere()).toEqual({ slugs: [], entries: 0 })
  })
})

describe('export', () => {
  const profile = buildVariedProfile()
  let elsewhere: Bench
  beforeEach(() => (elsewhere = openBench()))
  afterEach(() => elsewhere.remove())

  test('of a draft is a file that makes the same draft elsewhere', async () => {
    await bench.run(['import', bench.file('in.json', profileFile({ profile }))])
    const out = path.join(bench.folder, 'ut.json')
    const { exitCode, stdout } = await bench.run(['export', 'testare', '--draft', '--out', out])
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: '' })
    expect(JSON.parse(readFileSync(out, 'utf8'))).toEqual(profileFile({ profile }))
    await elsewhere.run(['import', out])
    const { stdout: again } = await elsewhere.run(['export', 'testare', '--draft'])
    expect(again).toBe(readFileSync(out, 'utf8'))
  })

  test('of a version makes a version elsewhere with the same text, wording by wording, on the same decision', async () => {
    await bench.run([
      'import',
      bench.file('in.json', profileFile({ profile })),
      ...AS_DECIDED,
      '--edition',
      '3.0.0',
    ])
    const { stdout } = await bench.run(['export', 'testare'])
    await elsewhere.run(['import', elsewhere.file('in.json', stdout)])
    expect((await elsewhere.run(['export', 'testare', '--edition', '3.0.0'])).stdout).toBe(stdout)
    const [one, other] = (await Promise.all([editionOf('testare'), editionOf('testare', elsewhere)])).map(
      (stored) => JSON.parse(stored?.document ?? '') as Edition,
    )
    expect(other).toEqual({ ...one, id: other?.id, publishedAt: other?.publishedAt })
    expect(other?.wordingHashes).toEqual(hashWordings(profile, sha256))
  })

  test('gives the version that applies, or the one that is asked for', async () => {
    const title = (answer: { stdout: string }) => (JSON.parse(answer.stdout) as ProfileFile).profile.title
    const first = buildProfile()
    const next = { ...first, title: 'Provare' }
    for (const [text, version] of [
      [first, '1.0.0'],
      [next, '1.0.1'],
    ] as const) {
      const file = bench.file('in.json', profileFile({ profile: text }))
      await bench.run(['import', file, ...AS_DECIDED, '--edition', version])
    }
    expect(title(await bench.run(['export', 'testare']))).toBe('Provare')
    expect(title(await bench.run(['export', 'testare', '--edition', '1.0.0']))).toBe('Testare')
  })

  test.each<[string, string[], string]>([
    ['a profile that does not exist', ['finns-inte'], 'Profilen finns inte'],
    ['a draft that does not exist', ['testare', '--draft'], 'Profilen har inget utkast'],
    ['a version that does not exist', ['testare', '--edition', '9.0.0'], 'Versionen finns inte'],
  ])('of %s says so', async (_, words, reason) => {
    await bench.run(['import', bench.file('in.json', profileFile()), ...AS_DECIDED])
    const { exitCode, stdout, stderr } = await bench.run(['export', ...words])
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' })
    expect(stderr.split('\n')[0]).toBe(reason)
  })

  test('to a folder that does not exist says so', async () => {
    await bench.run(['import', bench.file('in.json', profileFile()), ...AS_DECIDED])
    const out = path.join(bench.folder, 'borta', 'ut.json')
    expect(await bench.run(['export', 'testare', '--out', out])).toEqual({
      exitCode: 3,
      stdout: '',
      stderr: `${out}: filen eller mappen finns inte.`,
    })
  })
})

test.each(['export testare', 'pdf testare', 'backup', 'verify'])(
  '%s, where there is no data, says so and makes none',
  async (command) => {
    const here = openBench()
    const { exitCode, stdout, stderr } = await here.run(command.split(' '))
    expect({ exitCode, stdout, stderr }).toEqual({
      exitCode: 1,
      stdout: '',
      stderr: `Det finns ingen data i ${here.dataDir}. Kontrollera DATA_DIR.`,
    })
    expect(() => readFileSync(path.join(here.dataDir, 'profilverkstad.sqlite'))).toThrow('ENOENT')
    here.remove()
  },
)
