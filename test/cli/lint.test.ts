import { buildCriterion, buildLink, buildOutcome, buildProfile } from '../support/build-profile.ts'
import { openBench, profileFile, type Bench } from './run-cli.ts'

let bench: Bench
beforeAll(() => (bench = openBench()))
afterAll(() => bench.remove())

type Finding = { readonly rule: string; readonly severity: string; readonly itemId: string }

/** A file of which one criterion reads so. */
function withCriterion(text: string): string {
  const outcomes = [
    buildOutcome({
      criteria: [buildCriterion({ text }), buildCriterion({ text: 'Berättar vad som ska hända.' })],
    }),
  ]
  return bench.file(
    'profil.json',
    profileFile({ profile: buildProfile({ modules: [buildLink({ outcomes })] }) }),
  )
}

describe('lint of a profile', () => {
  test('says for each remark where it is, how serious and by which rule, and sums up', async () => {
    const { exitCode, stdout } = await bench.run(['lint', withCriterion('Förstår vikten av hygien.')])
    expect(exitCode).toBe(0)
    expect(stdout).toMatch(/^1\.1 a {2}varning {2}\P{Cc}+ {2}\[wording\/vague-verb\]$/mu)
    expect(stdout).toMatch(/profil\.json\. Fel: 0, varningar: \d+, tips: \d+\.\n$/u)
    const english = await bench.run(['lint', withCriterion('Förstår vikten av hygien.')], { LOCALE: 'en' })
    expect(english.stdout).toMatch(/^1\.1 a {2}warning {2}/mu)
  })

  test('names what has no number by its own words', async () => {
    const word = { id: buildCriterion().id, term: 'lyftsele', explanation: '', translations: [] }
    const file = bench.file('ord.json', profileFile({ profile: buildProfile({ wordList: [word] }) }))
    const { exitCode, stdout } = await bench.run(['lint', file])
    expect(stdout).toMatch(/^lyftsele {2}fel {2}/mu)
    expect(exitCode).toBe(1)
  })

  test.each<[string, () => string, number]>([
    ['0 when there are warnings only', () => withCriterion('Förstår vikten av hygien.'), 0],
    ['1 when there is an error, such as a text that is missing', () => withCriterion(''), 1],
  ])('ends with %s', async (_, file, exitCode) => {
    expect((await bench.run(['lint', file()])).exitCode).toBe(exitCode)
    expect((await bench.run(['lint', '--format', 'json', file()])).exitCode).toBe(exitCode)
  })

  test('--format json is for scripts: all findings, and nothing else', async () => {
    const { stdout } = await bench.run([
      'lint',
      '--format',
      'json',
      withCriterion('Förstår vikten av hygien.'),
    ])
    const { findings } = JSON.parse(stdout) as { findings: Finding[] }
    expect(findings).toContainEqual(
      expect.objectContaining({ rule: 'wording/vague-verb', severity: 'warning' }),
    )
  })

  test('of a file that is no profile is refused, with every fault', async () => {
    const { exitCode, stdout, stderr } = await bench.run([
      'lint',
      bench.file('fel.json', { format: 'profilverkstad-profile-1' }),
    ])
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' })
    expect(stderr).toMatch(/^Filen går inte att läsa in\n.*\n {2}\/profile: .*\n {2}\/published: /u)
  })
})

describe('lint --items', () => {
  const lint = async (lines: readonly unknown[] | string) => {
    const text = typeof lines === 'string' ? lines : lines.map((line) => JSON.stringify(line)).join('\n')
    return bench.run(['lint', '--items', bench.file('rader.jsonl', text)])
  }
  const rules = (stdout: string) =>
    stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: string; findings: Finding[] })
      .map(({ id, findings }) => [id, ...findings.map(({ rule }) => rule)])

  test('answers each line with a line: its id and its findings', async () => {
    const { exitCode, stdout } = await lint([
      {
        id: 'a',
        kind: 'criterion',
        category: 'knowledge',
        seqfLevel: 2,
        stem: 'Deltagaren kan',
        text: 'Förstår vikten av hygien.',
      },
      { id: 'b', kind: 'criterion', text: 'Dukar bordet före lunchen.' },
      { id: 'c', kind: 'suitability', text: 'Du är ung.', reason: '' },
    ])
    expect(exitCode).toBe(0)
    expect(rules(stdout)).toEqual([
      ['a', expect.stringMatching(/^wording\/vague-verb$/u) as string],
      ['b'],
      expect.arrayContaining(['c', expect.stringMatching(/^suitability\//u)]) as string[],
    ])
  })

  test('forgives what makes no difference: empty lines, Windows line ends, a byte order mark, nulls, unknown fields', async () => {
    const line =
      '{"id": "a", "kind": "criterion", "text": "Diskar.", "stem": null, "seqfLevel": null, "expect": []}'
    const { exitCode, stdout } = await lint(`\uFEFF${line}\r\n\r\n${line}\r\n`)
    expect(exitCode).toBe(0)
    expect(rules(stdout).map(([id]) => id)).toEqual(['a', 'a'])
  })

  test.each<[string, string, RegExp]>([
    ['is no JSON', '{"id": "b", ', /:2 är inte giltig JSON/u],
    ['is no object', '"Diskar."', /:2: raden ska ha/u],
    ['is null', 'null', /:2: raden ska ha/u],
    ['lacks its text', '{"id": "b", "kind": "criterion"}', /:2: raden ska ha/u],
    [
      'is of a kind that does not exist',
      '{"id": "b", "kind": "modul", "text": "x"}',
      /som är criterion, outcome,/u,
    ],
    [
      'has a level in words',
      '{"id": "b", "kind": "criterion", "text": "x", "seqfLevel": "tre"}',
      /heltal från 1 till 8/u,
    ],
    [
      'has a level that does not exist',
      '{"id": "b", "kind": "criterion", "text": "x", "seqfLevel": 9}',
      /:2: raden/u,
    ],
    [
      'has a category that does not exist',
      '{"id": "b", "kind": "criterion", "text": "x", "category": "x"}',
      /:2: raden/u,
    ],
    ['has a stem that is no text', '{"id": "b", "kind": "criterion", "text": "x", "stem": 5}', /:2: raden/u],
  ])('stops at a line that %s, and says which', async (_, second, reason) => {
    const { exitCode, stdout, stderr } = await lint(
      `{"id": "a", "kind": "criterion", "text": "Diskar."}\n${second}\n`,
    )
    expect(exitCode).toBe(1)
    expect(rules(stdout).map(([id]) => id)).toEqual(['a'])
    expect(stderr).toMatch(reason)
  })
})
