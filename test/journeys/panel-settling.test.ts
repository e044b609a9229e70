import type { Page } from 'playwright-core'
import { v7 } from 'uuid'
import { API, openReview, readPanelText, type HeldReview } from '../support/hold-review.ts'
import { DESKTOP } from '../support/journey.ts'
import { look, startPanelJourney, type PanelJourney } from '../support/panel-journey.ts'

/* Somebody who leads a panel answers a remark on a purpose, thinks again, and begins a round with what has changed. */

const SLUG = 'personlig-assistent'

let panel: PanelJourney
let held: HeldReview
let sara: Page

beforeAll(async () => {
  panel = await startPanelJourney()
  const administrator = await panel.app.as('administrator')
  await administrator.post(`${API}/profiles/${SLUG}/draft`).send({}).expect(201)
  held = await openReview(panel.app, { slug: SLUG })
  const { parts } = await readPanelText(held.coordinator, held.id)
  const [, first] = parts
  const frame = first?.items[0]
  const anchor = { scope: 'item', itemId: frame?.id, hash: frame?.hash, quote: '' }
  await held.members['Asta']
    ?.post(`${API}/reviews/${held.id}/remarks`)
    .send({ id: v7(), anchor, text: 'Syftet borde nämna rollen.', proposal: null })
    .expect(201)
  sara = await panel.comeInAs('coordinator', { viewport: DESKTOP })
}, 120_000)
afterAll(() => panel.close())

const desk = (page = '') => panel.address(`/verkstad/${SLUG}/panel${page}`)
const article = () => sara.locator('article.remark').filter({ hasText: 'Syftet borde nämna rollen.' })

test('a remark is declined, with a reason', async () => {
  await sara.goto(desk('/synpunkter'))
  await article()
    .getByRole('button', { name: /^Avslå/u })
    .click()
  await sara.getByLabel('Varför avslås det?').fill('Rollen står i modul 2.')
  expect(await look(sara, 'avslag')).toEqual([])
  await article()
    .getByRole('button', { name: /^Avslå/u })
    .last()
    .click()
  await sara.getByRole('button', { name: 'Besvarade' }).click()
  await article().getByText('Rollen står i modul 2.').waitFor()
})

test('on second thoughts it is answered by another purpose', async () => {
  await article()
    .getByRole('button', { name: /^Ändra svaret/u })
    .click()
  await article()
    .getByRole('button', { name: /^Godta och ändra texten/u })
    .click()
  await sara.getByLabel('Vad som skrivs om').selectOption({ label: 'Syfte' })
  const words = sara.locator('.new-words textarea')
  await words.fill(`${await words.inputValue()} Rollen är en annan än vännens.`)
  await sara.getByLabel('Varför ändras det?').fill('Det sägs bäst här.')
  expect(await look(sara, 'nytt-syfte')).toEqual([])
  await sara.getByRole('button', { name: 'Ändra texten' }).click()
  await article().getByText('Det sägs bäst här.').waitFor()
  expect(await look(sara, 'andrat-svar')).toEqual([])
  expect(await article().getByText('Rollen står i modul 2.').count()).toBe(0)
})

test('the next round says what has changed since the one before', async () => {
  const round = { kind: 'ordinary', answerBy: null, text: 'panel', tellMembers: false }
  await held.coordinator.post(`${API}/reviews/${held.id}/rounds`).send(round).expect(201)
  await sara.goto(desk())
  await sara.getByText('Vad som ändrades till omgång 2').click()
  await sara.locator('.changes').getByText('Rollen är en annan än vännens.').waitFor()
  expect(await look(sara, 'till-omgang-2')).toEqual([])
  expect(await sara.locator('.changes > li').count()).toBe(1)
  expect(await sara.locator('.changes > li').textContent()).toContain('Uppdraget och rollen, Syfte')
})
