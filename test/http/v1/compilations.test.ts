import { sql } from 'kysely'
import type {
  CardFates,
  CompiledRow,
  Compilation,
  Draft,
  History,
  RuleOnRow,
  Workshop,
} from '../../../schemas/types.ts'
import {
  addCard,
  addCriterion,
  addOutcome,
  addTheme,
  putAside,
  rewrite,
  textAt,
} from '../../../server/board/write-on-board.ts'
import { bringToLatest } from '../../../server/storage/database-form.ts'
import { kyselyStorage } from '../../../server/storage/kysely/kysely-storage.ts'
import { openSqlite } from '../../../server/storage/kysely/sqlite.ts'
import { buildProfile, id } from '../../support/build-profile.ts'
import { API, plan, sitDown, writeOn, type Seated } from '../../support/hold-workshop.ts'
import { depsOn, draft } from '../../support/published.ts'
import { startTestApp, type TestApp } from '../../support/test-app.ts'

const NAMES = ['Amina Deltagarsson', 'Bo Deltagarsson']

let app: TestApp
let db: ReturnType<typeof openSqlite>
let leader: Awaited<ReturnType<TestApp['as']>>
let workshop: Workshop
let amina: Seated
let bo: Seated
const made = { card: '', outcome: '', criterion: '', theirCard: '', theirOutcome: '', theirCriterion: '', calm: '', theme: '' } // prettier-ignore

beforeEach(async () => {
  db = openSqlite(':memory:')
  await bringToLatest({ db, dialect: 'sqlite' })
  app = await startTestApp({}, kyselyStorage({ db, dialect: 'sqlite' }))
  await draft(depsOn(app.storage), buildProfile({ modules: [] }))
  leader = await app.as('facilitator')
  workshop = await plan(leader)
  await twoGroupsWrite()
})
afterEach(() => app.close())

/** Two groups that have come to nearly the same about moving people; one says something about calm besides. */
async function twoGroupsWrite(): Promise<void> {
  const [one, other] = workshop.groups
  amina = await sitDown(app, one!.code, { name: NAMES[0]! })
  bo = await sitDown(app, other!.code, { name: NAMES[1]!, perspective: 'coworker' })
  await writeOn(app.storage, one!.id, amina.seat, (pen) => {
    made.theme = addTheme(pen, 'Förflyttning')
    made.card = addCard(pen, { kind: 'skills', text: 'Lyfta utan att det gör ont', themeId: made.theme })
    made.calm = addCard(pen, { kind: 'suitability', text: 'lugn när det brådskar' })
    made.outcome = addOutcome(pen, {
      themeId: made.theme,
      category: 'skills',
      text: 'förflytta en person mellan säng och stol',
      cardIds: [made.card],
    })
    made.criterion = addCriterion(pen, made.outcome, 'Berättar för personen vad som ska hända.')
  })
  await writeOn(app.storage, other!.id, bo.seat, (pen) => {
    const theme = addTheme(pen, 'Förflyttningar')
    made.theirCard = addCard(pen, { kind: 'skills', text: 'Flytta någon tryggt', themeId: theme })
    made.theirOutcome = addOutcome(pen, {
      themeId: theme,
      category: 'skills',
      text: 'förflytta en person mellan stol och säng',
      cardIds: [made.theirCard],
    })
    made.theirCriterion = addCriterion(pen, made.theirOutcome, 'Frågar om lov innan hon tar i personen.')
  })
}

const address = () => `${API}/workshops/${workshop.id}/compilation`
const compilation = async () => (await leader.get(address()).expect(200)).body as Compilation
const rows = async () => (await compilation()).themes.flatMap((theme) => theme.rows)
const rowOf = async (statementId: string): Promise<CompiledRow> =>
  (await rows()).find(({ statements }) => statements.some((each) => each.id === statementId))!
const rule = async (statementId: string, ruling: Partial<RuleOnRow> = {}) => {
  const row = await rowOf(statementId)
  return leader
    .put(`${address()}/rows/${row.id}`)
    .send({ kind: 'taken', statementIds: [statementId], ...ruling })
}
const draftNow = async () => (await leader.get(`${API}/profiles/testare/draft`).expect(200)).body as Draft
const outcomes = async () =>
  (await draftNow()).profile.modules.flatMap(({ module }) =>
    module.outcomes.map(({ text, criteria }) => [text, ...criteria.map((each) => each.text)]),
  )
