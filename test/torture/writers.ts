import { randomUUID } from 'node:crypto'
import type { EditionSummary, PublicationProposal, Ruling } from '../../schemas/types.ts'
import type { Answer, Client } from './client.ts'
import type { Dice } from './dice.ts'
import type { Ledger, Wording } from './ledger.ts'

export type Act = 'save' | 'publish' | 'start a draft'

/** What the writers share while a server lives. */
export type Desk = {
  readonly client: Client
  readonly slug: string
  readonly ledger: Ledger
  readonly dice: Dice
  /** Texts are told apart by it. */
  readonly round: number
  /** Called as an act is sent; what it gives is called when the act has been answered, or has been cut off. */
  readonly onAct: (act: Act) => (answer: Answer | undefined) => void
  readonly isOver: () => boolean
  /** Set by whoever publishes, mostly: the others wait, or they would cross every attempt. */
  hush: boolean
}

/** Rewords, adds and removes criteria that nobody else touches, one act after the other, until the server is gone. */
export async function write(desk: Desk, own: string[], parents: ReadonlyMap<string, string>): Promise<void> {
  const { dice, ledger } = desk
  const added: string[] = []
  for (let count = 0; !desk.isOver(); count++) {
    if (ledger.draft !== true || desk.hush) await pause()
    else {
      const text = `Skriver ord ${count} av ${own[0]?.slice(-4)} i runda ${desk.round}.`
      const chance = dice.roll()
      if (chance < 0.1) {
        const id = randomUUID()
        if (await add(desk, id, parents.get(dice.pick(own)) ?? '', text)) added.push(id)
      } else if (chance < 0.2 && added.length > 0) await remove(desk, added.pop() ?? '')
      else await reword(desk, dice.pick([...own, ...added]), text)
    }
  }
}

async function reword(desk: Desk, id: string, to: string): Promise<boolean> {
  const [from] = desk.ledger.wordings.get(id) ?? []
  return change(desk, id, to, ['PATCH', `/criteria/${id}`, { text: { from, to } }])
}

async function add(desk: Desk, id: string, parentId: string, text: string): Promise<boolean> {
  const item = { id, text, assessmentMethods: [] }
  return change(desk, id, text, ['POST', '/criteria', { parentId, before: null, item }])
}

async function remove(desk: Desk, id: string): Promise<boolean> {
  return change(desk, id, null, ['DELETE', `/criteria/${id}`, undefined])
}

/** Until an answer comes, what stood and what is asked for are both possible. */
async function change(
  desk: Desk,
  id: string,
  to: Wording,
  [method, address, body]: [string, string, unknown],
): Promise<boolean> {
  const { wordings } = desk.ledger
  const before = wordings.get(id) ?? new Set([null])
  wordings.set(id, new Set([...before, to]))
  const answer = await act(desk, 'save', () =>
    desk.client.send(method, `/${desk.slug}/draft${address}`, body),
  )
  if (!answer) return false
  const isDone = answer.status < 300
  wordings.set(id, isDone ? new Set([to]) : before)
  // the draft is published, or being published
  if (!isDone && answer.status !== 404) throw unexpected(answer)
  return isDone
}

/** Publishes the draft when it has been written in for a while, and starts the next one, until the server is gone. */
export async function publishNowAndThen(desk: Desk, pausing: () => number): Promise<void> {
  const { client, slug, ledger } = desk
  if (!ledger.draft && !(await startDraft())) return
  while (!desk.isOver()) {
    const enough = ledger.acknowledged + pausing()
    while (ledger.acknowledged < enough && !desk.isOver()) await pause()
    // the draft is only published as it was seen: when others write meanwhile, it takes another attempt
    desk.hush = desk.dice.roll() < 0.75
    while (ledger.draft && !desk.isOver()) {
      await publish(desk)
      desk.hush = ledger.draft
    }
    desk.hush = false
    if (!desk.isOver() && !(await startDraft())) return
  }

  async function startDraft(): Promise<boolean> {
    ledger.draft = undefined
    const answer = await act(desk, 'start a draft', () => client.send('POST', `/${slug}/draft`, {}))
    if (!answer) return false
    if (answer.status !== 201) throw unexpected(answer)
    ledger.draft = true
    return true
  }
}

async function publish(desk: Desk): Promise<void> {
  const { client, slug, ledger } = desk
  const propose = async (rulings: readonly Ruling[]) => {
    const answer = await client.send('POST', `/${slug}/draft/publication-proposals`, { rulings })
    return answer?.body as PublicationProposal | undefined
  }
  const first = await propose([])
  const rulings = first?.unruled.map((itemId) => ({ itemId, equivalent: true, reason: '' }))
  const proposal = rulings && (await propose(rulings))
  // somebody has reworded something between the two
  if (!proposal || proposal.unruled.length > 0) return
  const { version, revision } = proposal
  ledger.draft = undefined
  ledger.publishing = version
  const decision = { decidedOn: '2026-01-15', decidedBy: 'Testrådet', grounds: 'Prövning.' }
  const answer = await act(desk, 'publish', () =>
    client.send(
      'POST',
      `/${slug}/editions`,
      { version, decision, rulings },
      { 'if-match': `"r${revision}"` },
    ),
  )
  if (!answer) return
  ledger.publishing = undefined
  ledger.draft = answer.status !== 201
  if (answer.status === 201) ledger.editions.set(version, (answer.body as EditionSummary).digest)
  else if (answer.status !== 412) throw unexpected(answer)
}

async function act(
  { ledger, onAct }: Desk,
  kind: Act,
  send: () => Promise<Answer | undefined>,
): Promise<Answer | undefined> {
  const answered = onAct(kind)
  const answer = await send()
  answered(answer)
  if (answer && answer.status < 300) ledger.acknowledged += 1
  return answer
}

function unexpected({ status, body }: Answer): Error {
  return new Error(`an act was answered with ${status}: ${JSON.stringify(body)}`)
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 1))
}
