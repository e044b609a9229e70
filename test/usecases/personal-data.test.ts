import { sql } from 'kysely'
import type { PersonalData } from '../../schemas/types.ts'
import { bringToLatest } from '../../server/storage/database-form.ts'
import { kyselyStorage } from '../../server/storage/kysely/kysely-storage.ts'
import { openSqlite } from '../../server/storage/kysely/sqlite.ts'
import { API, wholeLog } from './acquaintances.ts'
import { takePartInEverything, type Life } from './take-part-in-everything.ts'

/** What is held and not given, with why. */
const NOT_GIVEN: Record<string, string> = {
  sign_in_link: 'a hash of a secret; gone within a day',
  challenge: 'a hash of a random number; gone within minutes',
  'person.password_hash': 'the file says that there is one; nobody can read it',
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
})
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
  const tables = (await db.introspection.getTables()).filter(
    ({ name, columns }) => name === 'person' || columns.some((column) => column.name === 'person_id'),
  )
  expect(tables.length).toBeGreaterThan(7)
  const leaves = new Set(leavesOf(given))
  const missing: string[] = []
  for (const { name } of tables) {
    const key = sql.ref(name === 'person' ? 'id' : 'person_id')
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(name)} where ${key} = ${life.elsaId}`.execute(db) // prettier-ignore
    expect([name, rows.length > 0]).toEqual([name, true])
    if (name in NOT_GIVEN) continue
    for (const row of rows.filter(({ is_half: isHalf }) => isHalf !== 1)) {
      for (const [column, value] of Object.entries(row)) {
        const isGiven = value === null || value === '' || leaves.has(written(column, value))
        if (!isGiven && !(`${name}.${column}` in NOT_GIVEN)) missing.push(`${name}.${column}`)
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

test('no secret is in it, and nobody else', () => {
  const text = JSON.stringify(given)
  for (const secret of ['argon2', 'Kvarvarande', 'flodhäst']) expect(text).not.toContain(secret)
})
