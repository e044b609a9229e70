import type { Response } from 'supertest'
import type { InstallationSettings, LogPage, RetentionPreview } from '../../../schemas/types.ts'
import type { MailStatus } from '../../../server/storage/people-port.ts'
import { tidyUp } from '../../../server/usecases/installation/tidy-up.ts'
import { verify } from '../../../server/usecases/operations/verify.ts'
import { id } from '../../support/build-profile.ts'
import { depsOn, publish } from '../../support/published.ts'
import { startTestApp, type TestApp } from '../../support/test-app.ts'
import {
  API,
  comeIn,
  grant,
  invite,
  linkFor,
  loggedSince,
  organisation,
  searched,
  somebody,
  wholeLog,
  type Agent,
} from '../../usecases/acquaintances.ts'

const SETTINGS = `${API}/installation/settings`
const LOGO = `${API}/installation/logo`
let app: TestApp
let admin: Agent
beforeEach(async () => {
  app = await startTestApp()
  admin = await app.signedIn()
})
afterEach(() => app.close())
const lastEvent = async () => (await wholeLog(app.storage)).at(-1)?.event

describe('settings', () => {
  test('that are changed hold at once, for pages, for sessions and for new profiles', async () => {
    const { body } = await admin
      .patch(SETTINGS)
      .send({ name: 'Yrkesverkstan', outcomeStem: 'Eleven kan' })
      .expect(200)
    expect(body).toMatchObject({ name: 'Yrkesverkstan', thirdCategory: 'responsibilityAutonomy' })
    expect((await app.stranger.get('/').set('accept', 'text/html').expect(200)).text).toContain(
      'Yrkesverkstan',
    )
    expect((await app.stranger.get(`${API}/session`)).body).toMatchObject({
      settings: { name: 'Yrkesverkstan' },
    })
    await admin.post(`${API}/profiles`).send({ title: 'Testare' }).expect(201)
    const draft = (await admin.get(`${API}/profiles/testare/draft`).expect(200)).body as unknown
    expect(JSON.stringify(draft)).toContain('Eleven kan')
    expect((await admin.get(SETTINGS).expect(200)).body).toEqual(body)
  })

  test('that are changed are named in the log, and their values are not', async () => {
    await admin.patch(SETTINGS).send({ name: 'Hemliga verkstan', passwords: true }).expect(200)
    expect(await lastEvent()).toEqual({ kind: 'settings-changed', fields: ['name', 'passwords'] })
  })

  test('of which none is changed leave no entry', async () => {
    const { length } = await wholeLog(app.storage)
    const { body: before } = await admin.get(SETTINGS)
    expect((await admin.patch(SETTINGS).send({}).expect(200)).body).toEqual(before as InstallationSettings)
    expect(await loggedSince(app.storage, length)).toEqual([])
  })

  test.each<[string, object]>([
    ['a name of nothing', { name: ' ' }],
    ['a third category that there is not', { thirdCategory: 'wisdom' }],
    ['no perspective at all', { perspectives: [] }],
    ['panels of at least nine and at most eight', { panelSize: { smallest: 9, largest: 8 } }],
    ['a retention time of no days', { retention: { mailDays: 0, unansweredInvitationDays: 1, inactivePersonDays: 1 } }], // prettier-ignore
    ['a setting that there is not', { logo: 'x' }],
  ])('are not %s', async (_, fields) => {
    const { body: before } = await admin.get(SETTINGS)
    await admin.patch(SETTINGS).send(fields).expect(422)
    expect((await admin.get(SETTINGS)).body).toEqual(before as InstallationSettings)
  })

  test('are seen and changed by administrators alone', async () => {
    const { agent } = await somebody(app, admin, { role: 'editor' })
    await agent.get(SETTINGS).expect(403)
    await agent.patch(SETTINGS).send({ name: 'Min' }).expect(403)
    await agent.put(LOGO).set('content-type', 'image/png').send(picture('png')).expect(403)
    for (const path of [
      '/installation/status',
      '/installation/mails',
      '/installation/expiring',
      '/log',
      '/log/file',
    ])
      await agent.get(`${API}${path}`).expect(403)
  })
})

