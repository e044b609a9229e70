import { startJourney, type Journey } from '../support/journey.ts'

let journey: Journey
beforeAll(async () => {
  journey = await startJourney()
}, 60_000)
afterAll(() => journey.close())

/** A response in the form of Finland's authoring system, with words of our own. */
const response = {
  data: [
    {
      nimi: { sv: 'Sortera återbruk', fi: 'Kierrätys' },
      arviointi: {
        arvioinninKohdealueet: [
          {
            otsikko: { sv: 'sortera textil', fi: 'x' },
            arvioinninKohteet: [
              {
                osaamistasonKriteerit: [
                  { _osaamistaso: '3', kriteerit: [{ sv: 'sorterar snabbt' }] },
                  {
                    _osaamistaso: '2',
                    kriteerit: [{ sv: 'sorterar hel\ntextil för sig' }, { fi: 'vain suomeksi' }],
                  },
                ],
              },
            ],
          },
        ],
      },
    },
  ],
}
const file = (name: string, content: string) => ({
  name,
  mimeType: 'application/json',
  buffer: Buffer.from(content),
})

test('a file from elsewhere becomes a draft, with a report of what was taken, mended and left out', async () => {
  const page = await journey.editor('Karin Ek')
  await page.locator('input[type=file]').setInputFiles(file('svar.json', JSON.stringify(response)))
  await page.getByRole('heading', { name: 'Filen är inläst som utkast' }).waitFor()
  await page.getByText('1 modul, 1 läranderesultat, 2 kriterier.').waitFor()
  await page.getByText('Rättat vid inläsningen (2)').click()
  await page.getByText('Texten finns bara på finska och är märkt så.').waitFor()
  await page.getByText('Togs inte med (1)').click()
  await page.getByText(/Kriterier för 1 högre betyg är inte med/u).waitFor()
  await page.getByRole('link', { name: 'Öppna utkastet' }).click()
  await page
    .getByRole('navigation')
    .getByRole('link', { name: /Sortera återbruk/u })
    .click()
  const texts = await page
    .locator('.criterion textarea')
    .evaluateAll((areas) => areas.map((area) => (area as HTMLTextAreaElement).value))
  expect(texts).toEqual(['sorterar hel textil för sig', 'Endast på finska: vain suomeksi'])
}, 60_000)

test.each([
  ['is no JSON', '{"data": '],
  ['is something else', '{"hej": 1}'],
  [
    'is cut off in the middle',
    JSON.stringify({ format: 'profilverkstad-profile-1', profile: { title: 'Halv' } }),
  ],
])(
  'a file that %s is refused, and nothing comes in',
  async (_, content) => {
    const page = await journey.editor('Karin Ek')
    await page.locator('table.profiles').waitFor()
    const rows = await page.locator('table.profiles tbody tr').count()
    await page.locator('input[type=file]').setInputFiles(file('fel.json', content))
    await page.getByRole('heading', { name: 'Filen går inte att läsa in' }).waitFor()
    await page.reload()
    await page.locator('table.profiles').waitFor()
    expect(await page.locator('table.profiles tbody tr').count()).toBe(rows)
  },
  60_000,
)
