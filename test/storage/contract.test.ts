import { sql } from 'kysely'
import type { Edition, LogEntry } from '../../schemas/types.ts'
import { editDraft } from '../../server/domain/profile/edit-draft.ts'
import { followsOn } from '../../server/storage/log-chain.ts'
import { AlreadyThere, type LogSearch, type NewLogEntry, type Storage } from '../../server/storage/storage.ts'
import { onEachDatabase } from '../support/databases.ts'
import { buildVariedProfile } from '../support/arbitrary-edits.ts'
import { buildProfile, id } from '../support/build-profile.ts'

const at = '2026-03-01T09:00:00.000Z'
const profile = buildVariedProfile()
const identity = { id: profile.id, slug: profile.slug, createdAt: at, organisationId: null }
const entry = (text: string, itemId = id('c')): NewLogEntry => ({
  at,
  actor: id('anna'),
  profileId: profile.id,
  event: { kind: 'item-amended', itemKind: 'criterion', itemId, field: 'text', from: '', to: text },
})
const edition = (version: string) => ({
  profileId: profile.id,
  version,
  digest: version.padEnd(64, '0'),
  document: `{"version":"${version}"}`,
  parsed: { id: id(version), publishedAt: at } as Edition,
})
/** better-sqlite3 makes its errors in the realm that loaded it first, so that they are no `Error` of this one. */
const saying = (words: RegExp) => ({ message: expect.stringMatching(words) })