/** The first bytes of a picture, which say what it is and how large. */
function picture(kind: 'png' | 'jpeg', width = 40, height = 30): Buffer {
  const size = Buffer.alloc(8)
  if (kind === 'png') {
    size.writeUInt32BE(width, 0)
    size.writeUInt32BE(height, 4)
    return Buffer.concat([
      Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
      size,
      Buffer.from('0806000000', 'hex'),
    ])
  }
  size.writeUInt16BE(height, 0)
  size.writeUInt16BE(width, 2)
  const start = Buffer.from('ffd8ffe000104a46494600010101004800480000ffc0001108', 'hex')
  return Buffer.concat([start, size.subarray(0, 4), Buffer.from('03012200021101031101ffd9', 'hex')])
}

describe('a logo', () => {
  const put = (bytes: Buffer, type = 'image/png', agent = admin) =>
    agent.put(LOGO).set('content-type', type).send(bytes)
  const address = () => `/logo/${app.context.installation.setup().logo?.tag}`
  const svg = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>',
  )
  const html = Buffer.from('<!doctype html><script>alert(1)</script>')

  test.each([
    ['PNG', 'png', 'image/png', 'image/png'],
    ['JPEG', 'jpeg', 'image/jpeg', 'image/jpeg'],
    ['JPEG that is called PNG', 'jpeg', 'image/png', 'image/jpeg'],
  ] as const)('that is a %s is put up, and served as what it is', async (_, kind, said, served) => {
    const bytes = picture(kind)
    await put(bytes, said).expect(204)
    const { headers, body } = await app.stranger.get(address()).expect(200)
    expect(headers).toMatchObject({
      'content-type': served,
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining("default-src 'self'") as string,
    })
    expect(body).toEqual(bytes)
    expect(await lastEvent()).toEqual({ kind: 'settings-changed', fields: ['logo'] })
  })

  test.each<[string, Buffer, string, number]>([
    ['an SVG', svg, 'image/svg+xml', 415],
    ['an SVG that is called PNG', svg, 'image/png', 415],
    ['a page', html, 'text/html', 415],
    ['a page that is called JPEG', html, 'image/jpeg', 415],
    ['a GIF that is called PNG', Buffer.from('47494638396128001e00800000', 'hex'), 'image/png', 415],
    ['a PNG that is called something else', picture('png'), 'application/octet-stream', 415],
    ['nothing', Buffer.alloc(0), 'image/png', 415],
    ['half a head of a PNG', picture('png').subarray(0, 12), 'image/png', 415],
    ['more than 300 kB', Buffer.concat([picture('png'), Buffer.alloc(300 * 1024)]), 'image/png', 413],
    ['wider than 2,000 pixels', picture('png', 2001, 10), 'image/png', 422],
    ['higher than 2,000 pixels', picture('jpeg', 10, 2001), 'image/jpeg', 422],
    ['without width', picture('png', 0, 10), 'image/png', 422],
  ])('is not %s', async (_, bytes, type, status) => {
    expect((await put(bytes, type)).status).toBe(status)
    expect(app.context.installation.setup().logo).toBeNull()
  })

  test('has a new address when it is another, is gone from the former, and from all when it is taken down', async () => {
    await put(picture('png')).expect(204)
    const former = address()
    await put(picture('png', 50)).expect(204)
    expect(address()).not.toBe(former)
    await app.stranger.get(former).expect(404)
    const latter = address()
    await admin.delete(LOGO).expect(204)
    await app.stranger.get(latter).expect(404)
    await app.stranger.get('/logo/undefined').expect(404)
  })
})

