import type { PersonList, RegisteredPerson, Role, Scope } from '../../../schemas/types.ts'
import { startTestApp, type TestApp } from '../../support/test-app.ts'
import {
  API,
  comeIn,
  EVERYTHING,
  grant,
  invite,
  linkFor,
  loggedSince,
  nameOf,
  organisation,
  SAFARI,
  searched,
  somebody,
  wholeLog,
  type Agent,
} from '../../usecases/acquaintances.ts'

/** Somewhere to send mail is set; the post office is not open, so that all stays in the outbox. */
const MAIL = { smtpUrl: 'smtp://127.0.0.1:1', from: 'profil@exempel.se' }
let app: TestApp
let admin: Agent
beforeEach(async () => {
  app = await startTestApp({ mail: MAIL })
  admin = await app.signedIn()
})
afterEach(() => app.close())

const person = async (id: string) =>
  (await admin.get(`${API}/people/${id}`).expect(200)).body as RegisteredPerson
const everybody = async () => ((await admin.get(`${API}/people`).expect(200)).body as PersonList).people
const adminId = async () => (await everybody()).find(({ name }) => name === 'Karin Ek')?.id ?? ''
const withdraw = (agent: Agent, personId: string, roleId?: string) =>
  agent.delete(`${API}/people/${personId}/roles/${roleId}`)
const mails = (id: string) => app.storage.read((stores) => stores.mails.ofPerson(id))
const anna = {
  name: 'Anna Öst',
  email: 'Anna@Exempel.se',
  organisationId: null,
  locale: 'sv',
  sendMail: false,
}

describe('whoever is invited', () => {
  test('is registered with their role from the start, and a link hands them the door', async () => {
    const organisationId = await organisation(admin, 'Branschrådet')
    const scope = { kind: 'organisation', id: organisationId }
    const { body, headers } = await admin.post(`${API}/people`).send({ ...anna, organisationId, role: 'editor', scope }).expect(201) // prettier-ignore
    const { id } = body as RegisteredPerson
    expect(headers.location).toBe(`${API}/people/${id}`)
    expect(body).toMatchObject({
      name: 'Anna Öst',
      email: 'anna@exempel.se',
      organisation: { name: 'Branschrådet' },
      lastSignedInAt: null,
      roles: [{ role: 'editor', scope, reaches: 'Branschrådet' }],
    })
    expect(await nameOf(await comeIn(app, admin, id))).toBe('Anna Öst')
    expect(await person(id)).toMatchObject({ lastSignedInAt: '2026-03-01T09:00:00.000Z', openSessions: 1 })
    await admin.delete(`${API}/people/${id}/sessions`).expect(204)
    expect(await person(id)).toMatchObject({ openSessions: 0 })
  })

  test('for one profile is told its title, of the draft until there is a version', async () => {
    const { body } = await admin.post(`${API}/profiles`).send({ title: 'Cykelreparatör' }).expect(201)
    const { slug } = body as { slug: string }
    const { body: profile } = await admin.get(`${API}/profiles/${slug}`).expect(200)
    const scope = { kind: 'profile', id: (profile as { id: string }).id }
    const invited = await admin
      .post(`${API}/people`)
      .send({ ...anna, role: 'facilitator', scope })
      .expect(201)
    expect(invited.body).toMatchObject({ openSessions: 0, roles: [{ reaches: 'Cykelreparatör' }] })
  })

  test('has no right at all when none was given', async () => {
    const { agent } = await somebody(app, admin)
    expect((await agent.get(`${API}/session`)).body).toMatchObject({ abilities: { createProfile: false, readDraft: false } }) // prettier-ignore
    await agent.post(`${API}/profiles`).send({ title: 'X' }).expect(403)
    await agent.get(`${API}/people`).expect(403)
  })

  test('gets a mail when that was asked for, and again when it is asked for again', async () => {
    const { body } = await admin
      .post(`${API}/people`)
      .send({ ...anna, sendMail: true })
      .expect(201)
    const { id } = body as RegisteredPerson
    expect((await mails(id)).map(({ kind, status }) => [kind, status])).toEqual([['invitation', 'waiting']])
    await admin.post(`${API}/people/${id}/invitations`).send({}).expect(204)
    expect(await mails(id)).toHaveLength(2)
  })

  test.each<[string, object, number, string]>([
    ['whose e-mail somebody has', { email: 'ANNA@exempel.se' }, 409, 'email-taken'],
    ['to whom no mail can be sent', { email: null, sendMail: true }, 409, 'mail-not-sent'],
    ['from an organisation that there is not', { email: null, organisationId: '00000000-0000-7000-8000-000000000000' }, 404, 'organisation-not-found'], // prettier-ignore
    ['with a role whose reach is left out', { email: null, role: 'administrator' }, 422, 'request-invalid'],
    ['with a reach without a role', { email: null, scope: EVERYTHING }, 422, 'request-invalid'],
    ['without a name', { email: null, name: ' ' }, 422, 'request-invalid'],
    ['whose e-mail would be two', { email: 'a@b.se,c@d.se' }, 422, 'request-invalid'],
  ])('is not registered %s, and leaves nothing behind', async (_, given, status, problem) => {
    await invite(admin, { name: 'Anna Öst', email: 'anna@exempel.se' })
    const { length } = await wholeLog(app.storage)
    const refused = await admin.post(`${API}/people`).send({ ...anna, ...given })
    expect([refused.status, refused.body]).toMatchObject([status, { type: `/problems/${problem}` }])
    expect(await loggedSince(app.storage, length)).toEqual([])
    expect(await everybody()).toHaveLength(2)
  })
})