const told = ({ status, body }: { status: number; body: unknown }) => [
  status,
  (body as { type?: string }).type?.replace('/problems/', ''),
]
const head = () => app.storage.read(({ log }) => log.head())

describe('the compilation', () => {
  test('puts what nearly says the same in one row, with its cards and perspectives and without names', async () => {
    const { themes, workshop: of } = await compilation()
    expect(of).toEqual((await leader.get(`${API}/workshops/${workshop.id}`)).body)
    const row = await rowOf(made.outcome)
    expect(row.statements.map(({ groupNumber, id: statementId }) => [groupNumber, statementId])).toEqual([
      [1, made.outcome],
      [2, made.theirOutcome],
    ])
    expect(row.statements[0]).toMatchObject({
      cards: [{ text: 'Lyfta utan att det gör ont', perspective: 'employer' }],
      criteria: [{ text: 'Berättar för personen vad som ska hända.' }],
    })
    expect(row.ruling).toBeNull()
    expect(themes.at(-1)?.rows[0]?.statements).toMatchObject([{ kind: 'suitability', id: made.calm }])
    expect(JSON.stringify(themes)).not.toMatch(/Deltagarsson/u)
    expect(JSON.stringify(themes)).not.toContain(amina.seat.hand)
  })

  test('of a workshop in which nobody has written is empty', async () => {
    const { id: workshopId } = await plan(leader)
    expect((await leader.get(`${API}/workshops/${workshopId}/compilation`)).body).toMatchObject({
      themes: [],
    })
  })
})