describe('what is not kept any longer', () => {
  const DAYS = { mailDays: 10, unansweredInvitationDays: 20, inactivePersonDays: 30 }
  const byName = (rows: string[][]) => rows.toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1))
  const preview = async () =>
    (await admin.get(`${API}/installation/expiring`).expect(200)).body as RetentionPreview
  const names = async () =>
    (await app.storage.read(({ people }) => people.list())).map(({ name }) => name).toSorted()
  const later = (days: number) =>
    (app.now = new Date(Date.parse('2026-03-01T09:00:00Z') + days * 86_400_000 + 1))
  const putMail = (personId: string, name: string, status: MailStatus) =>
    app.storage.write(({ mails }) =>
      mails.insert({
        id: id(name),
        personId,
        kind: 'invitation',
        locale: 'sv',
        status,
        attempts: 1,
        createdAt: '2026-03-01T09:00:00.000Z',
        nextAttemptAt: null,
        claimedAt: null,
        sentAt: null,
        problem: null,
        about: null,
      }),
    )

  /** People of every kind, half a year later; the administrator comes in anew. */
  async function halfAYearLater() {
    await admin.patch(SETTINGS).send({ retention: DAYS }).expect(200)
    const stays = await invite(admin, { name: 'Stannar, har en roll', role: 'reader' })
    await comeIn(app, admin, stays.id)
    await invite(admin, { name: 'Stannar, administratör som inte har kommit', role: 'administrator' })
    const away = await invite(admin, { name: 'Går, har varit borta' })
    await comeIn(app, admin, away.id)
    await invite(admin, { name: 'Går, kom aldrig' })
    await putMail(stays.id, 'gone', 'sent')
    await putMail(stays.id, 'waits', 'waiting')
    later(180)
    admin = await app.signedIn()
    const young = await invite(admin, { name: 'Stannar, bjuds in nu' })
    await linkFor(admin, young.id)
  }

  test('is shown before it goes, with why, and the same goes', async () => {
    await halfAYearLater()
    const shown = await preview()
    expect(byName(shown.people.map(({ name, because, since }) => [name, because, since]))).toEqual([
      ['Går, har varit borta', 'inactive', '2026-03-01T09:00:00.000Z'],
      ['Går, kom aldrig', 'never-came', '2026-03-01T09:00:00.000Z'],
    ])
    expect(shown.mails).toBe(1)
    expect(shown.secrets).toBeGreaterThan(3)
    const gone = await tidyUp(app.context.deps, null)
    expect(gone).toEqual({ ...shown, people: shown.people.length })
    expect(await preview()).toEqual({ people: [], mails: 0, secrets: 0, names: 0 })
    expect(await names()).toEqual([
      'Karin Ek',
      'Stannar, administratör som inte har kommit',
      'Stannar, bjuds in nu',
      'Stannar, har en roll',
    ])
    expect((await verify(app.storage)).breaches).toEqual([])
  })

  test('goes when an administrator says so, with an entry for each person and one for the counts', async () => {
    await halfAYearLater()
    const { length } = await wholeLog(app.storage)
    await admin.post(`${API}/installation/jobs/tidy/runs`).expect(204)
    expect(await loggedSince(app.storage, length)).toEqual([
      'job-run',
      'person-erased',
      'person-erased',
      'data-expired',
    ])
    expect(await lastEvent()).toMatchObject({ counts: { people: 2, mails: 1 } })
    await admin.post(`${API}/installation/jobs/tidy/runs`).expect(204)
    expect(await loggedSince(app.storage, length + 4)).toEqual(['job-run'])
  })

  test.each([
    ['on the last day that a person without a role may be away', 30, ['Borta']],
    ['on the day after', 31, []],
  ])('%s, it is known who stays', async (_, days, staying) => {
    await admin
      .patch(SETTINGS)
      .send({ retention: { ...DAYS, unansweredInvitationDays: null } })
      .expect(200)
    const { id: personId } = await invite(admin, { name: 'Borta' })
    await comeIn(app, admin, personId)
    later(days)
    if (days === 30) app.now = new Date(app.now.getTime() - 1)
    await tidyUp(app.context.deps, null)
    expect((await names()).filter((name) => name === 'Borta')).toEqual(staying)
  })

  test('is nobody, where the installation keeps people for ever', async () => {
    await admin.patch(SETTINGS).send({ retention: { mailDays: 10, unansweredInvitationDays: null, inactivePersonDays: null } }).expect(200) // prettier-ignore
    const { id: personId } = await invite(admin, { name: 'Borta' })
    await comeIn(app, admin, personId)
    await invite(admin, { name: 'Aldrig här' })
    later(5000)
    await tidyUp(app.context.deps, null)
    expect(await names()).toEqual(['Aldrig här', 'Borta', 'Karin Ek'])
  })

  test('is no one who has come and has a role, however long ago it was, until the role is taken from them', async () => {
    await admin.patch(SETTINGS).send({ retention: DAYS }).expect(200)
    const { id: personId } = await invite(admin, { name: 'Har en roll' })
    const roleId = await grant(admin, personId, 'panelMember', { kind: 'organisation', id: await organisation(admin, 'Rådet') }) // prettier-ignore
    await comeIn(app, admin, personId)
    later(5000)
    await tidyUp(app.context.deps, null)
    expect(await names()).toEqual(['Har en roll', 'Karin Ek'])
    await app.storage.write(({ people }) => people.removeGrant(roleId))
    await tidyUp(app.context.deps, null)
    expect(await names()).toEqual(['Karin Ek'])
  })
})

