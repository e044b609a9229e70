import type { Seat, Workshop } from '../../../schemas/types.ts'
import type { ServerProcess } from '../../support/server-process.ts'
import { signIn } from '../client.ts'

const SLUG = 'personlig-assistent'
const MOST_SEATS = 12

/** Who sits where: some have a second device, by their personal word. */
export type Sitting = { readonly seat: Seat; readonly cookie: string }

/** Plans a workshop with one group on a running server, and takes as many places at its board. */
export async function seatPeople(server: ServerProcess, people: number): Promise<readonly Sitting[]> {
  const cookie = await signIn(server)
  await send(server, 'POST', `/profiles/${SLUG}/draft`, {}, cookie)
  const seats = Math.max(2, Math.min(MOST_SEATS, Math.ceil(people * 0.8)))
  const plan = {
    name: 'Verkstad',
    date: new Date().toISOString().slice(0, 10),
    question: 'Vad behöver en person kunna?',
    phases: [{ phase: 'collect', minutes: 15 }],
    anonymity: { silentCollect: false, namedPhases: [], namesInMinutes: false },
    isRehearsal: false,
    groups: [{ place: '', seats }],
  }
  const { body: workshop } = await send(server, 'POST', `/profiles/${SLUG}/workshops`, plan, cookie)
  const code = (workshop as Workshop).groups[0]?.code ?? ''
  const sittings: Sitting[] = []
  for (let person = 0; person < people; person += 1) {
    const before = sittings[person - seats]
    const taken = before
      ? await send(server, 'POST', '/seats/return', { code, word: before.seat.word })
      : await send(server, 'POST', '/seats', { code, name: `Person ${person}`, perspective: '' })
    sittings.push({ seat: taken.body as Seat, cookie: taken.cookie })
  }
  return sittings
}

async function send(
  { url }: ServerProcess,
  method: string,
  address: string,
  body: unknown,
  cookie = '',
): Promise<{ body: unknown; cookie: string }> {
  const response = await fetch(`${url}/api/v1${address}`, {
    method,
    headers: { cookie, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`${address} was answered with ${response.status}: ${text}`)
  return {
    body: JSON.parse(text) as unknown,
    cookie: response.headers.getSetCookie()[0]?.split(';')[0] ?? '',
  }
}
