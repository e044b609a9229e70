import type { Closing, Review } from '../../schemas/types.ts'
import { letterContents } from '../../server/mail/letter-contents.ts'
import type { StoredMail } from '../../server/storage/people-port.ts'
import { THE_PROGRAM } from '../../server/usecases/deps.ts'
import { grantRole } from '../../server/usecases/people/give-and-take-roles.ts'
import { invitePerson } from '../../server/usecases/people/register-people.ts'
import { API, member, openReview, putDraft, submit, type HeldReview } from '../support/hold-review.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'

/* People whose address somebody writes: what it tells of them, how much they are sent, and what lies in it. */

const FEW = [member('Asta Ek', 'employer'), member('Bo Lind', 'employee')]
const MAIL = { mail: { smtpUrl: 'smtp://localhost:1', from: 'verkstaden@exempel.se' } }
const MINUTE = 60_000

let app: TestApp
// No time passes: nothing of what has been used up comes back.
beforeEach(async () => (app = await startTestApp(MAIL, undefined, () => 0)))
afterEach(() => app.close())

const newId = () => app.context.deps.newId()
const at = ({ id: reviewId }: Pick<HeldReview, 'id'>, path: string) => `${API}/reviews/${reviewId}${path}`
const waiting = async (kind: StoredMail['kind']): Promise<StoredMail[]> => {
  const { mails } = await app.storage.read(({ mails: store }) => store.page({ limit: 1000, page: 1 }))
  return mails.filter((mail) => mail.kind === kind)
}

describe('an address', () => {
  test('does not tell whose it is before the panel has been opened', async () => {
    const known = { name: 'Hemlig Hemligsson', email: 'vd@bolaget.example', organisationId: null, locale: 'sv', sendMail: false } as const // prettier-ignore
    await invitePerson(app.context.deps, THE_PROGRAM, known)
    const coordinator = await app.as('coordinator')
    const review = await submit(coordinator, await putDraft(app))
    const compose = (email: string) =>
      coordinator
        .put(at(review, '/composition'))
        .send({ members: [{ ...member('Någon Annan', 'employer'), email }] })
        .expect(200)
    const told = (body: unknown) => {
      const [{ id: _id, ...seat } = { id: '' }] = (body as Review).composition.members
      return seat
    }
    const ofKnown = told((await compose(known.email)).body)
    const ofUnknown = told((await compose('ingen@bolaget.example')).body)
    expect({ ...ofKnown, email: '' }).toEqual({ ...ofUnknown, email: '' })
    expect(ofKnown).toMatchObject({ name: 'Någon Annan' })
    await compose(known.email)
    await coordinator.post(at(review, '/composition/proposal')).expect(200)
    const steering = await app.as('steeringGroup')
    await steering.put(at(review, '/composition/answer')).send({ outcome: 'approved', reason: '' }).expect(200) // prettier-ignore
    const round = { kind: 'ordinary', answerBy: null, text: 'panel', tellMembers: false }
    const { body } = await coordinator.post(at(review, '/rounds')).send(round).expect(201)
    expect(told(body)).toMatchObject({ name: 'Hemlig Hemligsson' })
  })

  test('does not tell whose it is when the panel is never opened either', async () => {
    const known = { name: 'Hemlig Hemligsson', email: 'vd@bolaget.example', organisationId: null, locale: 'sv', sendMail: false } as const // prettier-ignore
    await invitePerson(app.context.deps, THE_PROGRAM, known)
    const coordinator = await app.as('coordinator')
    const review = await submit(coordinator, await putDraft(app))
    const members = [{ ...member('Någon Annan', 'employer'), email: known.email }]
    await coordinator.put(at(review, '/composition')).send({ members }).expect(200)
    const { body } = await coordinator.post(at(review, '/withdrawal')).expect(200)
    expect((body as Review).composition.members.map(({ name }) => name)).toEqual(['Någon Annan'])
    expect((await coordinator.get(at(review, ''))).text).not.toContain('Hemlig')
  })
})