describe('taking a row', () => {
  test('writes into the draft as any edit does, and tells the history why', async () => {
    expect((await rule(made.outcome)).status).toBe(200)
    expect(await outcomes()).toEqual([
      ['förflytta en person mellan säng och stol', 'Berättar för personen vad som ska hända.'],
    ])
    const [module] = (await draftNow()).profile.modules
    expect(module?.module.title).toBe('Förflyttning')
    expect((await compilation()).themes[0]?.moduleId).toBe(module?.module.id)
    const { entries } = (await leader.get(`${API}/profiles/testare/history`).expect(200)).body as History
    expect(entries[0]).toMatchObject({ because: { kind: 'compiled', workshopId: workshop.id } })
    expect(entries.map(({ event }) => event.kind)).toContain('item-added')
  })

  test('twice, or by two at once, doubles nothing', async () => {
    await Promise.all([rule(made.outcome), rule(made.outcome)])
    const [before, there] = [await outcomes(), await head()]
    expect((await rule(made.outcome)).status).toBe(200)
    expect([await outcomes(), await head()]).toEqual([before, there])
    expect(before).toHaveLength(1)
    expect((await draftNow()).profile.modules).toHaveLength(1)
  })

  test('again does not undo what editors have written since', async () => {
    await rule(made.outcome)
    const { profile } = await draftNow()
    const item = profile.modules[0]!.module.outcomes[0]!
    await leader
      .patch(`${API}/profiles/testare/draft/outcomes/${item.id}`)
      .send({ text: { from: item.text, to: 'redaktörens ord' } })
      .expect(200)
    await rule(made.outcome)
    expect((await outcomes())[0]?.[0]).toBe('redaktörens ord')
  })

  test('anew, from a page that has not seen what an editor has written since, is refused and loses nothing', async () => {
    await rule(made.outcome)
    const item = (await draftNow()).profile.modules[0]!.module.outcomes[0]!
    await leader
      .patch(`${API}/profiles/testare/draft/outcomes/${item.id}`)
      .send({ text: { from: item.text, to: 'redaktörens ord' } })
      .expect(200)
    const anew = { text: 'nya ord', from: item.text }
    expect(told(await rule(made.outcome, anew))).toEqual([409, 'wording-changed'])
    expect((await outcomes())[0]?.[0]).toBe('redaktörens ord')
    expect((await rule(made.outcome, { ...anew, from: 'redaktörens ord' })).status).toBe(200)
    expect((await outcomes())[0]?.[0]).toBe('nya ord')
  })

  test('again with one criterion more brings that one, and no other twice', async () => {
    await rule(made.outcome, { criterionIds: [] })
    await rule(made.outcome, { criterionIds: [made.criterion] })
    await rule(made.outcome, { criterionIds: [made.criterion] })
    expect(await outcomes()).toEqual([
      ['förflytta en person mellan säng och stol', 'Berättar för personen vad som ska hända.'],
    ])
  })

  test('that somebody has taken out of the draft by hand puts it back', async () => {
    await rule(made.outcome)
    const item = (await draftNow()).profile.modules[0]!.module.outcomes[0]!
    await leader.delete(`${API}/profiles/testare/draft/outcomes/${item.id}`).expect(200)
    await rule(made.outcome)
    expect(await outcomes()).toHaveLength(1)
  })

  test('merges what several groups say into one outcome with the criteria that are chosen', async () => {
    await rule(made.outcome, {
      kind: 'merged',
      statementIds: [made.outcome, made.theirOutcome],
      text: 'förflytta en person tryggt',
      criterionIds: [made.theirCriterion],
    })
    expect(await outcomes()).toEqual([
      ['förflytta en person tryggt', 'Frågar om lov innan hon tar i personen.'],
    ])
  })

  test('on suitability writes a suitability item', async () => {
    expect((await rule(made.calm)).status).toBe(200)
    const { profile } = await draftNow()
    expect([profile.personalSuitability.map(({ text }) => text), profile.modules]).toEqual([
      ['lugn när det brådskar'],
      [],
    ])
  })

  test('leaves it out after all, with a reason that stays to be read, and takes it again', async () => {
    await rule(made.outcome)
    await rule(made.outcome, { kind: 'leftOut', reason: 'Hör till en annan profil.' })
    expect(await outcomes()).toEqual([])
    const { ruling } = await rowOf(made.outcome)
    expect(ruling).toMatchObject({ kind: 'leftOut', reason: 'Hör till en annan profil.', itemId: null })
    expect((await rows()).length).toBe(2)
    await rule(made.theirOutcome)
    expect(await outcomes()).toHaveLength(1)
  })

  test('stays with what it was about, though a group writes on and puts its own aside and back', async () => {
    await rule(made.outcome)
    const [one] = workshop.groups
    const aside = (is: boolean) =>
      writeOn(app.storage, one!.id, amina.seat, (pen) => putAside(pen, 'outcomes', made.outcome, is))
    await aside(true)
    expect((await rowOf(made.theirOutcome)).ruling).toMatchObject({ kind: 'taken' })
    await rule(made.theirOutcome)
    await aside(false)
    const all = await rows()
    expect(all.filter(({ statements }) => statements[0]?.kind === 'skills')).toHaveLength(1)
    expect(await outcomes()).toHaveLength(1)
  })

  test('shows what is new in a group as a row of its own', async () => {
    await rule(made.outcome)
    await writeOn(app.storage, workshop.groups[1]!.id, bo.seat, (pen) => {
      const theme = addTheme(pen, 'Måltider')
      addOutcome(pen, { themeId: theme, category: 'knowledge', text: 'redogöra för specialkost' })
    })
    expect((await rows()).map(({ ruling }) => ruling?.kind ?? 'open')).toEqual(['taken', 'open', 'open'])
  })
})

