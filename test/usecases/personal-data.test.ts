import { sql } from 'kysely'
import type { PersonalData } from '../../schemas/types.ts'
import { bringToLatest } from '../../server/storage/database-form.ts'
import { kyselyStorage } from '../../server/storage/kysely/kysely-storage.ts'
import { openSqlite } from '../../server/storage/kysely/sqlite.ts'
import type { StoredReview } from '../../server/storage/review-port.ts'
import { API, wholeLog } from './acquaintances.ts'
import { takePartInEverything, type Life } from './take-part-in-everything.ts'

/** What is held and not given, with why. */
const NOT_GIVEN: Record<string, string> = {
  sign_in_link: 'a hash of a secret; gone within a day',
  challenge: 'a hash of a random number; gone within minutes',
  'person.password_hash': 'the file says that there is one; nobody can read it',
  'panel_member.person_id': 'the person’s own id, which the file is about',
  'position.scope': 'the words that it is on stand there, with their number',
  'position.item_id': 'the words that it is on stand there, with their number',
  'position.wording_hash': 'the words that it is on stand there, with their number',
  'position.seq': 'which came first; they stand in that order',
  'position.act_id': 'a random number that says which arrived already',
  'position.by_coordinator': 'the file says it in a word',
  'rating.at': 'empty',
  'person_grant.person_id': 'the person’s own id, which the file is about',
  'session.id': 'a number that says nothing',
  'session.secret_hash': 'a hash of a secret',
  'session.is_half': 'those half-way in are left out: gone within ten minutes',
  'passkey.id': 'what the device calls it; worth something to an attacker only',
  'passkey.public_key': 'a random number that the device has made',
  'passkey.counter': 'a check against copies',
  'passkey.transports': 'how the browser finds the device',
  'mail.id': 'a number that says nothing',
  'mail.locale': 'the person’s own language, which stands there',
  'mail.attempts': 'how hard it was to send',
  'mail.next_attempt_at': 'when it is tried again',
  'mail.claimed_at': 'when it is being sent',
  'mail.problem': 'what a mail server said',
}

const db = openSqlite(':memory:')
let life: Life
let given: PersonalData
beforeAll(async () => {
  await bringToLatest({ db, dialect: 'sqlite' })
  life = await takePartInEverything(kyselyStorage({ db, dialect: 'sqlite' }))
  given = (await life.elsa.get(`${API}/account/data`).expect(200)).body as PersonalData
}, 30_000)
afterAll(() => life.test.close())

/** The values at the end of every branch, as text. */
function leavesOf(value: unknown): string[] {
  return typeof value === 'object' && value !== null
    ? Object.values(value).flatMap(leavesOf)
    : [String(value)]
}

/** As the file writes what the database keeps as a number. */
const written = (column: string, value: unknown) => String(column === 'second_step' ? value === 1 : value)

