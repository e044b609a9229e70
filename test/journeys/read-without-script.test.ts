import { axeFindings, DESKTOP, fitsItsWidth, PHONE, startJourney, type Journey } from '../support/journey.ts'

let journey: Journey
beforeAll(async () => {
  journey = await startJourney()
}, 60_000)
afterAll(() => journey.close())

test.each([
  ['on a computer', DESKTOP],
  ['on a phone', PHONE],
])(
  'an employer finds a profile, reads it and prints it without signing in and without script, %s',
  async (_, viewport) => {
    const page = await journey.visitor({ viewport, javaScriptEnabled: false })
    const requests: string[] = []
    page.on('request', (request) => requests.push(request.url()))
    await page.goto(journey.url)
    await page.getByRole('link', { name: 'Personlig assistent' }).click()
    await page.getByRole('heading', { level: 1, name: 'Personlig assistent' }).waitFor()
    await page.getByText('EXEMPEL').first().waitFor()
    const module = page.locator('details', { hasText: 'Förflyttning, hjälpmedel och ergonomi' }).first()
    await module.locator('summary').first().click()
    await module
      .getByText('Genomför en förflyttning från säng till rullstol i personens takt.')
      .first()
      .waitFor()
    const print = page.getByRole('link', { name: /Hela profilen/u }).first()
    const pdf = await page.request.get(new URL(String(await print.getAttribute('href')), page.url()).href)
    expect([pdf.status(), pdf.headers()['content-type']]).toEqual([200, 'application/pdf'])
    expect(requests.filter((url) => !url.startsWith(journey.url))).toEqual([])
    expect(requests.filter((url) => url.endsWith('.js'))).toEqual([])
  },
  60_000,
)

test.each([
  '/',
  '/profiler/personlig-assistent',
  '/profiler/personlig-assistent/versioner',
  '/v/personlig-assistent/1.0.0',
  '/sa-arbetar-vi',
  '/integritet',
  '/tillganglighet',
  '/logga-in',
  '/api',
  '/problems/wording-changed',
  '/borta',
  '/en/profiler/personlig-assistent',
])(
  '%s has nothing that axe finds, and fits a phone',
  async (path) => {
    const page = await journey.visitor({ viewport: PHONE })
    await page.goto(journey.url + path)
    expect([await fitsItsWidth(page), await axeFindings(page)]).toEqual([true, []])
    await page.context().close()
  },
  60_000,
)
