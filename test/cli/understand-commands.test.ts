import { openBench, type Bench } from './run-cli.ts'

let bench: Bench
beforeAll(() => (bench = openBench()))
afterAll(() => bench.remove())

const COMMANDS = [
  'serve',
  'validate',
  'lint',
  'import',
  'export',
  'pdf',
  'backup',
  'restore',
  'verify',
  'admin-link',
]

describe('--help', () => {
  test.each([
    ['in Swedish, unless asked otherwise', {}, ['Så här:', 'Kommandon:', 'Returkod: 0', 'LOCALE']],
    ['in English when LOCALE says so', { LOCALE: 'en' }, ['Usage:', 'Commands:', 'Exit code: 0', 'LOCALE']],
  ])('lists every command %s', async (_, settings, words) => {
    const { exitCode, stdout, stderr } = await bench.run(['--help'], settings)
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
    for (const command of COMMANDS) expect(stdout).toMatch(new RegExp(`^ {2}${command} .*\\p{L}`, 'mu'))
    for (const word of words) expect(stdout).toContain(word)
  })

  test.each(COMMANDS)('of %s says what it does, in both languages', async (command) => {
    const swedish = await bench.run([command, '--help'])
    const english = await bench.run([command, '--help'], { LOCALE: 'en' })
    expect([swedish.exitCode, english.exitCode]).toEqual([0, 0])
    expect(swedish.stdout).toMatch(/^Så här: profilverkstad \S/u)
    expect(swedish.stdout).not.toMatch(/Usage|Options|display help|default|undefined/u)
    expect(english.stdout).toMatch(/^Usage: profilverkstad \S/u)
    expect(english.stdout).not.toMatch(/[åäö]|undefined/u)
  })
})

test('--version is the version in package.json', async () => {
  const { stdout } = await bench.run(['--version'])
  expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/u)
})

describe('a command that is not understood ends with 2 and says why:', () => {
  test.each<[string, string[], string, string]>([
    ['no command', [], 'inget kommando är angivet', 'no command was given'],
    ['an unknown command', ['granska'], 'kommandot granska finns inte', 'there is no command granska'],
    ['an unknown option', ['lint', '--fort', 'x'], 'flaggan --fort finns inte', 'there is no option --fort'],
    ['a missing file', ['import'], 'fil fattas', 'file is missing'],
    ['a missing profile', ['pdf'], 'profil fattas', 'profile is missing'],
    ['an option without its value', ['pdf', 'x', '--out'], '--out behöver ett värde', '--out needs a value'],
    [
      'a value that is none of those that exist',
      ['lint', '--format', 'xml', 'x'],
      'värdet till --format går inte att använda',
      'the value of --format cannot be used',
    ],
    ['one word too many', ['lint', 'a', 'b'], 'för många argument', 'too many arguments'],
    [
      'options that exclude each other',
      ['import', '--draft', '--published', 'x'],
      '--draft och --published går inte ihop',
      '--draft and --published exclude each other',
    ],
  ])('%s', async (_, words, swedish, english) => {
    const inSwedish = await bench.run(words)
    expect(inSwedish).toMatchObject({ exitCode: 2, stdout: '' })
    expect(inSwedish.stderr).toMatch(new RegExp(`^Det gick inte att förstå kommandot: ${swedish}`, 'u'))
    const inEnglish = await bench.run(words, { LOCALE: 'en' })
    expect(inEnglish.stderr).toMatch(new RegExp(`^The command could not be understood: ${english}`, 'u'))
  })
})
