import type { Page } from 'playwright-core'
import * as Y from 'yjs'
import type { Seat, Workshop } from '../../../schemas/types.ts'
import { addCard, addTheme, putCardInTheme } from '../../../server/board/write-on-board.ts'
import { CARD_KINDS } from '../../../server/domain/workshop/board-form.ts'
import { PHONE, startJourney, type Journey } from '../../../test/support/journey.ts'
import { digits, line, type Line } from '../report.ts'
import { median } from '../rounds.ts'

const CARDS = 500
const THEMES = 12
const ROUNDS = 7
const SLOWER = 4
const MOST_MS = 1000
/** The first of what each phase shows of a board. */
const FIRST = 'pv-own-card p, pv-one-card h1, pv-delimit fieldset, pv-word main'
const PHASES = ['collect', 'sort', 'delimit', 'word'] as const

/** A large board opened on a phone of the middling sort: from going there until the first of it is painted. */
export async function measure(): Promise<Line[]> {
  const journey = await startJourney()
  try {
    const leader = await journey.editor('Karin')
    const { workshop, page } = await largeBoard(journey, leader)
    const lines: Line[] = []
    for (const phase of PHASES) {
      await ask(journey, leader, `/workshops/${workshop.id}/phase`, { phase })
      const times: number[] = []
      for (let round = -1; round < ROUNDS; round += 1) {
        const time = await opened(page)
        if (round >= 0) times.push(time)
      }
      const detail = `slowest ${digits(Math.max(...times))} ms of ${ROUNDS}`
      lines.push(
        line(
          `open ${CARDS} cards in ${phase}, CPU ÷ ${SLOWER}`,
          median(times),
          'ms',
          { most: MOST_MS },
          detail,
        ),
      )
    }
    return lines
  } finally {
    await journey.close()
  }
}

async function largeBoard(journey: Journey, leader: Page): Promise<{ workshop: Workshop; page: Page }> {
  await ask(journey, leader, '/profiles/personlig-assistent/draft', {})
  const workshop = await ask<Workshop>(journey, leader, '/profiles/personlig-assistent/workshops', {
    name: 'Large',
    date: new Date().toISOString().slice(0, 10),
    question: 'What?',
    phases: [...PHASES, 'done'].map((phase) => ({ phase, minutes: 10 })),
    anonymity: { silentCollect: false, namedPhases: ['sort'], namesInMinutes: false },
    isRehearsal: false,
    groups: [{ place: '', seats: 6 }],
  })
  const [group] = workshop.groups
  const page = await journey.visitor({ viewport: PHONE })
  const seat = await ask<Seat>(journey, page, '/seats', {
    code: group?.code,
    name: 'Amina',
    perspective: '',
  })
  const doc = new Y.Doc()
  const pen = { doc, hand: seat.hand, newId: () => crypto.randomUUID() }
  const themes = Array.from({ length: THEMES }, (_, at) => addTheme(pen, `Theme ${at + 1}`))
  for (let at = 0; at < CARDS; at += 1) {
    const kind = CARD_KINDS[at % CARD_KINDS.length] ?? 'skills'
    const id = addCard(pen, { kind, text: `Card ${at}: lift with a hoist and ask how they want it done` })
    if (at % 2 === 0) putCardInTheme(pen, id, themes[at % THEMES] ?? null)
  }
  const update = { groupId: group?.id ?? '', seatId: seat.seatId, at: new Date().toISOString() }
  await journey.context.deps.storage.write(({ boards }) =>
    boards.append([{ ...update, update: Y.encodeStateAsUpdate(doc) }]),
  )
  await page.goto(`${journey.url}/tavla`)
  await page.locator('pv-board-badge .badge.ok').waitFor()
  return { workshop, page }
}

/** In milliseconds since the navigation began. */
async function opened(page: Page): Promise<number> {
  const browser = await page.context().newCDPSession(page)
  await browser.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  await page.reload({ waitUntil: 'commit' })
  // Asked at each frame: what is there then is painted with it.
  const painted = await page.waitForFunction(
    (first) => document.querySelector(first) && performance.now(),
    FIRST,
  )
  await page.locator('pv-board-badge .badge.ok').waitFor()
  await browser.send('Emulation.setCPUThrottlingRate', { rate: 1 })
  await browser.detach()
  return Number(await painted.jsonValue())
}

async function ask<Answer>(
  { url }: Journey,
  { request }: Page,
  path: string,
  data: unknown,
): Promise<Answer> {
  const answer = await request.post(`${url}/api/v1${path}`, { data, headers: { origin: url } })
  if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`)
  return (await answer.json()) as Answer
}
