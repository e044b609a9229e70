import type { Page } from 'playwright-core'
import { THE_PROGRAM } from '../../server/usecases/deps.ts'
import { importProfile } from '../../server/usecases/profile/import-profile.ts'
import { startDraft } from '../../server/usecases/profile/start-draft.ts'
import {
  buildCriterion,
  buildDecision,
  buildLink,
  buildOutcome,
  buildProfile,
  id,
} from '../support/build-profile.ts'
import { startJourney, type Journey } from '../support/journey.ts'

const HOSTILE = `"><img src=x onerror="document.title='hacked'"><script>document.title='hacked'</script>`

let journey: Journey
beforeAll(async () => {
  journey = await startJourney()
  const title = `Titel ${HOSTILE}`
  const profile = buildProfile({
    id: id('hostile'),
    slug: 'hostile',
    title,
    owner: HOSTILE,
    purpose: HOSTILE,
    targetGroup: HOSTILE,
    roleDescription: `${HOSTILE}\n\n[länk](javascript:document.title='hacked') ![bild](https://evil.example/x.png)`,
    delimitations: HOSTILE,
    levelRationale: HOSTILE,
    outcomeStem: HOSTILE.slice(0, 80),
    occupationReferences: [{ scheme: 'esco', id: `javascript:document.title='hacked'`, label: HOSTILE }],
    personalSuitability: [{ id: id('s'), text: HOSTILE, reason: HOSTILE }],
    wordList: [
      {
        id: id('w'),
        term: `<b>${HOSTILE}`.slice(0, 120),
        explanation: HOSTILE,
        translations: [{ language: 'en', text: HOSTILE }],
      },
    ],
    modules: [
      buildLink({
        id: id('m'),
        title,
        purpose: HOSTILE,
        levelRationale: HOSTILE,
        prerequisites: HOSTILE,
        outcomes: [buildOutcome({ text: HOSTILE, criteria: [buildCriterion({ text: HOSTILE })] })],
      }),
    ],
  })
  const published = { version: '1.0.0', decision: buildDecision({ decidedBy: HOSTILE, grounds: HOSTILE }) }
  const { deps } = journey.context
  await importProfile(deps, THE_PROGRAM, { profile, published, format: 'test', fileDigest: '0'.repeat(64) })
  await startDraft(deps, THE_PROGRAM, { slug: 'hostile' })
}, 60_000)
afterAll(() => journey.close())

async function expectUntouched(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  expect(await page.title()).not.toBe('hacked')
  expect(await page.locator('img[src="x"], script:not([src])').count()).toBe(0)
  expect(await page.locator('a[href^="javascript:"]').count()).toBe(0)
}

test('a text with script in it is text on every public page', async () => {
  const page = await journey.visitor()
  for (const path of [
    '/',
    '/profiler/hostile',
    '/profiler/hostile/1.0.0',
    '/profiler/hostile/versioner',
    '/v/hostile/1.0.0',
    '/profiler/hostile/1.0.0/jamfor/1.0.0',
  ]) {
    await page.goto(journey.url + path)
    await expectUntouched(page)
  }
}, 60_000)

test('and on every page of the workshop', async () => {
  const page = await journey.editor(`Karin <script>document.title='hacked'</script>`)
  for (const path of [
    '',
    '/hostile',
    `/hostile/moduler/${id('m')}`,
    '/hostile/lamplighet',
    '/hostile/avgransningar',
    '/hostile/yrkessprak',
    '/hostile/historik',
    '/hostile/publicera',
  ]) {
    await page.goto(`${journey.url}/verkstad${path}`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await expectUntouched(page)
  }
}, 60_000)
