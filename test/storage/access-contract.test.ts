import type { Challenge, StoredPasskey, StoredSession } from '../../server/storage/people-port.ts'
import type { Storage, Writers } from '../../server/storage/storage.ts'
import { id } from '../support/build-profile.ts'
import { onEachDatabase } from '../support/databases.ts'

const at = '2026-03-01T09:00:00.000Z'
const soon = '2026-03-01T10:00:00.000Z'
const later = '2026-03-15T09:00:00.000Z'
const [ANNA, BO] = [id('anna'), id('bo')]
const session = (given: Partial<StoredSession> = {}): StoredSession => ({
  id: id('session'),
  personId: ANNA,
  by: 'link',
  device: 'Firefox, Windows',
  createdAt: at,
  lastSeenAt: at,
  expiresAt: later,
  isHalf: false,
  ...given,
})
const link = { tokenHash: 't'.repeat(64), personId: ANNA, expiresAt: soon }
const passkey = (given: Partial<StoredPasskey> = {}): StoredPasskey => ({
  id: 'nyckel',
  personId: ANNA,
  name: 'Min telefon',
  publicKey: 'cHVibGlr',
  counter: 0,
  transports: ['internal', 'hybrid'],
  createdAt: at,
  lastUsedAt: null,
  ...given,
})
const challenge = (given: Partial<Challenge> = {}): Challenge => ({
  hash: 'c'.repeat(64),
  purpose: 'sign-in',
  personId: ANNA,
  expiresAt: soon,
  ...given,
})