describe('nobody’s mailbox is filled', () => {
  const codesOf = async (times: number, ask: () => Promise<{ status: number }>) => {
    const statuses: number[] = []
    for (let asked = 0; asked < times; asked++) statuses.push((await ask()).status)
    return statuses
  }

  test('with reminders', async () => {
    const held = await openReview(app, { members: FEW })
    const statuses = await codesOf(61, () => held.coordinator.post(at(held, '/reminders')))
    expect(statuses.at(-1)).toBe(429)
    expect((await waiting('panel-reminder')).length).toBeLessThan(60 * FEW.length)
  })

  test('with panels that are laid before the steering group again and again', async () => {
    const steering = { name: 'Stina', email: 'stina@styr.example', organisationId: null, locale: 'sv', sendMail: false } as const // prettier-ignore
    const role = { role: 'steeringGroup', scope: { kind: 'everything', id: null } } as const
    await invitePerson(app.context.deps, THE_PROGRAM, { ...steering, ...role })
    const coordinator = await app.as('coordinator')
    const review = await submit(coordinator, await putDraft(app))
    await coordinator.put(at(review, '/composition')).send({ members: FEW }).expect(200)
    const statuses = await codesOf(61, () => coordinator.post(at(review, '/composition/proposal')))
    expect(statuses).toEqual([...Array<number>(60).fill(200), 429])
    expect(await waiting('composition-proposed')).toHaveLength(60)
  })

  test('with decisions that are taken back and made again', async () => {
    const held = await openReview(app, { members: FEW })
    const decision = { outcome: 'declined', decidedOn: '2026-03-01', decidedBy: 'Panelen', grounds: 'Nej.' }
    const statuses = await codesOf(61, async () => {
      const { state } = (await held.coordinator.get(at(held, '/closing'))).body as Closing
      const closed = await held.coordinator.post(at(held, '/closing')).send({ state, ...decision })
      await held.coordinator.post(at(held, '/recall'))
      return closed
    })
    expect(statuses.at(-1)).toBe(429)
  })

  test('with answers to remarks: those that come within ten minutes are told of at once', async () => {
    const held = await openReview(app, { members: FEW })
    const settle = async () => {
      const anchor = { scope: 'whole', itemId: null, hash: null, quote: '' }
      const remark = { id: newId(), anchor, text: 'Oklart.', proposal: null }
      await held.members['Asta']?.post(at(held, '/remarks')).send(remark).expect(201)
      const declined = { outcome: 'declined', reason: 'Nej.', amendmentId: null }
      await held.coordinator
        .put(at(held, `/remarks/${remark.id}/disposition`))
        .send(declined)
        .expect(200)
    }
    for (let times = 0; times < 5; times++) await settle()
    const [mail, ...others] = await waiting('remark-settled')
    expect(others).toEqual([])
    expect(mail?.nextAttemptAt).toBe(new Date(app.now.getTime() + 10 * MINUTE).toISOString())
    const due = (now: Date) => app.storage.read(({ mails }) => mails.due(now.toISOString(), 10))
    expect(await due(app.now)).toEqual([])
    app.now = new Date(app.now.getTime() + 10 * MINUTE)
    expect((await due(app.now)).map(({ id }) => id)).toEqual([mail?.id])
    await app.storage.write(({ mails }) => mails.claim(mail?.id ?? '', app.now.toISOString()))
    await settle()
    expect(await waiting('remark-settled')).toHaveLength(2)
  })

  test('nor is everybody’s list of remarks', async () => {
    const held = await openReview(app, { members: FEW })
    const anchor = { scope: 'whole', itemId: null, hash: null, quote: '' }
    const asta = held.members['Asta'] ?? held.coordinator
    const statuses = await codesOf(301, () =>
      asta.post(at(held, '/remarks')).send({ id: newId(), anchor, text: 'Spam.', proposal: null }),
    )
    expect(statuses).toEqual([...Array<number>(300).fill(201), 429])
  }, 60_000)
})

describe('a mail to a member', () => {
  const addressIn = async (email: string) => {
    const { deps, installation } = app.context
    const person = await app.storage.read(({ people }) => people.findByEmail(email))
    const mail = (await waiting('panel-reminder')).find(({ personId }) => personId === person?.id)
    const contents = mail && (await letterContents(deps, installation.setup(), mail))
    return contents && contents !== 'moot' ? [contents.values['address'], contents.values['days']] : []
  }

  test('signs its reader in, but for somebody who can do more than take part in panels', async () => {
    const held = await openReview(app, { members: FEW })
    const bo = await app.storage.read(({ people }) => people.findByEmail('bo@panel.example'))
    const scope = { kind: 'everything', id: null } as const
    const administrator = { ...THE_PROGRAM, viewer: { grants: [{ role: 'administrator', scope }] as const } }
    await grantRole(app.context.deps, administrator, { personId: bo?.id ?? '', role: 'reader', scope })
    await held.coordinator.post(at(held, '/reminders')).expect(200)
    const page = `${app.context.installation.setup().baseUrl}/panel/${held.id}`
    expect(await addressIn('asta@panel.example')).toEqual([
      expect.stringMatching(/\/logga-in\/[\w-]{43}\?till=\/panel\//u),
      '7',
    ])
    expect(await addressIn('bo@panel.example')).toEqual([page, ''])
  })
})