describe('the log', () => {
  const kinds = ({ entries }: LogPage) => entries.map(({ entry }) => entry.event.kind)

  test('is searched by person, profile, item and time, with the names that people have now', async () => {
    await publish(depsOn(app.storage))
    const bo = await invite(admin, { name: 'Bo Ek', role: 'editor' })
    const agent = await comeIn(app, admin, bo.id)
    app.now = new Date('2026-03-02T09:00:00Z')
    await agent.post(`${API}/profiles/testare/draft`).send({}).expect(201)
    await admin.patch(`${API}/people/${bo.id}`).send({ name: 'Bo Öst' }).expect(200)
    const byBo = await searched(admin, `person=${bo.id}&profile=testare`)
    expect(byBo.entries).toMatchObject([
      {
        entry: { event: { kind: 'draft-started' } },
        actorName: 'Bo Öst',
        personName: null,
        profileSlug: 'testare',
      },
    ])
    expect(kinds(await searched(admin, `person=${bo.id}&before=2026-03-02T10:00:00%2B01:00`))).toEqual([
      'signed-in',
      'sign-in-link-issued',
      'role-granted',
      'person-invited',
    ])
    expect(kinds(await searched(admin, `from=2026-03-02T09:00:00Z&person=${bo.id}&limit=2`))).toHaveLength(2)
    expect((await searched(admin, 'profile=finns-inte')).total).toBe(0)
    expect((await searched(admin, `item=${id('ingen')}`)).total).toBe(0)
  })

  test.each([
    ['a name for a person', 'person=Bo%20Ek', 'query:person'],
    ['an e-mail for a person', 'person=bo@exempel.se', 'query:person'],
    ['a pattern for a person', 'person=%25', 'query:person'],
    ['nothing that is an id for an item', 'item=%00', 'query:item'],
    ['something else than a time', 'from=ig%C3%A5r', 'query:from'],
  ])('is not searched for %s, and what was asked does not get into it', async (_, query, pointer) => {
    const { length } = await wholeLog(app.storage)
    const { body } = await admin.get(`${API}/log?${query}`).expect(422)
    expect(body).toMatchObject({ errors: [{ pointer }] })
    expect(await loggedSince(app.storage, length)).toEqual([])
  })

  test('says that it was read, and about whom', async () => {
    const { id: personId } = await invite(admin)
    await searched(admin, `person=${personId}`)
    expect(await lastEvent()).toEqual({ kind: 'personal-data-read', what: 'log', forPerson: personId })
  })

  test('is had whole as it is sealed: each entry, without a name', async () => {
    await somebody(app, admin, { name: 'Bo Hemlig', role: 'editor' })
    const expected = await wholeLog(app.storage)
    const { body, headers } = await admin.get(`${API}/log/file`).buffer(true).parse(asText).expect(200)
    expect(headers['content-disposition']).toBe('attachment; filename="logg.ndjson"')
    const text = body as string
    const entries = text.trim().split('\n').map((line) => JSON.parse(line) as unknown) // prettier-ignore
    expect(entries.slice(0, expected.length)).toEqual(expected)
    expect(await loggedSince(app.storage, expected.length)).toEqual(['personal-data-read'])
    expect(text).not.toContain('Hemlig')
  })
})

/** supertest leaves a type that it does not know unread. */
function asText(response: Response, done: (error: Error | null, text: string) => void): void {
  let text = ''
  response.on('data', (chunk: Buffer) => (text += chunk.toString()))
  response.on('end', () => done(null, text))
}
