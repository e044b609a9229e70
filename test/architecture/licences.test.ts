import path from 'node:path'
import { readFileSync } from 'node:fs'
import { repositoryRoot } from '../../server/repository-root.ts'

type Package = { name: string; licence: string }
const root = repositoryRoot()
const { faultsIn, isAllowed, packagesIn } = (await import(
  path.join(root, 'scripts', 'list-licences.mjs')
)) as {
  faultsIn: (packages: Package[]) => string[]
  isAllowed: (expression: string) => boolean
  packagesIn: (lock: unknown, lookUp?: (place: string) => string | undefined) => Package[]
}

test.each([
  ['MIT', true],
  ['GPL-3.0-only', false],
  ['(MIT OR GPL-3.0-only)', true],
  ['(MIT AND GPL-3.0-only)', false],
  ['GPL-3.0-only OR MIT AND ISC', true],
  ['(GPL-3.0-only OR MIT) AND (ISC OR AGPL-3.0-only)', true],
  ['GPL-2.0-only WITH Classpath-exception-2.0', false],
  ['mit', false],
])('with the licence %s a package may be used: %s', (expression, allowed) => {
  expect(isAllowed(expression)).toBe(allowed)
})

test.each(['', 'SEE LICENSE IN LICENSE', 'MIT OR', '(MIT', 'MIT)', 'MIT ISC', 'AND'])(
  '"%s" is no licence that can be read, and is not passed over',
  (licence) => {
    expect(() => isAllowed(licence)).toThrow(SyntaxError)
    expect(faultsIn([{ name: 'left-pad@1.0.0', licence }])).toEqual([`left-pad@1.0.0: ${licence}`])
  },
)

test('what only builds and tests is not counted, and each package once', () => {
  const lock = {
    packages: {
      '': { name: 'ours' },
      'node_modules/a': { version: '1.0.0', license: 'MIT' },
      'node_modules/b': { version: '1.0.0' },
      'node_modules/b/node_modules/a': { version: '1.0.0', license: 'MIT' },
      'node_modules/@c/d': { version: '2.0.0', license: 'ISC', optional: true },
      'node_modules/tool': { version: '1.0.0', license: 'GPL-3.0-only', dev: true },
    },
  }
  expect(packagesIn(lock, (place) => (place === 'node_modules/b' ? '0BSD' : undefined))).toEqual([
    { name: '@c/d@2.0.0', licence: 'ISC' },
    { name: 'a@1.0.0', licence: 'MIT' },
    { name: 'b@1.0.0', licence: '0BSD' },
  ])
  expect(packagesIn(lock)).toContainEqual({ name: 'b@1.0.0', licence: 'none stated' })
})

test('everything that runs at the user’s is free to use', () => {
  const lock: unknown = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8'))
  const packages = packagesIn(lock)
  expect(packages.length).toBeGreaterThan(50)
  expect(faultsIn(packages)).toEqual([])
})
