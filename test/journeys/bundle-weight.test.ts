import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { repositoryRoot } from '../../server/repository-root.ts'

type Manifest = Record<
  string,
  { file: string; css?: string[]; imports?: string[]; dynamicImports?: string[] }
>

const built = path.join(repositoryRoot(), 'dist', 'web')
const manifestOf = (name: string) => JSON.parse(readFileSync(path.join(built, name), 'utf8')) as Manifest
const EDITOR = manifestOf('manifest.json')
const BOARD = manifestOf('manifest-board.json')
const PANEL = manifestOf('manifest-panel.json')

/** The files that these sources are loaded with, style sheets too; those that are only fetched later are not among them. */
function filesOf(manifest: Manifest, ...sources: readonly string[]): string[] {
  const files = new Set<string>()
  const visit = (source: string): void => {
    const { file, css = [], imports = [] } = manifest[source] ?? { file: `${source} has not been built` }
    if (files.has(file)) return
    for (const each of [file, ...css]) files.add(each)
    for (const each of imports) visit(each)
  }
  for (const source of sources) visit(source)
  return [...files]
}

const kilobytes = (files: readonly string[]) =>
  files.reduce((sum, file) => sum + gzipSync(readFileSync(path.join(built, file))).length, 0) / 1000

test('the editor with its coach weighs at most 170 kB', () => {
  const files = filesOf(EDITOR, 'index.html', '../server/domain/language/lint-profile.ts')
  expect(kilobytes(files)).toBeLessThan(170)
})

test('joining, collecting and sorting take at most 75 kB of script', () => {
  const join = 'workshop/screens/join/join-page.ts'
  const files = filesOf(BOARD, 'board.html', join, 'workshop/screens/shell/board-page.ts')
  expect(kilobytes(files.filter((file) => file.endsWith('.js')))).toBeLessThan(75)
})

test('all that a member of a panel needs to read and answer weighs at most 75 kB; the coach comes with a proposal', () => {
  const files = filesOf(PANEL, 'panel.html', 'i18n/panel.en.json')
  expect(kilobytes(files.filter((file) => /\.(?:js|css)$/u.test(file)))).toBeLessThan(75)
  expect(files).not.toContain(PANEL['../server/domain/language/lint-profile.ts']?.file)
})

test('the worker keeps the screens of all phases and the coach, and nothing of the editor’s', () => {
  const [told = ''] = readFileSync(path.join(built, 'tavla-worker.js'), 'utf8').split('\n', 1)
  const scripts = (text: string) => new Set(text.match(/assets\/[\w.-]+\.js/gu))
  const later = ['delimit/delimit', 'word/word', 'done/done'].map((name) => `workshop/screens/${name}.ts`)
  const board = filesOf(BOARD, 'board.html', ...later, '../server/domain/language/lint-profile.ts')
  expect([...scripts(told)]).toEqual(expect.arrayContaining([...scripts(board.join())]))
  expect(scripts(told)).toEqual(scripts(JSON.stringify(BOARD)))
})