describe('a role', () => {
  test.each<[Role, Scope['kind']]>([
    ['administrator', 'organisation'],
    ['administrator', 'profile'],
  ])('of %s does not come for one %s', async (role, kind) => {
    const { id } = await invite(admin)
    const scope = { kind, id: await organisation(admin, 'Rådet') }
    await admin.post(`${API}/people/${id}/roles`).send({ role, scope }).expect(422)
    expect((await person(id)).roles).toEqual([])
  })

  test.each([
    [
      'everything, and something by name',
      { kind: 'everything', id: '00000000-0000-7000-8000-000000000000' },
      422,
    ],
    ['an organisation that is not named', { kind: 'organisation', id: null }, 422],
    [
      'an organisation that there is not',
      { kind: 'organisation', id: '00000000-0000-7000-8000-000000000000' },
      404,
    ],
    ['a profile that there is not', { kind: 'profile', id: '00000000-0000-7000-8000-000000000000' }, 404],
  ])('is not given for %s', async (_, scope, status) => {
    const { id } = await invite(admin)
    await admin.post(`${API}/people/${id}/roles`).send({ role: 'editor', scope }).expect(status)
    expect((await person(id)).roles).toEqual([])
  })

  test('that somebody has already stays one, and is logged once', async () => {
    const { id } = await invite(admin, { role: 'editor' })
    const { length } = await wholeLog(app.storage)
    await grant(admin, id, 'editor')
    expect((await person(id)).roles).toHaveLength(1)
    expect(await loggedSince(app.storage, length)).not.toContain('role-granted')
  })

  test('holds from the next request on, in the session that is open', async () => {
    const { person: bo, agent } = await somebody(app, admin)
    await agent.post(`${API}/profiles`).send({ title: 'Ett' }).expect(403)
    await grant(admin, bo.id, 'editor')
    await agent.post(`${API}/profiles`).send({ title: 'Ett' }).expect(201)
  })

  test('that is withdrawn ends their sessions and the links that wait, and what they have left they come in with', async () => {
    const { person: bo, agent } = await somebody(app, admin, { role: 'editor', email: 'bo@exempel.se' })
    await grant(admin, bo.id, 'reader')
    const phone = await comeIn(app, admin, bo.id, SAFARI)
    const token = await linkFor(admin, bo.id)
    await withdraw(admin, bo.id, bo.roles[0]?.id).expect(204)
    expect([await nameOf(agent), await nameOf(phone), await nameOf(admin)]).toEqual([null, null, 'Karin Ek'])
    await app.stranger.post(`${API}/session`).send({ token }).expect(410)
    const again = await comeIn(app, admin, bo.id)
    expect(await nameOf(again)).toBe('Bo Ek')
    await again.post(`${API}/profiles`).send({ title: 'X' }).expect(403)
    expect((await mails(bo.id)).map(({ kind }) => kind)).toEqual(['rights-changed', 'rights-changed'])
  })

  test('is withdrawn from the one who has it, not by the number of somebody else’s', async () => {
    const [bo, ulla] = [await invite(admin, { role: 'editor' }), await invite(admin, { role: 'reader' })]
    await withdraw(admin, bo.id, ulla.roles[0]?.id).expect(404)
    expect((await person(ulla.id)).roles).toHaveLength(1)
  })
})

describe('the last administrator', () => {
  test.each([
    ['withdraw their own role', async (id: string) => withdraw(admin, id, (await person(id)).roles[0]?.id)],
    ['erase themself', (id: string) => admin.delete(`${API}/people/${id}`)],
  ])('cannot %s', async (_, act) => {
    const { body } = await act(await adminId())
    expect(body).toMatchObject({ status: 409, type: '/problems/last-administrator' })
    expect(await nameOf(admin)).toBe('Karin Ek')
    await admin.get(`${API}/people`).expect(200)
  })

  test('can, once there is another', async () => {
    await invite(admin, { name: 'Ulla Ny', role: 'administrator' })
    const own = await adminId()
    await withdraw(admin, own, (await person(own)).roles[0]?.id).expect(204)
    expect(await nameOf(admin)).toBeNull()
  })
})