describe('what is refused changes nothing:', () => {
  test.each<[string, () => Promise<{ status: number; body: unknown }>, unknown[]]>([
    ['a row that there is not', async () => leader.put(`${address()}/rows/${id('nobody')}`).send({ kind: 'taken', statementIds: [made.outcome] }), [404, 'row-not-found']],
    ['a statement of another row', () => rule(made.outcome, { statementIds: [made.calm] }), [409, 'row-changed']],
    ['a criterion that has gone', () => rule(made.outcome, { criterionIds: [id('nobody')] }), [409, 'row-changed']],
    ['a ruling without statements', () => rule(made.outcome, { statementIds: [] }), [422, 'request-invalid']],
  ])('%s', async (_, ask, expected) => {
    const before = [await draftNow(), await head()]
    expect(told(await ask())).toEqual(expected)
    expect([await draftNow(), await head()]).toEqual(before)
  }) // prettier-ignore

  test('a workshop whose draft has been thrown away', async () => {
    const { headers } = await leader.get(`${API}/profiles/testare/draft`)
    const admin = await app.signedIn()
    await admin.delete(`${API}/profiles/testare/draft`).set('if-match', String(headers.etag)).expect(204)
    const answer = await admin
      .put(`${address()}/rows/${made.outcome}`)
      .send({ kind: 'taken', statementIds: [made.outcome] })
    expect(told(answer)).toEqual([404, 'draft-not-found'])
  })

  test('a rehearsal, from which nothing is taken into the draft', async () => {
    const rehearsal = await plan(leader, { isRehearsal: true })
    const { seat } = await sitDown(app, rehearsal.groups[0]!.code)
    let outcomeId = ''
    await writeOn(app.storage, rehearsal.groups[0]!.id, seat, (pen) => {
      outcomeId = addOutcome(pen, { themeId: addTheme(pen, 'Lek'), category: 'skills', text: 'leka' })
    })
    const path = `${API}/workshops/${rehearsal.id}/compilation/rows/${outcomeId}`
    for (const kind of ['taken', 'merged'])
      expect(told(await leader.put(path).send({ kind, statementIds: [outcomeId] }))).toEqual([
        409,
        'rehearsal-only',
      ])
    await leader
      .put(path)
      .send({ kind: 'leftOut', statementIds: [outcomeId] })
      .expect(200)
    expect(await outcomes()).toEqual([])
  })
})

test.each(['ruling', 'theme_module', 'origin', 'log', 'draft_module'])(
  'when the database refuses %s, nothing of the ruling is there; and afterwards it goes through',
  async (table) => {
    const before = [await draftNow(), await head(), await rows()]
    await sql`create trigger broken before insert on ${sql.table(table)} begin select raise(abort, 'broken'); end`.execute(db) // prettier-ignore
    expect((await rule(made.outcome)).status).toBe(500)
    expect([await draftNow(), await head(), await rows()]).toEqual(before)
    expect((await leader.get(`${API}/profiles/testare/draft/origins`)).body).toEqual({ items: [] })
    await sql`drop trigger broken`.execute(db)
    expect((await rule(made.outcome)).status).toBe(200)
    expect(await outcomes()).toHaveLength(1)
  },
)

describe('where an item comes from', () => {
  const origins = async (itemId: string) =>
    (await leader.get(`${API}/profiles/testare/draft/origins/${itemId}`).expect(200)).body.items

  test('is told by workshop, groups, cards and perspectives, and never by names', async () => {
    await rule(made.outcome, {
      kind: 'merged',
      statementIds: [made.outcome, made.theirOutcome],
      text: 'förflytta en person tryggt',
      criterionIds: [made.criterion],
    })
    const outcome = (await draftNow()).profile.modules[0]!.module.outcomes[0]!
    const { items } = (await leader.get(`${API}/profiles/testare/draft/origins`).expect(200)).body
    const whence = { date: '2026-03-10', workshopName: 'Kärnan i yrket' }
    expect(items).toHaveLength(2)
    expect(items).toEqual(
      expect.arrayContaining([outcome.id, outcome.criteria[0]!.id].map((itemId) => ({ itemId, ...whence }))),
    )
    expect(await origins(outcome.id)).toEqual([
      {
        itemId: outcome.id,
        workshopId: workshop.id,
        workshopName: 'Kärnan i yrket',
        date: '2026-03-10',
        groups: [1, 2],
        wordings: [
          { groupNumber: 1, text: 'förflytta en person mellan säng och stol' },
          { groupNumber: 2, text: 'förflytta en person mellan stol och säng' },
        ],
        cards: [
          { id: made.card, kind: 'skills', text: 'Lyfta utan att det gör ont', perspective: 'employer' },
          {
            id: made.theirCard,
            kind: 'skills',
            text: 'Flytta någon tryggt',
            perspective: bo.seat.perspective,
          },
        ],
        perspectives: [...new Set(['employer', bo.seat.perspective])].filter(Boolean).toSorted(),
        source: null,
        differs: '',
      },
    ])
    const said = JSON.stringify([await origins(outcome.id), await origins(outcome.criteria[0]!.id)])
    for (const secret of [...NAMES, amina.seat.hand, bo.seat.hand, amina.seat.seatId])
      expect(said).not.toContain(secret)
  })

  test('is nothing for what was written at a desk, and for what was left out after all', async () => {
    expect(await origins(id('m1'))).toEqual([])
    await rule(made.outcome)
    const outcome = (await draftNow()).profile.modules[0]!.module.outcomes[0]!
    expect(await origins(outcome.id)).toHaveLength(1)
    await rule(made.outcome, { kind: 'leftOut' })
    expect(await origins(outcome.id)).toEqual([])
    expect((await leader.get(`${API}/profiles/testare/draft/origins`)).body).toEqual({ items: [] })
  })
})