onEachDatabase((open) => {
  let storage: Storage
  let db: Awaited<ReturnType<typeof open>>['db']
  beforeEach(async () => {
    ;({ storage, db } = await open())
  })
  const withProfile = () => storage.write((stores) => stores.profiles.insert(identity))
  const withDraft = async () => {
    await withProfile()
    await storage.write((stores) => stores.drafts.insert({ profile, basedOn: null, changedAt: at }))
  }

  describe('profiles', () => {
    test('are found by slug and by id', async () => {
      await withProfile()
      await storage.read(async ({ profiles }) => {
        expect(await profiles.find('testare')).toEqual(identity)
        expect(await profiles.findById(profile.id)).toEqual(identity)
        expect(await profiles.find('annan')).toBeUndefined()
        expect(await profiles.list()).toEqual([identity])
      })
    })

    test('never share a slug', async () => {
      await withProfile()
      const again = storage.write((stores) => stores.profiles.insert({ ...identity, id: id('other') }))
      await expect(again).rejects.toBeInstanceOf(AlreadyThere)
    })

    test('are handed to an organisation, and to none again', async () => {
      await withProfile()
      for (const organisationId of [id('branschen'), null]) {
        await storage.write(({ profiles }) => profiles.hand(profile.id, organisationId))
        const found = await storage.read(({ profiles }) => profiles.findById(profile.id))
        expect(found).toEqual({ ...identity, organisationId })
      }
    })
  })

  describe('a draft', () => {
    test('comes back as it was put in', async () => {
      await withDraft()
      const draft = await storage.read(({ drafts }) => drafts.find(profile.id))
      expect(draft).toEqual({ profile, revision: 1, basedOn: null, changedAt: at })
    })

    test('is one at most', async () => {
      await withDraft()
      const second = storage.write((stores) =>
        stores.drafts.insert({ profile, basedOn: '1.0.0', changedAt: at }),
      )
      await expect(second).rejects.toBeInstanceOf(AlreadyThere)
    })

    test('that is saved has the next revision, and everything that was changed, moved, added and removed', async () => {
      await withDraft()
      const command = {
        act: 'move',
        itemKind: 'module',
        itemId: id('m3'),
        place: { parentId: profile.id, before: id('m1') },
      } as const
      const moved = editDraft(profile, command)
      const next = moved.ok
        ? { ...moved.next, title: 'Annat', modules: moved.next.modules.slice(0, 2) }
        : profile
      const revision = await storage.write(async ({ drafts }) => {
        const held = await drafts.hold(profile.id)
        return drafts.save(held!, { ...next, roleDescription: 'Ny' }, '2026-03-02T09:00:00.000Z')
      })
      const draft = await storage.read(({ drafts }) => drafts.find(profile.id))
      expect(revision).toBe(2)
      expect(draft).toEqual({
        profile: { ...next, roleDescription: 'Ny' },
        revision: 2,
        basedOn: null,
        changedAt: '2026-03-02T09:00:00.000Z',
      })
      expect(await storage.read(({ drafts }) => drafts.revision(profile.id))).toBe(2)
    })

    test('begins above every revision of an earlier one', async () => {
      await withDraft()
      const last = await storage.write(async ({ drafts, log }) => {
        const held = await drafts.hold(profile.id)
        const revision = await drafts.save(held!, { ...profile, title: 'Annat' }, at)
        await log.append([entry('edited'), entry('discarded')])
        await drafts.remove(profile.id)
        return revision
      })
      await storage.write((stores) => stores.drafts.insert({ profile, basedOn: null, changedAt: at }))
      expect(await storage.read(({ drafts }) => drafts.revision(profile.id))).toBeGreaterThan(last)
    })

    test('is gone with its modules when it is removed', async () => {
      await withDraft()
      await storage.write(({ drafts }) => drafts.remove(profile.id))
      expect(await storage.read(({ drafts }) => drafts.find(profile.id))).toBeUndefined()
      expect(await db.selectFrom('draft_module').selectAll().execute()).toEqual([])
    })
  })

  describe('editions', () => {
    beforeEach(withProfile)
    const insert = (version: string) => storage.write(({ editions }) => editions.insert(edition(version)))

    test('are listed latest first, and the one published last applies', async () => {
      await insert('1.0.0')
      await insert('1.10.0')
      await storage.read(async ({ editions }) => {
        expect((await editions.list(profile.id)).map(({ version }) => version)).toEqual(['1.10.0', '1.0.0'])
        expect((await editions.latest(profile.id))?.version).toBe('1.10.0')
        expect([await editions.exists(profile.id), await editions.exists('nobody')]).toEqual([true, false])
        expect((await editions.find(profile.id, '1.0.0'))?.document).toBe('{"version":"1.0.0"}')
        const all: string[] = []
        for await (const { version } of editions.all()) all.push(version)
        expect(all).toEqual(['1.0.0', '1.10.0'])
      })
    })

    test('never share a version', async () => {
      await insert('1.0.0')
      await expect(insert('1.0.0')).rejects.toBeInstanceOf(AlreadyThere)
    })

    test.each([
      ['changed', sql`update edition set document = 'x'`],
      ['taken away', sql`delete from edition`],
      [
        'replaced',
        sql`insert into edition (number, id, profile_id, version, digest, published_at, document) select number, id, profile_id, version, digest, published_at, 'x' from edition where true on conflict (id) do update set document = 'x'`,
      ],
    ])('cannot be %s, not even by the database itself', async (_, statement) => {
      await insert('1.0.0')
      await expect(statement.execute(db)).rejects.toMatchObject(saying(/never change|cannot insert/u))
      expect((await storage.read(({ editions }) => editions.latest(profile.id)))?.document).toBe(
        '{"version":"1.0.0"}',
      )
    })
  })

  describe('the log', () => {
    test('numbers its entries without gaps and chains each to the one before', async () => {
      await storage.write(({ log }) => log.append([entry('a'), entry('b')]))
      await storage.write(({ log }) => log.append([{ ...entry('c'), because: { kind: 'undid' } }]))
      const entries: LogEntry[] = []
      await storage.read(async ({ log }) => {
        for await (const each of log.all()) entries.push(each)
      })
      const start = { seq: 0, hash: '0'.repeat(64) }
      expect(entries.map(({ seq }) => seq)).toEqual([1, 2, 3])
      expect(entries.every((each, index) => followsOn(entries[index - 1] ?? start, each))).toBe(true)
      expect(await storage.read(({ log }) => log.head())).toEqual({ seq: 3, hash: entries[2]?.hash })
    })

    test('is read by profile in pages, latest first, and by number', async () => {
      const elsewhere = { ...entry('x'), profileId: id('other') }
      await storage.write(({ log }) => log.append([entry('a'), elsewhere, entry('b'), entry('c')]))
      await storage.read(async ({ log }) => {
        const page = await log.page(profile.id, { limit: 2, page: 1 })
        expect([page.entries.map(({ seq }) => seq), page.total]).toEqual([[4, 3], 3])
        expect((await log.page(profile.id, { limit: 2, page: 2 })).entries.map(({ seq }) => seq)).toEqual([1])
        expect((await log.find(3))?.event).toEqual(entry('b').event)
        expect(await log.find(9)).toBeUndefined()
      })
    })

    test('knows who changed an item last', async () => {
      await storage.write(({ log }) =>
        log.append([entry('a'), { ...entry('b'), actor: id('bo') }, entry('c', id('other'))]),
      )
      expect((await storage.read(({ log }) => log.lastAmendment(profile.id, id('c'))))?.actor).toBe(id('bo'))
    })

    test('keeps what is said afterwards apart from the changes', async () => {
      const explained: NewLogEntry = {
        ...entry(''),
        event: { kind: 'change-explained', of: 1, text: 'Därför.' },
      }
      await storage.write(({ log }) => log.append([entry('a'), explained]))
      await storage.read(async ({ log }) => {
        expect((await log.page(profile.id, { limit: 9, page: 1 })).total).toBe(1)
        expect((await log.explanations(profile.id)).map(({ event }) => event)).toEqual([explained.event])
      })
    })

    describe('searched', () => {
      const [anna, bo] = [id('anna'), id('bo')]
      const invited = { kind: 'person-invited', forPerson: bo } as const
      const quoted = `Skrev "forPerson":"${bo}" i en text`
      beforeEach(() =>
        storage.write(({ log }) =>
          log.append([
            { ...entry('a'), at: '2026-03-01T09:00:00.000Z' },
            { ...entry(''), event: invited, profileId: null, at: '2026-03-01T10:00:00.000Z' },
            { ...entry('c', id('other')), actor: bo, at: '2026-03-01T11:00:00.000Z' },
            { ...entry('d'), actor: null, profileId: id('other'), at: '2026-03-01T12:00:00.000Z' },
            { ...entry(quoted), at: '2026-03-01T13:00:00.000Z' },
          ]),
        ),
      )

      test.each<[string, LogSearch, number[]]>([
        ['everything', {}, [5, 4, 3, 2, 1]],
        ['what a person did', { personId: anna }, [5, 2, 1]],
        ['what a person did and had done to them, not what quotes it', { personId: bo }, [3, 2]],
        ['a person whom nobody knows', { personId: id('nobody') }, []],
        ['whoever’s id is like a pattern', { personId: '%' }, []],
        ['a profile', { profileId: profile.id }, [5, 3, 1]],
        ['a profile that there is not', { profileId: '' }, []],
        ['an item', { itemId: id('other') }, [3]],
        ['from a moment on, that moment too', { from: '2026-03-01T11:00:00.000Z' }, [5, 4, 3]],
        ['before a moment, without that moment', { before: '2026-03-01T11:00:00.000Z' }, [2, 1]],
        [
          'between two moments, a person and a profile at once',
          {
            personId: anna,
            profileId: profile.id,
            from: '2026-03-01T09:00:00.000Z',
            before: '2026-03-01T13:00:00.000Z',
          },
          [1],
        ],
      ])('for %s, it gives those entries, latest first', async (_, search, expected) => {
        const found = await storage.read(({ log }) => log.search(search, { limit: 9, page: 1 }))
        expect([found.entries.map(({ seq }) => seq), found.total]).toEqual([expected, expected.length])
      })

      test.each<[string, string, [number, boolean][]]>([
        ['who has done things', anna, [[5, true], [2, true], [1, true]]],
        ['who has done something and had something done to them', bo, [[3, true], [2, false]]],
        ['whom nobody knows', id('nobody'), []],
        ['whose id is like a pattern', '%', []],
      ])('for somebody %s, it gives what they are in, and whether it was they who did it', async (_, who, expected) => {
        const traces = await storage.read(({ log }) => log.traces(who))
        expect(traces.map(({ seq, byThem }) => [seq, byThem])).toEqual(expected)
      }) // prettier-ignore

      test('gives all of what somebody is in, however much it is', async () => {
        const many = Array.from({ length: 10_001 }, () => ({ ...entry('a'), actor: bo }))
        await storage.write(({ log }) => log.append(many))
        const traces = await storage.read(({ log }) => log.traces(bo))
        expect(traces).toHaveLength(many.length + 2)
        expect(traces.slice(-3).map(({ seq, kind }) => [seq, kind])).toEqual([
          [6, 'item-amended'],
          [3, 'item-amended'],
          [2, 'person-invited'],
        ])
      })

      test('is read in pages that together hold each entry once', async () => {
        const pages = await storage.read(({ log }) =>
          Promise.all([1, 2, 3, 4].map((page) => log.search({}, { limit: 2, page }))),
        )
        expect(pages.map(({ entries }) => entries.map(({ seq }) => seq))).toEqual([[5, 4], [3, 2], [1], []])
        expect(pages.map(({ total }) => total)).toEqual([5, 5, 5, 5])
      })

      test('can be followed on from any entry', async () => {
        const after = (seq: number) => storage.read(({ log }) => log.after(seq, 2))
        expect((await after(0)).map(({ seq }) => seq)).toEqual([1, 2])
        expect((await after(4)).map(({ seq }) => seq)).toEqual([5])
        expect(await after(5)).toEqual([])
      })
    })

    test.each([
      ['changed', sql`update log set event = '{}'`],
      ['shortened', sql`delete from log`],
    ])('cannot be %s, not even by the database itself', async (_, statement) => {
      await storage.write(({ log }) => log.append([entry('a')]))
      await expect(statement.execute(db)).rejects.toMatchObject(saying(/never change/u))
    })
  })

  describe('a write', () => {
    test('that fails half-way leaves nothing behind, and what was to follow does not happen', async () => {
      const happened: string[] = []
      const failing = storage.write(async ({ profiles, log, afterCommit }) => {
        await profiles.insert(identity)
        await log.append([entry('a')])
        afterCommit(() => happened.push('announced'))
        throw new Error('the clock stopped')
      })
      await expect(failing).rejects.toThrow('the clock stopped')
      await storage.read(async ({ profiles, log }) => {
        expect(await profiles.list()).toEqual([])
        expect(await log.head()).toEqual({ seq: 0, hash: '0'.repeat(64) })
      })
      expect(happened).toEqual([])
    })

    test('is followed by what was to follow, in order, once it is kept', async () => {
      const happened: string[] = []
      await storage.write(async ({ profiles, afterCommit }) => {
        afterCommit(() => happened.push('first'))
        await profiles.insert(identity)
        afterCommit(() => happened.push('second'))
        expect(happened).toEqual([])
      })
      expect(happened).toEqual(['first', 'second'])
    })

    test('by many at once keeps every edit and an unbroken log', async () => {
      await withDraft()
      const rename = (field: 'title' | 'owner', suffix: string) =>
        storage.write(async ({ drafts, log }) => {
          const held = await drafts.hold(profile.id)
          await drafts.save(held!, { ...held!.profile, [field]: `${held!.profile[field]}${suffix}` }, at)
          await log.append([entry(suffix)])
        })
      await Promise.all(Array.from({ length: 20 }, (_, index) => rename(index % 2 ? 'title' : 'owner', '+')))
      const draft = await storage.read(({ drafts }) => drafts.find(profile.id))
      expect([draft?.revision, draft?.profile.title, draft?.profile.owner]).toEqual([
        21,
        `Testare${'+'.repeat(10)}`,
        `Testrådet${'+'.repeat(10)}`,
      ])
      expect((await storage.read(({ log }) => log.head())).seq).toBe(20)
    })
  })

  test('a reading sees one point in time', async () => {
    await withDraft()
    let meanwhile: Promise<unknown> = Promise.resolve()
    await storage.read(async ({ drafts }) => {
      const first = await drafts.find(profile.id)
      meanwhile = storage.write(async (stores) => {
        const held = await stores.drafts.hold(profile.id)
        await stores.drafts.save(held!, { ...buildProfile(), title: 'Annat' }, at)
      })
      expect(await drafts.find(profile.id)).toEqual(first)
    })
    await meanwhile
    expect((await storage.read(({ drafts }) => drafts.find(profile.id)))?.profile.title).toBe('Annat')
  })
})
