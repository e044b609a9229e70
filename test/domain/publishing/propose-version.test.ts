import type { DiffChange } from '../../../schemas/types.ts'
import { proposeVersion } from '../../../server/domain/publishing/propose-version.ts'
import { compareVersions } from '../../../server/domain/publishing/semantic-version.ts'

const change = (consequence: DiffChange['consequence'], kind: DiffChange['kind'] = 'amended') =>
  ({ consequence, kind, itemId: consequence, ruling: null }) as DiffChange

test.each<[string, string | null, DiffChange['consequence'][], string]>([
  ['a first edition is 1.0.0', null, [], '1.0.0'],
  ['nothing that concerns the assessed', '1.4.2', ['patch'], '1.4.3'],
  ['nothing at all', '1.4.2', [], '1.4.3'],
  ['something optional', '1.4.2', ['patch', 'minor'], '1.5.0'],
  [
    'something that the assessed may lack: the gravest decides',
    '1.4.2',
    ['patch', 'major', 'minor'],
    '2.0.0',
  ],
])('%s', (_, former, consequences, version) => {
  expect(
    proposeVersion(
      former,
      consequences.map((each) => change(each)),
    ).version,
  ).toBe(version)
})

test('names the rewordings that wait for a ruling', () => {
  expect(proposeVersion('1.0.0', [change('major', 'reworded'), change('minor', 'added')]).unruled).toEqual([
    'major',
  ])
})

test.each([
  ['1.0.0', '1.0.0', 0],
  ['1.9.0', '1.10.0', -1],
  ['2.0.0', '1.99.99', 1],
  ['1.0.2', '1.0.10', -1],
])('%s compared with %s', (a, b, sign) => expect(Math.sign(compareVersions(a, b))).toBe(sign))