describe('what became of one’s cards', () => {
  const fates = async ({ agent }: Seated) =>
    (await agent.get(`${API}/seat/outcome`).expect(200)).body as CardFates

  test('is told by card, from the first word to the published version', async () => {
    expect(await fates(amina)).toEqual({
      profileSlug: 'testare',
      profileTitle: 'Testare',
      publishedVersion: null,
      cards: [
        {
          id: made.card,
          kind: 'skills',
          text: 'Lyfta utan att det gör ont',
          fate: 'worded',
          reason: '',
          items: [],
        },
        {
          id: made.calm,
          kind: 'suitability',
          text: 'lugn när det brådskar',
          fate: 'worded',
          reason: '',
          items: [],
        },
      ],
    })
    await rule(made.outcome)
    await rule(made.calm, { kind: 'leftOut', reason: 'Står redan i rollen.' })
    const outcome = (await draftNow()).profile.modules[0]!.module.outcomes[0]!
    expect((await fates(amina)).cards).toMatchObject([
      {
        fate: 'inDraft',
        items: [{ itemId: outcome.id, number: '1.1', text: outcome.text }, { number: '1.1 a' }],
      },
      { fate: 'leftOut', reason: 'Står redan i rollen.' },
    ])
    // Of two groups that said nearly the same, one gave the words.
    expect((await fates(bo)).cards).toMatchObject([
      { id: made.theirCard, fate: 'inPlace', reason: '', items: [{ itemId: outcome.id, number: '1.1' }] },
    ])
  })

  test('is told of all groups that one has sat in', async () => {
    const [one, other] = workshop.groups
    await leader
      .post(`${API}/workshops/${workshop.id}/seats/${amina.seat.seatId}/move`)
      .send({ groupId: other!.id })
      .expect(200)
    await writeOn(
      app.storage,
      other!.id,
      amina.seat,
      (pen) => void addCard(pen, { kind: 'skills', text: 'Nytt' }),
    )
    expect((await fates(amina)).cards.map(({ text }) => text)).toEqual([
      'Lyfta utan att det gör ont',
      'lugn när det brådskar',
      'Nytt',
    ])
    expect(one).toBeDefined()
  })

  test('is told as the item reads now, when editors have reworded it', async () => {
    await rule(made.outcome)
    const item = (await draftNow()).profile.modules[0]!.module.outcomes[0]!
    await leader
      .patch(`${API}/profiles/testare/draft/outcomes/${item.id}`)
      .send({ text: { from: item.text, to: 'flytta någon' } })
      .expect(200)
    expect((await fates(amina)).cards[0]?.items).toMatchObject([{ text: 'flytta någon' }, {}])
  })

  test('is nobody else’s to read', async () => {
    expect(told(await app.stranger.get(`${API}/seat/outcome`))).toEqual([401, 'not-seated'])
    expect(told(await leader.get(`${API}/seat/outcome`))).toEqual([401, 'not-seated'])
  })
})

test('a card that is rewritten after it was taken is in the draft as it was then', async () => {
  await rule(made.outcome)
  const item = (await draftNow()).profile.modules[0]!.module.outcomes[0]!
  await writeOn(app.storage, workshop.groups[0]!.id, amina.seat, (pen) =>
    rewrite(pen, textAt(pen.doc, 'cards', made.card, 'text')!, 'Något helt annat'),
  )
  const { items } = (await leader.get(`${API}/profiles/testare/draft/origins/${item.id}`)).body
  expect(items[0].cards).toMatchObject([{ text: 'Lyfta utan att det gör ont' }])
})