describe('a changed e-mail', () => {
  test('makes the links that wait open nothing', async () => {
    const { id } = await invite(admin, { email: 'anna@exempel.se' })
    const token = await linkFor(admin, id)
    await admin.patch(`${API}/people/${id}`).send({ email: 'ny@exempel.se' }).expect(200)
    await app.stranger.post(`${API}/session`).send({ token }).expect(410)
  })

  test.each([
    ['is the same in other letters', { email: 'ANNA@exempel.se' }],
    ['is not what was changed', { name: 'Anna Väst' }],
  ])('leaves them open when it %s', async (_, fields) => {
    const { id } = await invite(admin, { email: 'anna@exempel.se' })
    const token = await linkFor(admin, id)
    await admin.patch(`${API}/people/${id}`).send(fields).expect(200)
    await app.stranger.post(`${API}/session`).send({ token }).expect(201)
  })

  test('is not somebody else’s', async () => {
    await invite(admin, { email: 'anna@exempel.se' })
    const { id } = await invite(admin, { email: 'bo@exempel.se' })
    const { body } = await admin.patch(`${API}/people/${id}`).send({ email: 'Anna@exempel.se' }).expect(409)
    expect(body).toMatchObject({ type: '/problems/email-taken' })
    expect((await person(id)).email).toBe('bo@exempel.se')
  })
})

describe('whoever is erased', () => {
  test('is out at once, is not found, and what they did stays without a name', async () => {
    const { person: bo, agent } = await somebody(app, admin, { role: 'editor' })
    await agent.post(`${API}/profiles`).send({ title: 'Testare' }).expect(201)
    await admin.delete(`${API}/people/${bo.id}`).expect(204)
    expect(await nameOf(agent)).toBeNull()
    await admin.get(`${API}/people/${bo.id}`).expect(404)
    await admin.delete(`${API}/people/${bo.id}`).expect(404)
    const { body } = await admin.get(`${API}/profiles/testare/history`).expect(200)
    expect(body).toMatchObject({ entries: [{ by: { id: bo.id, name: null } }] })
    const { entries } = await searched(admin, `person=${bo.id}`)
    expect(entries.map(({ entry }) => entry.event.kind)).toContain('profile-created')
    expect(entries.every(({ actorName, personName }) => ![actorName, personName].includes('Bo Ek'))).toBe(
      true,
    )
  })

  test('may be registered anew with the same e-mail, as somebody else', async () => {
    const { id } = await invite(admin, { email: 'bo@exempel.se' })
    await admin.delete(`${API}/people/${id}`).expect(204)
    expect((await invite(admin, { email: 'bo@exempel.se' })).id).not.toBe(id)
  })
})

test('asking for a link by mail gives the same answer for those we know and those we do not', async () => {
  const { id } = await invite(admin, { email: 'bo@exempel.se' })
  const answers = []
  for (const email of ['BO@exempel.se', 'ingen@exempel.se']) {
    const { status, text, headers } = await app.stranger.post(`${API}/sign-in-links`).send({ email })
    answers.push({ status, text, names: Object.keys(headers).toSorted() })
  }
  expect(answers[0]).toEqual(answers[1])
  expect(answers[0]?.status).toBe(204)
  expect((await mails(id)).map(({ kind }) => kind)).toEqual(['sign-in-link'])
})

test('everything that is done to people, and every reading of them, has its entry', async () => {
  const { length } = await wholeLog(app.storage)
  const bo = await invite(admin, { email: 'bo@exempel.se', role: 'editor' })
  await admin.post(`${API}/people/${bo.id}/invitations`).send({}).expect(204)
  await linkFor(admin, bo.id)
  await admin.patch(`${API}/people/${bo.id}`).send({ name: 'Bo Öst' }).expect(200)
  await everybody()
  await person(bo.id)
  await admin.get(`${API}/people/${bo.id}/data`).expect(200)
  await withdraw(admin, bo.id, bo.roles[0]?.id).expect(204)
  await admin.delete(`${API}/people/${bo.id}/sessions`).expect(204)
  await admin.delete(`${API}/people/${bo.id}`).expect(204)
  const entries = (await wholeLog(app.storage)).slice(length)
  const actor = await adminId()
  expect(new Set(entries.map((entry) => entry.actor))).toEqual(new Set([actor]))
  const said = entries.map(({ event }) => ('what' in event ? `${event.kind}: ${event.what}` : event.kind))
  expect(said).toEqual([
    'person-invited',
    'role-granted',
    'mail-queued',
    'sign-in-link-issued',
    'person-amended',
    'personal-data-read: people',
    'personal-data-read: person',
    'personal-data-read: everything',
    'role-withdrawn',
    'mail-queued',
    'session-ended',
    'person-erased',
  ])
})
