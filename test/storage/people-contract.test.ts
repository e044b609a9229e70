import { sql } from 'kysely'
import type { StoredGrant } from '../../server/storage/people-port.ts'
import { AlreadyThere, type Storage } from '../../server/storage/storage.ts'
import { id } from '../support/build-profile.ts'
import { onEachDatabase } from '../support/databases.ts'

const at = '2026-03-01T09:00:00.000Z'
const later = '2026-03-02T09:00:00.000Z'
const ANNA = { id: id('anna'), name: 'Anna Öst', email: 'Anna@Exempel.se', organisationId: null, locale: 'sv', createdAt: at } as const // prettier-ignore
const BO = { id: id('bo'), name: 'Bo Ek', email: 'bo@exempel.se', organisationId: id('branschen'), locale: 'en', createdAt: later } as const // prettier-ignore
const asStored = { secondStep: false, hasPassword: false, lastSignedInAt: null }
const everything = { kind: 'everything', id: null } as const
const grant = (given: Partial<StoredGrant> = {}): StoredGrant => ({
  id: id('grant'),
  personId: ANNA.id,
  role: 'editor',
  scope: everything,
  grantedAt: at,
  ...given,
})

onEachDatabase((open) => {
  let storage: Storage
  let db: Awaited<ReturnType<typeof open>>['db']
  beforeEach(async () => {
    ;({ storage, db } = await open())
    await storage.write(({ people }) => people.insert(ANNA))
    await storage.write(({ people }) => people.insert(BO))
  })
  const anna = () => storage.read(({ people }) => people.find(ANNA.id))

  describe('people', () => {
    test('are found by id and by e-mail, however its letters are written', async () => {
      const expected = { ...ANNA, email: 'anna@exempel.se', ...asStored }
      await storage.read(async ({ people }) => {
        expect(await people.find(ANNA.id)).toEqual(expected)
        expect(await people.findByEmail('ANNA@exempel.SE')).toEqual(expected)
        expect(await people.list()).toEqual([{ ...BO, ...asStored }, expected])
      })
    })

    test('whom nobody knows are not found, nor are those whose addresses only are alike', async () => {
      await storage.read(async ({ people }) => {
        expect(await people.find(id('nobody'))).toBeUndefined()
        expect(await people.findByEmail('a_na@exempel.se')).toBeUndefined()
      })
    })

    test('have names by id, and those who are gone have none', async () => {
      const names = await storage.read(({ people }) => people.names([ANNA.id, id('gone'), BO.id]))
      expect(names).toEqual(new Map([[ANNA.id, 'Anna Öst'], [BO.id, 'Bo Ek']])) // prettier-ignore
      expect(await storage.read(({ people }) => people.names([]))).toEqual(new Map())
    })

    test.each([
      [
        'registered with',
        (storage: Storage) =>
          storage.write(({ people }) => people.insert({ ...ANNA, id: id('other'), email: 'BO@exempel.se' })),
      ],
      [
        'given',
        (storage: Storage) =>
          storage.write(({ people }) => people.amend(ANNA.id, { email: 'Bo@Exempel.se' })),
      ],
    ])('are never %s somebody else’s e-mail', async (_, work) => {
      const refused = await work(storage).catch((error: unknown) => error)
      expect(refused).toBeInstanceOf(AlreadyThere)
      expect((refused as AlreadyThere).table).toBe('person')
      expect((await anna())?.email).toBe('anna@exempel.se')
    })

    test('may be many without an e-mail', async () => {
      for (const name of ['ett', 'tva']) {
        await storage.write(({ people }) => people.insert({ ...ANNA, id: id(name), email: null }))
      }
      expect(await storage.read(async ({ people }) => (await people.list()).length)).toBe(4)
    })

    test('keep their own e-mail when it is given again', async () => {
      await storage.write(({ people }) => people.amend(ANNA.id, { email: 'anna@exempel.se' }))
      expect((await anna())?.email).toBe('anna@exempel.se')
    })

    test.each([
      ['name', { name: 'Anna Väst' }],
      ['e-mail', { email: 'ny@exempel.se' }],
      ['e-mail, to none', { email: null }],
      ['organisation', { organisationId: id('annan') }],
      ['organisation, to none', { organisationId: null }],
      ['language', { locale: 'en' as const }],
      ['second step', { secondStep: true }],
      ['nothing', {}],
    ])('are amended in their %s and in nothing else', async (_, fields) => {
      const before = await storage.read(({ people }) => people.list())
      await storage.write(({ people }) => people.amend(ANNA.id, fields))
      const after = await storage.read(({ people }) => people.list())
      expect(after).toEqual(before.map((one) => (one.id === ANNA.id ? { ...one, ...fields } : one)))
    })

    test('have a password or none, and only its hash is read', async () => {
      const hash = () => storage.read(({ people }) => people.passwordHash(ANNA.id))
      expect(await hash()).toBeUndefined()
      await storage.write(({ people }) => people.setPassword(ANNA.id, '$argon2id$x'))
      expect([await hash(), (await anna())?.hasPassword]).toEqual(['$argon2id$x', true])
      expect(JSON.stringify(await anna())).not.toContain('argon2id')
      await storage.write(({ people }) => people.setPassword(ANNA.id, null))
      expect([await hash(), (await anna())?.hasPassword]).toEqual([undefined, false])
      expect(await storage.read(({ people }) => people.passwordHash(id('gone')))).toBeUndefined()
    })

    test('are known to have been in', async () => {
      await storage.write(({ people }) => people.noteSignIn(ANNA.id, later))
      expect((await anna())?.lastSignedInAt).toBe(later)
    })
  })

  describe('a role', () => {
    const give = (given: Partial<StoredGrant> = {}) =>
      storage.write(({ people }) => people.insertGrant(grant(given)))

    test.each<[string, StoredGrant['scope']]>([
      ['everything', everything],
      ['an organisation', { kind: 'organisation', id: id('branschen') }],
      ['a profile', { kind: 'profile', id: id('profile') }],
    ])('for %s comes back as it was given', async (_, scope) => {
      await give({ scope })
      expect(await storage.read(({ people }) => people.grants(ANNA.id))).toEqual([grant({ scope })])
      expect(await storage.read(({ people }) => people.grants(BO.id))).toEqual([])
    })

    test('stands among everybody’s, first given first', async () => {
      await give({ id: id('g1'), grantedAt: later })
      await give({ id: id('g2'), personId: BO.id })
      const all = await storage.read(({ people }) => people.grants())
      expect(all.map((each) => each.id)).toEqual([id('g2'), id('g1')])
    })

    test.each<[string, StoredGrant['scope']]>([
      ['everywhere', everything],
      ['in an organisation', { kind: 'organisation', id: id('branschen') }],
    ])('is had once %s, and as often as there are others to have', async (_, scope) => {
      await give({ scope })
      const again = await give({ id: id('again'), scope }).catch((error: unknown) => error)
      expect(again).toBeInstanceOf(AlreadyThere)
      expect((again as AlreadyThere).table).toBe('person_grant')
      await give({ id: id('g2'), role: 'reader', scope })
      await give({ id: id('g3'), scope: { kind: 'organisation', id: id('annan') } })
      await give({ id: id('g4'), personId: BO.id, scope })
    })

    test('is taken away, and the others stay', async () => {
      await give({ id: id('g1') })
      await give({ id: id('g2'), role: 'reader' })
      await storage.write(({ people }) => people.removeGrant(id('g1')))
      const left = await storage.read(({ people }) => people.grants(ANNA.id))
      expect(left.map((each) => each.id)).toEqual([id('g2')])
    })

    test('of nobody cannot be', async () => {
      await expect(give({ personId: id('nobody') })).rejects.toMatchObject({
        message: expect.stringMatching(/foreign key/iu) as string,
      })
    })
  })

  describe('administrators', () => {
    beforeEach(async () => {
      for (const personId of [ANNA.id, BO.id]) {
        const given = grant({ id: personId, personId, role: 'administrator' })
        await storage.write(({ people }) => people.insertGrant(given))
      }
      await storage.write(({ people }) => people.insertGrant(grant({ id: id('editor') })))
    })

    test('are held as they stand, and others are not among them', async () => {
      const held = await storage.write(({ people }) => people.holdAdministrators())
      expect(held.map(({ personId }) => personId).toSorted()).toEqual([BO.id, ANNA.id])
      expect(held.every(({ role }) => role === 'administrator')).toBe(true)
    })

    test('who are taken away by two at once are seen to be gone by the second', async () => {
      const take = (personId: string) =>
        storage.write(async ({ people }) => {
          const held = await people.holdAdministrators()
          if (held.length > 1) await people.removeGrant(personId)
          return held.length
        })
      const held = await Promise.all([take(ANNA.id), take(BO.id)])
      expect(held.toSorted()).toEqual([1, 2])
      expect(await storage.write(({ people }) => people.holdAdministrators())).toHaveLength(1)
    })
  })

  test('who is erased takes everything with them that hangs on them, and nothing of anybody else’s', async () => {
    for (const { id: personId } of [ANNA, BO]) {
      await storage.write(async ({ people, access, mails }) => {
        await people.insertGrant(grant({ id: personId, personId }))
        const secretHash = personId.padEnd(64, 's')
        await access.insertSession({ id: personId, personId, secretHash, by: 'link', device: 'Firefox', createdAt: at, lastSeenAt: at, expiresAt: later, isHalf: false }) // prettier-ignore
        await access.insertLink({ tokenHash: personId, personId, expiresAt: later })
        await access.insertIdentity({
          issuer: 'https://id.example',
          subject: personId,
          personId,
          connectedAt: at,
        })
        await access.insertPasskey({ id: personId, personId, name: 'Nyckel', publicKey: 'pk', counter: 0, transports: [], createdAt: at, lastUsedAt: null }) // prettier-ignore
        await access.insertChallenge({ hash: personId, purpose: 'sign-in', personId, expiresAt: later })
        await mails.insert({ id: personId, personId, kind: 'test', locale: 'sv', status: 'waiting', attempts: 0, createdAt: at, nextAttemptAt: at, claimedAt: null, sentAt: null, problem: null, about: null }) // prettier-ignore
      })
    }
    await storage.write(({ people }) => people.erase(ANNA.id))
    const tables = (await db.introspection.getTables()).filter(({ name, columns }) =>
      // A place at a panel outlasts its person: review-contract.test.ts.
      columns.some(({ name: column }) => column === 'person_id' && name !== 'panel_member'),
    )
    expect(tables.length).toBeGreaterThan(6)
    for (const { name } of tables) {
      const { rows } = await sql<{ person_id: string }>`select person_id from ${sql.table(name)}`.execute(db)
      expect([name, rows.map((row) => row.person_id)]).toEqual([name, [BO.id]])
    }
    expect(await anna()).toBeUndefined()
    expect(await storage.read(({ people }) => people.findByEmail('anna@exempel.se'))).toBeUndefined()
    await storage.write(({ people }) => people.insert({ ...ANNA, id: id('ny') }))
  })
})
