import { createHash } from 'node:crypto'
import type { EditionList, EditionSummary } from '../../../schemas/types.ts'
import {
  buildCriterion,
  buildDecision,
  buildLink,
  buildOutcome,
  buildProfile,
  id,
} from '../../support/build-profile.ts'
import { depsOn, draft, publish } from '../../support/published.ts'
import { startTestApp, type TestApp } from '../../support/test-app.ts'

let app: TestApp
const saying = (text: string) =>
  buildProfile({
    modules: [
      buildLink({
        id: id('m'),
        outcomes: [buildOutcome({ id: id('o'), criteria: [buildCriterion({ id: id('c'), text })] })],
      }),
    ],
  })
beforeEach(async () => {
  app = await startTestApp()
})
afterEach(() => app.close())
const editions = '/api/v1/profiles/testare/editions'

describe('a published version', () => {
  beforeEach(() => publish(depsOn(app.storage), saying('Visar.')))

  test('is read without signing in, byte for byte as it was sealed: its tag is the digest of the bytes', async () => {
    const { text, headers } = await app.stranger
      .get(`${editions}/1.0.0`)
      .set('accept-encoding', 'identity')
      .expect(200)
    expect(headers.etag).toBe(`"${createHash('sha256').update(text).digest('hex')}"`)
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect(JSON.parse(text)).toMatchObject({ version: '1.0.0', profile: { title: 'Testare' } })
  })

  test('is the same the second time, when it comes from memory, and gzipped', async () => {
    const first = await app.stranger.get(`${editions}/1.0.0`).set('accept-encoding', 'identity')
    const second = await app.stranger.get(`${editions}/1.0.0`).set('accept-encoding', 'identity')
    const gzipped = await app.stranger.get(`${editions}/1.0.0`).set('accept-encoding', 'gzip')
    expect([second.text, gzipped.text]).toEqual([first.text, first.text])
    expect([gzipped.headers['content-encoding'], gzipped.headers.etag]).toEqual(['gzip', first.headers.etag])
    expect(second.headers['x-content-type-options']).toBe('nosniff')
  })

  test.each(['"{etag}"', 'W/"{etag}"', '"other", "{etag}"'])(
    'is not sent again to a reader who has it (%s)',
    async (tag) => {
      const { headers } = await app.stranger.get(`${editions}/1.0.0`)
      const known = tag.replace('"{etag}"', String(headers.etag))
      const { text } = await app.stranger.get(`${editions}/1.0.0`).set('if-none-match', known).expect(304)
      expect(text).toBe('')
    },
  )

  test('can be asked for as the latest, and is then not kept for ever', async () => {
    const { headers, body } = await app.stranger.get(`${editions}/latest`).expect(200)
    expect([(body as { version: string }).version, headers['cache-control']]).toEqual(['1.0.0', 'no-cache'])
  })

  test('comes as a file that can be imported elsewhere', async () => {
    const { headers, body } = await app.stranger.get(`${editions}/1.0.0/file`).expect(200)
    expect(headers['content-disposition']).toBe('attachment; filename="testare-1.0.0.json"')
    expect(body).toMatchObject({ format: 'profilverkstad-profile-1', published: { version: '1.0.0' } })
  })

  test('prints the same bytes the second time, and tells a reader who has them', async () => {
    const [first, second] = [
      await app.stranger.get(`${editions}/1.0.0/pdf`),
      await app.stranger.get(`${editions}/1.0.0/pdf`),
    ]
    expect((first.body as Buffer).equals(second.body as Buffer)).toBe(true)
    await app.stranger
      .get(`${editions}/1.0.0/pdf`)
      .set('if-none-match', String(first.headers.etag))
      .expect(304)
    const english = await app.stranger.get(`${editions}/1.0.0/pdf?language=en`).expect(200)
    expect(english.headers.etag).not.toBe(first.headers.etag)
  })

  test.each(['9.9.9', '1.0', '..%2f..', '..'])('that is not there (%s) is not found', async (version) => {
    const { body } = await app.stranger.get(`${editions}/${version}`).expect(404)
    expect(body).toMatchObject({ type: '/problems/edition-not-found' })
  })
})

