import { sql } from 'kysely'
import { AlreadyThere } from '../../server/storage/storage.ts'
import type { ReviewWriter } from '../../server/storage/review-port.ts'
import { id } from '../support/build-profile.ts'
import { onEachDatabase, type FreshDatabase } from '../support/databases.ts'
import {
  ASTA,
  fillReview,
  putReview,
  REVIEW,
  storedDecision,
  storedMember,
  storedPosition,
  storedRemark,
  storedReview,
} from '../support/stored-review.ts'
import { everythingIn } from './upgrade-from-0001.ts'

const MANY = Array.from({ length: 8 }, (_, index) => index)

onEachDatabase((open) => {
  let fresh: FreshDatabase
  beforeEach(async () => {
    fresh = await open()
    await putReview(fresh.storage)
  })
  const act = <T>(work: (reviews: ReviewWriter) => Promise<T>) =>
    fresh.storage.write(({ reviews }) => work(reviews))
  const positions = () => fresh.storage.read(({ reviews }) => reviews.positions(REVIEW))

  /** As the program takes a position: in the review, held, with the next number. */
  const take = (actId: string, position: 'agree' | 'disagree') =>
    act(async (reviews) => {
      await reviews.hold(REVIEW)
      if (await reviews.hasDone(REVIEW, actId)) return
      const seq = ((await reviews.positions(REVIEW)).at(-1)?.seq ?? 0) + 1
      await reviews.keepPositions([storedPosition({ seq, actId, position })])
      await reviews.noteAct(REVIEW, actId, '2026-03-02T09:00:00.000Z')
    })

  test('of many positions on the same words at the same moment one row is left, the one taken last', async () => {
    await Promise.all(MANY.map((index) => take(id(`act${index}`), index % 2 ? 'agree' : 'disagree')))
    const left = await positions()
    expect(left).toHaveLength(1)
    expect(left[0]?.seq).toBeGreaterThan(0)
  })

  test('without anybody holding the review, the database still keeps to one row for the same words', async () => {
    await Promise.all(
      MANY.map((seq) => act((reviews) => reviews.keepPositions([storedPosition({ seq, actId: id(seq) })]))),
    )
    expect(await positions()).toHaveLength(1)
  })

  test('the same act that arrives many times at once is carried out once', async () => {
    await Promise.all(MANY.map(() => take(id('act'), 'agree')))
    expect(await positions()).toEqual([storedPosition({ position: 'agree' })])
  })

  test('whoever holds a review is waited for: no number is given twice, and nothing is lost', async () => {
    const say = (index: number) =>
      act(async (reviews) => {
        await reviews.hold(REVIEW)
        const seq = ((await reviews.positions(REVIEW)).at(-1)?.seq ?? 0) + 1
        await reviews.keepPositions([storedPosition({ seq, itemId: id(`item${index}`) })])
      })
    await Promise.all(MANY.map(say))
    expect((await positions()).map(({ seq }) => seq)).toEqual(MANY.map((index) => index + 1))
  })

  test('two who change a held review at once both have their change in it', async () => {
    const turn = (to: 'members' | 'editors') =>
      act(async (reviews) => {
        const held = (await reviews.hold(REVIEW))!
        await reviews.save({ ...held, turns: [...held.turns, { to, at: '2026-03-02T09:00:00.000Z' }] })
      })
    await Promise.all(MANY.map((index) => turn(index % 2 ? 'members' : 'editors')))
    const kept = await fresh.storage.read(({ reviews }) => reviews.find(REVIEW))
    expect(kept?.turns).toHaveLength(1 + MANY.length)
  })

  test('holding one review keeps nobody waiting in another', async () => {
    await act((reviews) => reviews.insert(storedReview({ id: id('else') })))
    const order: string[] = []
    await act(async (reviews) => {
      await reviews.hold(REVIEW)
      // SQLite has one writer at a time, whatever it writes.
      if (fresh.dialect === 'postgres') {
        await act((others) => others.hold(id('else')))
        order.push('the other')
      }
      order.push('this one')
    })
    expect(order.at(-1)).toBe('this one')
    expect(order).toHaveLength(fresh.dialect === 'postgres' ? 2 : 1)
  })

  test('of two who seal the same decision at once, one does', async () => {
    const outcomes = await Promise.allSettled(
      MANY.map(() => act((reviews) => reviews.insertDecision(storedDecision()))),
    )
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const refusals = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []))
    expect(refusals.every((reason) => reason instanceof AlreadyThere)).toBe(true)
  })

  test('an act that fails in the middle leaves nothing half done', async () => {
    await fillReview(fresh.storage)
    const before = await everythingIn(fresh.place)
    const half = act(async (reviews) => {
      await reviews.hold(REVIEW)
      await reviews.keepPositions([storedPosition({ seq: 2, position: 'disagree' }), storedPosition({ itemId: id('item9') })]) // prettier-ignore
      await reviews.saveMember(storedMember({ isNamed: false }))
      await reviews.saveRemark(storedRemark({ id: id('remark9') }))
      await reviews.save(storedReview({ status: 'declined' }))
      await reviews.insertDecision(storedDecision({ id: id('half') }))
      throw new Error('the machine stops here')
    })
    await expect(half).rejects.toThrow('the machine stops here')
    expect(await everythingIn(fresh.place)).toEqual(before)
  })

  test('a place that is saved while its person is erased stays a place of nobody’s', async () => {
    await act((reviews) => reviews.saveMember(storedMember()))
    await Promise.all([
      fresh.storage.write(({ people }) => people.erase(ASTA)),
      ...MANY.map(() => act((reviews) => reviews.saveMember(storedMember({ isNamed: false })))),
    ])
    const members = await fresh.storage.read(({ reviews }) => reviews.members(REVIEW))
    expect(members).toEqual([storedMember({ isNamed: false, personId: null })])
  })

  describe('the database itself', () => {
    beforeEach(() => fillReview(fresh.storage))

    test.each(['revision', 'amendment', 'panel_decision'])(
      'refuses to change a row of %s, and to take it away',
      async (table) => {
        const before = await everythingIn(fresh.place)
        const name = sql.table(table)
        const refusal = { message: expect.stringContaining(`rows of ${table} never change`) as string }
        const change = sql`update ${name} set document = '{}'`.execute(fresh.db)
        await expect(change).rejects.toMatchObject(refusal)
        const removal = sql`delete from ${name}`.execute(fresh.db)
        await expect(removal).rejects.toMatchObject(refusal)
        expect(await everythingIn(fresh.place)).toEqual(before)
      },
    )

    test('keeps no position and no place in a review that there is not', async () => {
      const reviewId = id('nobody')
      const refusal = { message: expect.stringMatching(/foreign key/iu) as string }
      const position = act((reviews) => reviews.keepPositions([storedPosition({ reviewId })]))
      await expect(position).rejects.toMatchObject(refusal)
      const place = act((reviews) => reviews.saveMember(storedMember({ id: id('seat9'), reviewId })))
      await expect(place).rejects.toMatchObject(refusal)
    })
  })
})
