import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { readPdf } from '../support/pdf-reader.ts'
import { AS_DECIDED, openBench, profileFile, type Bench } from './run-cli.ts'

let bench: Bench
beforeAll(async () => {
  bench = openBench()
  await bench.run(['import', bench.file('in.json', profileFile()), ...AS_DECIDED])
  await bench.run(['import', bench.file('in.json', profileFile())])
})
afterAll(() => bench.remove())

test('pdf writes the version that applies, and says how large it is', async () => {
  const out = path.join(bench.folder, 'profil.pdf')
  const { exitCode, stdout } = await bench.run(['pdf', 'testare', '--out', out])
  expect(exitCode).toBe(0)
  expect(stdout).toBe(`${out}: ${Math.round(readFileSync(out).length / 1024)} kB.\n`)
  const { title, language, pages } = await readPdf(readFileSync(out))
  expect({ title, language }).toEqual({
    title: expect.stringContaining('Testare') as string,
    language: 'sv-SE',
  })
  expect(pages[0]?.text).toContain('1.0.0')
  expect(pages[0]?.furniture).not.toContain('Utkast')
})

test('pdf --draft writes the draft, marked as one', async () => {
  const out = path.join(bench.folder, 'utkast.pdf')
  expect((await bench.run(['pdf', 'testare', '--draft', '--out', out])).exitCode).toBe(0)
  const { pages } = await readPdf(readFileSync(out))
  expect(pages.map(({ furniture }) => /utkast/iu.test(furniture))).toEqual(pages.map(() => true))
})

test.each<[string, string[], string]>([
  ['a profile that does not exist', ['finns-inte'], 'Profilen finns inte'],
  ['a version that does not exist', ['testare', '--edition', '9.0.0'], 'Versionen finns inte'],
])('pdf of %s says so and writes nothing', async (_, words, reason) => {
  const out = path.join(bench.folder, 'inget.pdf')
  const { exitCode, stdout, stderr } = await bench.run(['pdf', ...words, '--out', out])
  expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' })
  expect(stderr.split('\n')[0]).toBe(reason)
  expect(existsSync(out)).toBe(false)
})

test('pdf to a folder that does not exist says so', async () => {
  const out = path.join(bench.folder, 'borta', 'profil.pdf')
  expect(await bench.run(['pdf', 'testare', '--out', out])).toEqual({
    exitCode: 3,
    stdout: '',
    stderr: `${out}: filen eller mappen finns inte.`,
  })
})