describe('publishing', () => {
  const publication = { version: '1.0.0', decision: buildDecision(), rulings: [] }
  const attempt = async (body: object) => {
    const karin = await app.signedIn()
    const { headers } = await karin.get('/api/v1/profiles/testare/draft').expect(200)
    return karin
      .post(editions)
      .set('if-match', String(headers.etag))
      .send({ ...publication, ...body })
  }

  test('leaves the former version as it was, and superseded', async () => {
    await publish(depsOn(app.storage), saying('Visar.'))
    const before = await app.stranger.get(`${editions}/1.0.0`)
    await draft(depsOn(app.storage), saying('Visar hur.'))
    const rulings = [{ itemId: id('c'), equivalent: false, reason: 'Mer.' }]
    const { status, body } = await attempt({ version: '2.0.0', rulings })
    expect([status, (body as EditionSummary).standing]).toEqual([201, 'current'])
    const after = await app.stranger.get(`${editions}/1.0.0`)
    expect(after.text).toBe(before.text)
    const list = (await app.stranger.get(editions)).body as EditionList
    expect(list.editions.map(({ version, standing }) => `${version} ${standing}`)).toEqual([
      '2.0.0 current',
      '1.0.0 superseded',
    ])
    await (await app.signedIn()).get('/api/v1/profiles/testare/draft').expect(404)
  })

  describe.each<[string, object, number, string]>([
    ['under the former version', { version: '1.0.0' }, 409, 'version-not-later'],
    ['while a rewording waits for its ruling', { version: '2.0.0' }, 409, 'ruling-missing'],
    [
      'under an unexplained version',
      { version: '3.0.0', rulings: [{ itemId: id('c'), equivalent: true, reason: '' }] },
      409,
      'version-unexplained',
    ],
    [
      'without a decision',
      { decision: { decidedOn: '2026-02-30', decidedBy: '', grounds: '' } },
      422,
      'request-invalid',
    ],
    [
      'with a decision that has not been made yet',
      { decision: buildDecision({ decidedOn: '2027-01-01' }) },
      422,
      'request-invalid',
    ],
  ])('%s', (_, given, status, code) => {
    test(`is refused with ${code}, and nothing is stored`, async () => {
      await publish(depsOn(app.storage), saying('Visar.'))
      await draft(depsOn(app.storage), saying('Visar hur.'))
      const answer = await attempt(given)
      expect([answer.status, (answer.body as { type: string }).type]).toEqual([status, `/problems/${code}`])
      expect(((await app.stranger.get(editions)).body as EditionList).total).toBe(1)
      await (await app.signedIn()).get('/api/v1/profiles/testare/draft').expect(200)
    })
  })

  test.each([
    ['has not begun in Sweden is refused', '2026-06-30T21:59:00Z', '2026-07-01', 422],
    ['has begun in Sweden, though not in UTC, is done', '2026-06-30T22:01:00Z', '2026-07-01', 201],
    ['has begun in Sweden in winter, an hour before UTC, is done', '2026-01-14T23:01:00Z', '2026-01-15', 201],
  ])('on a decision of a day that %s', async (_, now, decidedOn, status) => {
    await draft(depsOn(app.storage), saying('Visar.'))
    app.now = new Date(now)
    expect((await attempt({ decision: buildDecision({ decidedOn }) })).status).toBe(status)
  })

  test('names the place of a decision that has not been made yet', async () => {
    await draft(depsOn(app.storage), saying('Visar.'))
    const { body } = await attempt({ decision: buildDecision({ decidedOn: '2026-03-02' }) })
    expect(body).toMatchObject({ errors: [{ pointer: '/decision/decidedOn', code: 'not-yet' }] })
  })

  test('names everything that a draft lacks', async () => {
    await draft(depsOn(app.storage), { ...saying(''), title: '' })
    const { status, body } = await attempt({})
    expect([status, (body as { missing: { code: string }[] }).missing.map(({ code }) => code)]).toEqual([
      409,
      ['no-title', 'no-text'],
    ])
  })

  test('is told to everyone who has the draft open', async () => {
    await draft(depsOn(app.storage), saying('Visar.'))
    const heard: unknown[] = []
    app.context.announcements.listen('testare', (announcement) => heard.push(announcement), {
      personId: null,
      sessionId: null,
      onEnd: () => undefined,
    })
    await attempt({})
    expect(heard).toMatchObject([{ kind: 'draft-published', version: '1.0.0', by: { name: 'Karin Ek' } }])
  })
})
