import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { createCanvas } from '@napi-rs/canvas'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { THE_PROGRAM } from '../../server/usecases/deps.ts'
import { createOrganisation } from '../../server/usecases/people/keep-organisations.ts'
import { invitePerson } from '../../server/usecases/people/register-people.ts'
import type { Workshop } from '../../schemas/types.ts'
import { fillBoards, FOUR_GROUPS } from '../../test/support/compile-example.ts'
import { startJourney, type Journey } from '../../test/support/journey.ts'
import { putPanelToWork } from './panel-at-work.ts'

/** Takes the README's pictures anew, from a real installation: `npm run pictures`. */
const journey = await startJourney()
try {
  keep('editor.png', await pictureOfEditor(journey))
  keep('compilation.png', await pictureOfCompilation(journey))
  keep('panel.png', await pictureOfPanel(journey))
  keep('person.png', await pictureOfPerson(journey))
  keep('pdf-page.png', await pictureOfPage(journey, 12))
} finally {
  await journey.close()
}

function keep(name: string, png: Buffer): void {
  writeFileSync(path.join(import.meta.dirname, name), png)
}

/** A module on the bench, with a vague verb that the coach has found. */
async function pictureOfEditor(running: Journey): Promise<Buffer> {
  const page = await running.editor('Karin Ek')
  await page.getByRole('button', { name: 'Starta utkast Personlig assistent' }).click()
  await page.getByRole('link', { name: /Förflyttning/u }).click()
  const criterion = page.getByRole('textbox', { name: 'Kriterium 4.2 a', exact: true })
  await criterion.fill('Har kunskap om lyft, rullstol och glidmatta.')
  await page.locator('.coach').waitFor()
  await page.locator('pv-save-badge .badge.ok').waitFor()
  return page.screenshot()
}

/** What four groups have written, side by side. */
async function pictureOfCompilation(running: Journey): Promise<Buffer> {
  const { url, context } = running
  const page = await running.editor('Karin Ek')
  const plan = {
    name: 'Workshop 14 oktober',
    date: new Date().toISOString().slice(0, 10),
    question: 'Vad kan den som klarar jobbet?',
    phases: [{ phase: 'word', minutes: 20 }],
    anonymity: { silentCollect: true, namedPhases: [], namesInMinutes: false },
    isRehearsal: false,
    groups: FOUR_GROUPS.map(() => ({ place: '', seats: 6 })),
  }
  const answer = await page.request.post(`${url}/api/v1/profiles/personlig-assistent/workshops`, {
    data: plan,
    headers: { origin: url },
  })
  const workshop = (await answer.json()) as Workshop
  await fillBoards(context, workshop, FOUR_GROUPS)
  await page.goto(`${url}/verkstad/personlig-assistent/workshoppar/${workshop.id}/sammanstall`)
  await page.getByRole('link', { name: 'Lyft och flytt', exact: true }).click()
  await page.locator('#becomes-text').waitFor()
  return page.screenshot()
}

/** How a panel of eleven stands to each module, and what is still missing: as far down as what one can do about it. */
async function pictureOfPanel(running: Journey): Promise<Buffer> {
  const { url, context } = running
  await putPanelToWork(context, 'personlig-assistent')
  const page = await running.editor('Karin Ek', { viewport: { width: 1280, height: 1085 } })
  await page.goto(`${url}/verkstad/personlig-assistent/panel`)
  await page.getByText('Klar att anta.').first().waitFor()
  return page.screenshot()
}

/** Somebody who leads workshops for one organisation, as an administrator sees them. */
async function pictureOfPerson(running: Journey): Promise<Buffer> {
  const { url, context } = running
  const page = await running.editor('Karin Ek')
  const { id } = await createOrganisation(context.deps, THE_PROGRAM, { name: 'Omsorgens branschforum' })
  const fatima = await invitePerson(context.deps, THE_PROGRAM, {
    name: 'Fatima Ali',
    email: 'fatima.ali@assistans.example',
    organisationId: id,
    locale: 'sv',
    role: 'facilitator',
    scope: { kind: 'organisation', id },
    sendMail: false,
  })
  await page.goto(`${url}/administration/personer/${fatima.id}`)
  await page.getByRole('heading', { name: 'Roller' }).waitFor()
  return page.screenshot()
}

async function pictureOfPage({ url }: Journey, number: number): Promise<Buffer> {
  const answer = await fetch(`${url}/api/v1/profiles/personlig-assistent/editions/1.0.0/pdf`)
  const document = await getDocument({ data: new Uint8Array(await answer.arrayBuffer()) }).promise
  const page = await document.getPage(number)
  const viewport = page.getViewport({ scale: 1.3 })
  const canvas = createCanvas(viewport.width, viewport.height)
  // pdfjs asks for a browser's canvas; this one has all of it that a page is drawn with.
  await page.render({ canvas: canvas as unknown as HTMLCanvasElement, viewport }).promise
  return canvas.toBuffer('image/png')
}
