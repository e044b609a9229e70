import request from 'supertest'
import type TestAgent from 'supertest/lib/agent.js'
import type { PlanWorkshop, Seat, Workshop } from '../../schemas/types.ts'
import { docOf } from '../../server/board/kept-board.ts'
import type { Pen } from '../../server/board/write-on-board.ts'
import { USUAL_PHASES } from '../../server/domain/workshop/phases.ts'
import type { Storage } from '../../server/storage/storage.ts'
import { id } from './build-profile.ts'
import type { TestApp } from './test-app.ts'

export const API = '/api/v1'

/** A plan for 10 March, nine days after the day on which the tests' clock begins. */
export function buildPlan(given: Partial<PlanWorkshop> = {}): PlanWorkshop {
  return {
    name: 'Kärnan i yrket',
    date: '2026-03-10',
    question: 'Vad behöver en person kunna för att klara jobbet?',
    phases: [...USUAL_PHASES],
    anonymity: { silentCollect: true, namedPhases: ['word'], namesInMinutes: false },
    isRehearsal: false,
    groups: [
      { place: 'Vid fönstret', seats: 2 },
      { place: '', seats: 5 },
    ],
    ...given,
  }
}

export async function plan(
  leader: TestAgent,
  given: Partial<PlanWorkshop> = {},
  slug = 'testare',
): Promise<Workshop> {
  const { body } = await leader.post(`${API}/profiles/${slug}/workshops`).send(buildPlan(given)).expect(201)
  return body as Workshop
}

/** Somebody who has taken a seat, with their browser. */
export type Seated = { readonly seat: Seat; readonly agent: TestAgent; readonly cookie: string }

export async function sitDown(
  { app }: Pick<TestApp, 'app'>,
  code: string,
  { name = 'Amina', perspective = 'employer' }: { name?: string; perspective?: string } = {},
): Promise<Seated> {
  const agent = request.agent(app)
  const { body, headers } = await agent.post(`${API}/seats`).send({ code, name, perspective }).expect(201)
  return { seat: body as Seat, agent, cookie: cookieIn(headers) }
}

/** The cookie that an answer sets, as a browser sends it back. */
export function cookieIn(headers: Record<string, unknown>): string {
  return String((headers['set-cookie'] as string[] | undefined)?.[0]).split(';')[0] ?? ''
}

/** Lets a seat write on a group's board, and keeps it as the live server does. */
export async function writeOn(
  storage: Storage,
  groupId: string,
  { seatId, hand }: Pick<Seat, 'seatId' | 'hand'>,
  write: (pen: Pen) => void,
): Promise<void> {
  await storage.write(async ({ boards }) => {
    const doc = docOf(await boards.load(groupId))
    const updates: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => updates.push(update))
    write({ doc, hand, newId: () => id() })
    const at = '2026-03-10T10:00:00.000Z'
    await boards.append(updates.map((update) => ({ groupId, seatId, at, update })))
  })
}