onEachDatabase((open) => {
  let storage: Storage
  beforeEach(async () => {
    ;({ storage } = await open())
    await storage.write(async ({ people }) => {
      for (const personId of [ANNA, BO]) {
        const person = { id: personId, name: 'Namn', email: null, organisationId: null, createdAt: at }
        await people.insert({ ...person, locale: 'sv' })
      }
    })
  })
  const act = <T>(work: (access: Writers['access']) => Promise<T>) =>
    storage.write(({ access }) => work(access))

  describe('a session', () => {
    const open = (given: Partial<StoredSession> = {}, secretHash = 's'.repeat(64)) =>
      act((access) => access.insertSession({ ...session(given), secretHash }))
    const found = (now = at, secretHash = 's'.repeat(64)) => act((access) => access.session(secretHash, now))

    test.each([false, true])('comes back as it was opened, half: %s', async (isHalf) => {
      await open({ isHalf })
      expect(await found()).toEqual(session({ isHalf }))
    })

    test('is known by its secret alone, until it expires', async () => {
      await open()
      expect(await found(at, 'x'.repeat(64))).toBeUndefined()
      expect(await found('2026-03-15T08:59:59.999Z')).toBeDefined()
      expect(await found(later)).toBeUndefined()
    })

    test('is one for a secret', async () => {
      await open()
      await expect(open({ id: id('other') })).rejects.toMatchObject({
        name: 'AlreadyThere',
        table: 'session',
      })
    })

    test('stands among its owner’s, last used first, unless it is half, over or somebody else’s', async () => {
      await open({ id: id('s1') }, '1')
      await open({ id: id('s2') }, '2')
      await open({ id: id('half'), isHalf: true }, '3')
      await open({ id: id('over'), expiresAt: soon }, '4')
      await open({ id: id('bos'), personId: BO }, '5')
      await act((access) => access.seeSession(id('s1'), soon))
      const theirs = await act((access) => access.sessions(ANNA, soon))
      expect(theirs).toEqual([session({ id: id('s1'), lastSeenAt: soon }), session({ id: id('s2') })])
      const counted = (personId?: string) => act((access) => access.countSessions(soon, personId))
      expect(Object.fromEntries(await counted())).toEqual({ [ANNA]: 2, [BO]: 1 })
      expect([...(await counted(BO))]).toEqual([[BO, 1]])
    })

    test.each<[string, (access: Writers['access']) => Promise<void>, string[]]>([
      ['by itself', (access) => access.endSession(id('s1')), ['s2', 'half', 'bos']],
      ['with all of its owner’s, half ones too', (access) => access.endSessions(ANNA), ['bos']],
      ['with all but one', (access) => access.endSessions(ANNA, id('s2')), ['s2', 'bos']],
    ])('is ended %s', async (_, end, left) => {
      const owners = { s1: ANNA, s2: ANNA, half: ANNA, bos: BO }
      for (const [name, personId] of Object.entries(owners))
        await open({ id: id(name), personId, isHalf: name === 'half' }, name)
      await act(end)
      const there = await Promise.all(Object.keys(owners).map((name) => found(at, name)))
      expect(there.map((each) => each?.id).filter(Boolean)).toEqual(left.map(id))
    })
  })

  describe('a link', () => {
    const spend = (now = at) => act((access) => access.spendLink(link.tokenHash, now))
    const whose = (now = at) => act((access) => access.linkFor(link.tokenHash, now))
    beforeEach(() => act((access) => access.insertLink(link)))

    test('opens once, and asking whose it is does not use it up', async () => {
      expect([await whose(), await whose()]).toEqual([ANNA, ANNA])
      expect([await spend(), await spend()]).toEqual([ANNA, undefined])
      expect(await whose()).toBeUndefined()
    })

    test('opens for one of many who come at once', async () => {
      const got = await Promise.all(Array.from({ length: 8 }, () => spend()))
      expect(got.filter((each) => each === ANNA)).toHaveLength(1)
      expect(got.filter((each) => each === undefined)).toHaveLength(7)
    })

    test('opens nothing when it has expired', async () => {
      expect([await whose(soon), await spend(soon)]).toEqual([undefined, undefined])
      expect(await spend()).toBe(ANNA)
    })

    test('opens nothing when its owner’s have been taken away, and other people’s stay', async () => {
      await act((access) => access.insertLink({ ...link, tokenHash: 'bos', personId: BO }))
      await act((access) => access.removeLinks(ANNA))
      expect([await whose(), await spend()]).toEqual([undefined, undefined])
      expect(await act((access) => access.linkFor('bos', at))).toBe(BO)
    })

    test('that was never made opens nothing', async () => {
      expect(await act((access) => access.spendLink('other', at))).toBeUndefined()
    })
  })

  describe('an identity', () => {
    const identity = { issuer: 'https://id.example', subject: 'anna-1', personId: ANNA, connectedAt: at }
    beforeEach(() => act((access) => access.insertIdentity(identity)))

    test('is known by issuer and subject together', async () => {
      const find = (issuer: string, subject: string) => act((access) => access.identity(issuer, subject))
      expect(await find('https://id.example', 'anna-1')).toEqual(identity)
      expect(await find('https://other.example', 'anna-1')).toBeUndefined()
      expect(await find('https://id.example', 'ANNA-1')).toBeUndefined()
    })

    test('is one person’s', async () => {
      const again = act((access) => access.insertIdentity({ ...identity, personId: BO }))
      await expect(again).rejects.toMatchObject({ name: 'AlreadyThere', table: 'identity' })
    })

    test('goes with its issuer, and its owner’s others stay', async () => {
      const other = { ...identity, issuer: 'https://a.example' }
      await act((access) => access.insertIdentity(other))
      expect(await act((access) => access.identities(ANNA))).toEqual([other, identity])
      await act((access) => access.removeIdentity(BO, identity.issuer))
      await act((access) => access.removeIdentity(ANNA, identity.issuer))
      expect(await act((access) => access.identities(ANNA))).toEqual([other])
    })
  })

  describe('a passkey', () => {
    test.each([
      ['as it was added', passkey()],
      ['without ways to reach it', passkey({ transports: [] })],
      ['with as many uses as a device can count', passkey({ counter: 4_294_967_295 })],
    ])('comes back %s', async (_, added) => {
      await act((access) => access.insertPasskey(added))
      expect(await act((access) => access.passkey('nyckel'))).toEqual(added)
      expect(await act((access) => access.passkey('annan'))).toBeUndefined()
    })

    test('remembers its use, and stands among its owner’s, first added first', async () => {
      await act((access) => access.insertPasskey(passkey({ id: 'z' })))
      await act((access) => access.insertPasskey(passkey({ id: 'a', createdAt: soon })))
      await act((access) => access.insertPasskey(passkey({ id: 'bos', personId: BO })))
      await act((access) => access.usePasskey('z', 7, soon))
      const used = passkey({ id: 'z', counter: 7, lastUsedAt: soon })
      expect(await act((access) => access.passkeys(ANNA))).toEqual([
        used,
        passkey({ id: 'a', createdAt: soon }),
      ])
    })

    test('is gone when it is removed, and is one for an id', async () => {
      await act((access) => access.insertPasskey(passkey()))
      const again = act((access) => access.insertPasskey(passkey({ personId: BO })))
      await expect(again).rejects.toMatchObject({ name: 'AlreadyThere', table: 'passkey' })
      await act((access) => access.removePasskey('nyckel'))
      expect(await act((access) => access.passkeys(ANNA))).toEqual([])
    })
  })

  describe('a challenge', () => {
    const spend = (now = at) => act((access) => access.spendChallenge(challenge().hash, now))

    test.each([
      ['somebody', challenge({ purpose: 'registration' })],
      ['nobody in particular', challenge({ personId: null })],
    ])('of %s is answered once', async (_, kept) => {
      await act((access) => access.insertChallenge(kept))
      expect([await spend(), await spend()]).toEqual([kept, undefined])
    })

    test('is answered by one of many who come at once', async () => {
      await act((access) => access.insertChallenge(challenge()))
      const got = await Promise.all(Array.from({ length: 8 }, () => spend()))
      expect(got.filter(Boolean)).toEqual([challenge()])
    })

    test('that has expired is used up by the attempt', async () => {
      await act((access) => access.insertChallenge(challenge()))
      expect([await spend(soon), await spend(at)]).toEqual([undefined, undefined])
    })
  })

  describe('what is used or has expired', () => {
    test('is counted as what then goes, and the rest stays', async () => {
      await act(async (access) => {
        await access.insertLink({ ...link, tokenHash: 'spent', expiresAt: later })
        await access.spendLink('spent', at)
        await access.insertLink({ ...link, tokenHash: 'expired' })
        await access.insertLink({ ...link, tokenHash: 'open', expiresAt: later })
        await access.insertSession({ ...session({ id: id('s1'), expiresAt: soon }), secretHash: 'over' })
        await access.insertSession({ ...session({ id: id('s2') }), secretHash: 'open' })
        await access.insertChallenge(challenge({ hash: 'over', personId: null }))
        await access.insertChallenge(challenge({ hash: 'open', expiresAt: later }))
      })
      const counted = () => storage.read(({ access }) => access.countExpired(soon))
      expect(await counted()).toBe(4)
      expect(await act((access) => access.removeExpired(soon))).toBe(4)
      expect([await counted(), await act((access) => access.removeExpired(soon))]).toEqual([0, 0])
      const open = await act(async (access) => [
        await access.linkFor('open', soon),
        (await access.session('open', soon))?.id,
        (await access.spendChallenge('open', soon))?.hash,
      ])
      expect(open).toEqual([ANNA, id('s2'), 'open'])
    })
  })
})
