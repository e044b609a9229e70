import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { SETTINGS } from '../../server/config.ts'
import { ANYBODY, abilitiesOn, NO_PROFILE } from '../../server/domain/people/abilities.ts'
import { repositoryRoot } from '../../server/repository-root.ts'

const root = repositoryRoot()
const read = (file: string) => readFileSync(path.join(root, file), 'utf8')
const readme = read('README.md')
const { dependencies, devDependencies, scripts } = JSON.parse(read('package.json')) as Record<
  'dependencies' | 'devDependencies' | 'scripts',
  Record<string, string>
>

/** The cells of the rows whose first cell is code, by the heading above their table. */
function rowsUnder(heading: string, text = readme): string[][] {
  const [section = ''] = text.slice(text.indexOf(heading) + heading.length).split(/^#+ /mu)
  return section
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.includes('---'))
    .slice(1)
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
}
const inCode = (cell = '') => [...cell.matchAll(/`([^`]+)`/gu)].map(([, code]) => code)

test('the README’s settings are those that the program reads, with their defaults', () => {
  const rows = rowsUnder('### Settings').map(([name, fallback]) => [
    ...inCode(name),
    // A default that depends on another setting is said in words there.
    inCode(fallback)[0] ?? '',
  ])
  const expected = Object.entries(SETTINGS).map(([name, { fallback }]) => [name, fallback])
  const said = { BASE_URL: 'http://localhost:PORT', DATABASE_URL: 'DATA_DIR' } as Record<string, string>
  expect(rows).toEqual(expected.map(([name = '', fallback = '']) => [name, said[name] ?? fallback]))
})

test('every library that runs at the user’s has its sentence in the README, and no other has', () => {
  const named = rowsUnder('### What it stands on').flatMap(([library]) => inCode(library))
  expect(new Set(named)).toEqual(new Set(Object.keys(dependencies)))
})

test('every library is pinned to one version', () => {
  const versions = Object.values({ ...dependencies, ...devDependencies })
  expect(versions.filter((version) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/u.test(version))).toEqual([])
})

test('every command that the README names is there', () => {
  const named = [...readme.matchAll(/`npm run ([\w:]+)/gu)].map(([, name = '']) => name)
  expect(named.filter((name) => !(name in scripts))).toEqual([])
})

test('every file that the README names or shows is there', () => {
  const shown = [...readme.matchAll(/(?:\]\(|src=")([^)":]+)/gu)].map(([, file = '']) => file)
  const named = [
    ...readme.matchAll(/`((?:server|web|scripts|schemas|test)\/[\w./-]+\.(?:ts|md|mjs|json))`/gu),
  ]
  const files = [...shown, ...named.map(([, file = '']) => file)]
  expect(files.length).toBeGreaterThan(5)
  expect(files.filter((file) => !existsSync(path.join(root, file)))).toEqual([])
})

test('the table of who may do what names every act', () => {
  const rows = rowsUnder('## Who may do what', read('server/domain/README.md'))
  expect(rows.map(([act]) => act)).toEqual(Object.keys(abilitiesOn(ANYBODY, NO_PROFILE)))
})
