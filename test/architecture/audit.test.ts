import path from 'node:path'
import { readFileSync } from 'node:fs'
import { repositoryRoot } from '../../server/repository-root.ts'

type Advisory = { id: string; name: string; severity: string; title: string; url: string }
type Exception = { id: string; reason: string; until: string }
const scripts = path.join(repositoryRoot(), 'scripts')
const { advisoriesIn, faultsIn, isUnanswered } = (await import(path.join(scripts, 'audit.mjs'))) as {
  advisoriesIn: (answer: unknown) => Advisory[]
  faultsIn: (advisories: Advisory[], exceptions: Partial<Exception>[], today: string) => string[]
  isUnanswered: (answer: unknown) => boolean
}

const weakness = (severity: string, id = 'GHSA-aaaa-bbbb-cccc') => ({
  source: 1,
  name: 'left-pad',
  dependency: 'left-pad',
  title: 'Pads too far',
  url: `https://github.com/advisories/${id}`,
  severity,
  range: '<2.0.0',
})
const answer = (...via: unknown[]) => ({
  auditReportVersion: 2,
  vulnerabilities: { 'left-pad': { name: 'left-pad', via }, above: { name: 'above', via: ['left-pad'] } },
})
const exception = (until: string, id = 'GHSA-aaaa-bbbb-cccc') => ({
  id,
  until,
  reason: 'only pads our own words',
})
const TODAY = '2026-03-01'

test.each([
  { severity: 'low', exceptions: [], fails: false },
  { severity: 'moderate', exceptions: [], fails: true },
  { severity: 'critical', exceptions: [], fails: true },
  { severity: 'apocalyptic', exceptions: [], fails: true },
  { severity: 'high', exceptions: [exception(TODAY)], fails: false },
  { severity: 'high', exceptions: [exception('2026-02-28')], fails: true },
  { severity: 'high', exceptions: [exception('2027-01-01', 'GHSA-xxxx-yyyy-zzzz')], fails: true },
  { severity: 'low', exceptions: [exception('2026-02-28')], fails: true },
  { severity: 'high', exceptions: [{ ...exception('2027-01-01'), reason: ' ' }], fails: true },
  { severity: 'high', exceptions: [{ ...exception('2027-01-01'), until: 'later' }], fails: true },
])(
  'a $severity weakness with the exceptions $exceptions fails: $fails',
  ({ severity, exceptions, fails }) => {
    const faults = faultsIn(advisoriesIn(answer(weakness(severity))), exceptions, TODAY)
    expect(faults.length > 0).toBe(fails)
  },
)

test('a weakness is told of once, by its public name, the heaviest first', () => {
  const found = advisoriesIn(
    answer(weakness('low', 'GHSA-1111-1111-1111'), weakness('high'), weakness('high'), 'another'),
  )
  expect(found.map(({ id }) => id)).toEqual(['GHSA-aaaa-bbbb-cccc', 'GHSA-1111-1111-1111'])
})

test('a closed network is no failure, and a failure is no closed network', () => {
  expect(isUnanswered({ message: '405 Method Not Allowed', statusCode: 405, error: { summary: '' } })).toBe(
    true,
  )
  const noLock = { error: { code: 'ENOLOCK', summary: 'needs a lockfile' } }
  expect(isUnanswered(noLock)).toBe(false)
  expect(() => advisoriesIn(noLock)).toThrow('needs a lockfile')
})

test('the exceptions that are written down can be read', () => {
  const written = JSON.parse(readFileSync(path.join(scripts, 'audit-exceptions.json'), 'utf8')) as Exception[]
  expect(faultsIn([], written, '0000-00-00')).toEqual([])
})