test('whatever any table holds about a person is in the file that they get, or is left out for a reason', async () => {
  const tables = await db.introspection.getTables()
  const having = (wanted: string) =>
    tables.filter(({ columns }) => columns.some(({ name }) => name === wanted)).map(({ name }) => name)
  const { elsaId, panel } = life
  const keyed = [
    ['person', 'id', elsaId] as const,
    ...having('person_id').map((name) => [name, 'person_id', elsaId] as const),
    ...having('member_id').map((name) => [name, 'member_id', panel.memberId] as const),
  ]
  expect(keyed.length).toBeGreaterThan(11)
  const inFile = new Set(leavesOf(given))
  const missing: string[] = []
  for (const [name, key, value] of keyed) {
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(name)} where ${sql.ref(key)} = ${value}`.execute(db) // prettier-ignore
    expect([name, rows.length > 0]).toEqual([name, true])
    if (name in NOT_GIVEN) continue
    for (const row of rows.filter(({ is_half: isHalf }) => isHalf !== 1)) {
      for (const [column, value] of Object.entries(row)) {
        const leaves = column === 'document' ? leavesOf(JSON.parse(String(value))) : [written(column, value)]
        for (const leaf of leaves) {
          const isGiven = ['', 'null'].includes(leaf) || inFile.has(leaf)
          if (!isGiven && !(`${name}.${column}` in NOT_GIVEN)) missing.push(`${name}.${column}: ${leaf}`)
        }
      }
    }
  }
  expect(missing).toEqual([])
})

test('all that the log says of them is in it, by number', async () => {
  const about = (await wholeLog(life.test.storage)).filter(
    ({ actor, event }) => actor === life.elsaId || ('forPerson' in event && event.forPerson === life.elsaId),
  )
  expect(given.log.map(({ seq }) => seq)).toEqual(about.map(({ seq }) => seq).toReversed())
  expect(given.log.some(({ kind, profile }) => kind === 'edition-published' && profile === 'testare')).toBe(
    true,
  )
})

test('what they have said from their place at a panel is in it, with the words that it was said of', () => {
  const [place, ...more] = given.panels
  expect(more).toEqual([])
  expect(place).toMatchObject({
    profile: 'testare',
    organisation: 'Hemliga hemtjänsten',
    perspective: 'employer',
    part: 'member',
    isNamed: true,
    isSealed: false,
    recusals: [{ reason: 'Jäv för att hon har skrivit den.' }],
    summonses: [{ place: 'Hemliga gatan 15', answer: 'remotely', wasPresent: true }],
    ratings: [{ round: 1, number: '1', words: 'Förflyttning', importance: 5, clarity: 2 }],
    confirmations: [{ confirms: true }],
  })
  expect(place?.positions.map(({ words, position, reason }) => [words, position, reason])).toEqual([
    ['Testare', 'agree', ''],
    ['Berättar för personen vad som ska hända.', 'disagree', 'Skälet är mitt eget.'],
    ['Förflyttning', 'agreeWithChange', 'Sagt i rummet.'],
  ])
  expect(place?.remarks).toMatchObject([
    {
      quote: 'personen',
      text: 'Synpunkten är min egen.',
      outcome: 'accepted',
      answer: 'Svaret är ett skäl.',
    },
    { words: '', text: 'Synpunkten är återtagen.', outcome: null },
  ])
  expect(given.mails.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['summons', 'review-opened']))
})

test('while a panel hides what is said, nobody else is given it on their behalf', async () => {
  const { test: app, admin, elsa, elsaId, panel } = life
  const change = (visibility: 'hidden' | 'open') =>
    app.storage.write(async ({ reviews }) => {
      const review = (await reviews.find(panel.reviewId)) as StoredReview
      await reviews.save({ ...review, rule: { ...review.rule, visibility } })
    })
  const readBy = async (agent: typeof admin, path: string) => {
    const { body } = await agent.get(`${API}${path}`).expect(200)
    return (body as PersonalData).panels[0]
  }
  await change('hidden')
  const others = await readBy(admin, `/people/${elsaId}/data`)
  expect(others).toMatchObject({ isSealed: true, positions: [], remarks: [], ratings: [], confirmations: [] })
  const text = JSON.stringify(others)
  expect(panel.said.filter((words) => text.includes(words))).toEqual([])
  expect(await readBy(elsa, '/account/data')).toMatchObject({ isSealed: false, positions: expect.arrayContaining([expect.anything()]) as unknown }) // prettier-ignore
  const page = await admin.get(`/administration/personer/${elsaId}/uppgifter`).expect(200)
  expect(page.text).toContain('när panelen har stängt')
  expect(panel.said.filter((words) => page.text.includes(words))).toEqual([])
  await change('open')
  expect((await readBy(admin, `/people/${elsaId}/data`))?.positions).toHaveLength(3)
})

test('the page for people shows what the file holds of panels', async () => {
  const { text } = await life.elsa.get('/konto/uppgifter').expect(200)
  for (const words of [
    ...life.panel.said,
    'instämmer inte',
    'instämmer med ändring (infört i rummet)',
    'Arbetsgivare',
    'på distans',
    'Återtagen',
  ])
    expect(text).toContain(words)
})

test('no secret is in it, and nobody else', () => {
  const text = JSON.stringify(given)
  for (const secret of ['argon2', 'Kvarvarande', 'flodhäst']) expect(text).not.toContain(secret)
})
