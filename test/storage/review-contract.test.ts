import { AlreadyThere, type Storage } from '../../server/storage/storage.ts'
import { id } from '../support/build-profile.ts'
import { onEachDatabase } from '../support/databases.ts'
import {
  ASTA,
  BO,
  OTHER_WORDS,
  putReview,
  REVIEW,
  storedAmendment,
  storedAttendance,
  storedConfirmation,
  storedDecision,
  storedEquivalence,
  storedMeeting,
  storedMember,
  storedPosition,
  storedRating,
  storedRemark,
  storedReview,
  storedRevision,
  WORDS,
} from '../support/stored-review.ts'
import type { ReviewReader, ReviewWriter } from '../../server/storage/review-port.ts'
import { PROFILE_ID } from '../support/stored-workshop.ts'

const LATER = '2026-03-02T09:00:00.000Z'

onEachDatabase((open) => {
  let storage: Storage
  beforeEach(async () => {
    ;({ storage } = await open())
    await putReview(storage)
  })
  const act = <T>(work: (reviews: ReviewWriter) => Promise<T>) =>
    storage.write(({ reviews }) => work(reviews))
  const read = <T>(work: (reviews: ReviewReader) => Promise<T>) =>
    storage.read(({ reviews }) => work(reviews))

  describe('reviews', () => {
    test('come back as they were put in, and as they were saved last', async () => {
      expect(await read((reviews) => reviews.find(REVIEW))).toEqual(storedReview())
      const changed = storedReview({
        status: 'published',
        composition: { status: 'changesAsked', answers: [] },
        rounds: [],
        turns: [],
        published: '2.0.0',
      })
      await act((reviews) => reviews.save(changed))
      expect(await read((reviews) => reviews.find(REVIEW))).toEqual(changed)
      expect(await act((reviews) => reviews.hold(REVIEW))).toEqual(changed)
    })

    test('that nobody knows are not found, and nothing is found in them', async () => {
      const nobody = id('nobody')
      expect(await act((reviews) => reviews.hold(nobody))).toBeUndefined()
      await read(async (reviews) => {
        expect(await reviews.find(nobody)).toBeUndefined()
        expect(await reviews.findMeeting(nobody)).toBeUndefined()
        expect(await reviews.list(nobody)).toEqual([])
        expect(await reviews.ofPerson(ASTA)).toEqual([])
        expect(await reviews.hasDone(nobody, id('act'))).toBe(false)
        const lists = ['revisions', 'members', 'positions', 'amendments', 'confirmations', 'remarks', 'meetings', 'attendance', 'equivalences', 'ratings', 'decisions'] as const // prettier-ignore
        for (const list of lists) expect([list, await reviews[list](nobody)]).toEqual([list, []])
      })
    })

    test('are listed with the latest first: of a profile, of a person, and all there are', async () => {
      const elsewhere = storedReview({ id: id('else'), profileId: id('other'), submittedAt: LATER })
      const early = storedReview({ id: id('early'), submittedAt: '2025-03-01T09:00:00.000Z' })
      const twin = storedReview({ id: id('z-twin') })
      await storage.write(async ({ profiles, reviews }) => {
        await profiles.insert({ id: id('other'), slug: 'annan', createdAt: LATER, organisationId: null })
        for (const review of [early, elsewhere, twin]) await reviews.insert(review)
        for (const reviewId of [early.id, elsewhere.id])
          await reviews.saveMember(storedMember({ id: id(`s${reviewId.at(-1)}`), reviewId }))
      })
      const ids = (reviews: readonly { id: string }[]) => reviews.map((each) => each.id)
      await read(async (reviews) => {
        expect(ids(await reviews.list(PROFILE_ID))).toEqual([twin.id, REVIEW, early.id])
        expect(ids(await reviews.ofPerson(ASTA))).toEqual([elsewhere.id, early.id])
        expect(ids(await reviews.all())).toEqual([elsewhere.id, twin.id, REVIEW, early.id])
      })
    })
  })

  test('revisions come in the order of their numbers, and two never share one', async () => {
    const [first, tenth, second] = [1, 10, 2].map((number) =>
      storedRevision({ id: id(`r${number}`), number }),
    ) as [ReturnType<typeof storedRevision>, ReturnType<typeof storedRevision>, ReturnType<typeof storedRevision>] // prettier-ignore
    for (const each of [tenth, first, second]) await act((reviews) => reviews.insertRevision(each))
    expect(await read((reviews) => reviews.revisions(REVIEW))).toEqual([first, second, tenth])
    const again = act((reviews) => reviews.insertRevision(storedRevision({ id: id('again') })))
    await expect(again).rejects.toBeInstanceOf(AlreadyThere)
  })

  describe('members', () => {
    test('come back as they were saved last, until they are taken away', async () => {
      const other = storedMember({ id: id('seat2'), personId: BO, part: 'substitute', recusals: [], isNamed: false }) // prettier-ignore
      await act((reviews) => reviews.saveMember(storedMember()))
      await act((reviews) => reviews.saveMember(other))
      const standsIn = { ...other, standsInFor: id('seat'), substituteFor: id('seat') }
      await act((reviews) => reviews.saveMember(standsIn))
      const members = async () => new Set(await read((reviews) => reviews.members(REVIEW)))
      expect(await members()).toEqual(new Set([storedMember(), standsIn]))
      await act((reviews) => reviews.removeMember(id('seat')))
      expect(await members()).toEqual(new Set([standsIn]))
    })

    test('have one place at most in a panel', async () => {
      await act((reviews) => reviews.saveMember(storedMember()))
      const again = act((reviews) => reviews.saveMember(storedMember({ id: id('seat2') })))
      await expect(again).rejects.toBeInstanceOf(AlreadyThere)
    })

    test('who are erased leave their places, with all that was said from them', async () => {
      await act(async (reviews) => {
        await reviews.saveMember(storedMember())
        await reviews.saveMember(storedMember({ id: id('seat2'), personId: BO }))
        await reviews.keepPositions([storedPosition()])
      })
      for (const personId of [ASTA, BO]) await storage.write(({ people }) => people.erase(personId))
      const members = await read((reviews) => reviews.members(REVIEW))
      expect(members.map(({ personId }) => personId)).toEqual([null, null])
      expect(members.find((member) => member.id === id('seat'))).toEqual(storedMember({ personId: null }))
      expect(await read((reviews) => reviews.positions(REVIEW))).toEqual([storedPosition()])
      expect(await read((reviews) => reviews.ofPerson(ASTA))).toEqual([])
    })

    test('who are erased do not come back when their place is saved by somebody who had read it before', async () => {
      await act((reviews) => reviews.saveMember(storedMember()))
      await storage.write(({ people }) => people.erase(ASTA))
      const recused = storedMember({ isNamed: false, recusals: [] })
      await act((reviews) => reviews.saveMember(recused))
      expect(await read((reviews) => reviews.members(REVIEW))).toEqual([{ ...recused, personId: null }])
    })
  })

  describe('positions', () => {
    const positions = () => read((reviews) => reviews.positions(REVIEW))
    const keep = (...kept: ReturnType<typeof storedPosition>[]) =>
      act((reviews) => reviews.keepPositions(kept))

    test('come in the order in which they were taken, those taken back too', async () => {
      const onPart = storedPosition({ scope: 'part', seq: 10, byCoordinator: true, reason: '', position: 'agree' }) // prettier-ignore
      const back = storedPosition({ memberId: id('seat2'), seq: 9, position: null })
      await keep(onPart, back)
      await keep(storedPosition({ seq: 2 }))
      expect(await positions()).toEqual([storedPosition({ seq: 2 }), back, onPart])
    })

    test('can be asked for by member, and say which was the last', async () => {
      const last = () => read((reviews) => reviews.lastPosition(REVIEW))
      expect(await last()).toBe(0)
      const [mine, other] = [storedPosition({ seq: 4 }), storedPosition({ memberId: id('seat2'), seq: 9 })]
      await keep(mine, other)
      const of = (...members: string[]) => read((reviews) => reviews.positions(REVIEW, members))
      expect([
        await last(),
        await of(mine.memberId),
        await of(other.memberId, id('seat3')),
        await of(),
      ]).toEqual([9, [mine], [other], []])
    })

    test('on the same words of the same thing are one at most for each member: the later', async () => {
      await keep(storedPosition())
      const later = storedPosition({ seq: 2, actId: id('act2'), position: 'disagree', reason: 'Nej.', at: LATER, round: 2, byCoordinator: true }) // prettier-ignore
      await keep(later)
      expect(await positions()).toEqual([later])
      const atOnce = [
        storedPosition({ seq: 3, position: 'agree' }),
        storedPosition({ seq: 4, position: null }),
      ]
      await keep(...atOnce)
      expect(await positions()).toEqual([atOnce[1]])
    })

    test('on other words, of another thing, or by somebody else stand beside each other', async () => {
      const others = [
        storedPosition(),
        storedPosition({ seq: 2, hash: OTHER_WORDS }),
        storedPosition({ seq: 3, itemId: id('item2') }),
        storedPosition({ seq: 4, scope: 'part' }),
        storedPosition({ seq: 5, memberId: id('seat2') }),
      ]
      await keep(...others)
      expect(await positions()).toEqual(others)
    })

    test('are kept by the hundreds in one go', async () => {
      const many = Array.from({ length: 430 }, (_, index) =>
        storedPosition({ seq: index + 1, itemId: id(`i${index}`) }),
      )
      await keep(...many)
      expect(await positions()).toEqual(many)
      await keep()
      expect(await positions()).toHaveLength(many.length)
    })
  })

  test('amendments come in the order of their numbers, and two never share one', async () => {
    const second = storedAmendment({ id: id('amend2'), number: 2, by: ASTA, claimsEditorial: false })
    await act((reviews) => reviews.insertAmendment(second))
    await act((reviews) => reviews.insertAmendment(storedAmendment()))
    expect(await read((reviews) => reviews.amendments(REVIEW))).toEqual([storedAmendment(), second])
    const again = act((reviews) => reviews.insertAmendment(storedAmendment({ id: id('again') })))
    await expect(again).rejects.toBeInstanceOf(AlreadyThere)
  })

  test('each member says once of an amendment whether it is one of language only, and can say otherwise', async () => {
    const { reviewId: _review, ...otherwise } = storedConfirmation({ confirms: false, at: LATER })
    const { reviewId: _same, ...others } = storedConfirmation({ memberId: id('seat2') })
    await act((reviews) => reviews.saveConfirmation(storedConfirmation()))
    await act((reviews) => reviews.saveConfirmation({ ...others, reviewId: REVIEW }))
    await act((reviews) => reviews.saveConfirmation({ ...otherwise, reviewId: REVIEW }))
    expect(await read((reviews) => reviews.confirmations(REVIEW))).toEqual([others, otherwise])
  })

  test('remarks come in the order in which they were made, with what became of them', async () => {
    const first = storedRemark({ id: id('zz'), at: '2026-02-01T09:00:00.000Z', proposal: null })
    const twin = storedRemark({ id: id('twin') })
    const settled = storedRemark({
      withdrawnAt: LATER,
      disposition: { outcome: 'changed', reason: 'Delvis.', byRole: 'editor', by: BO, at: LATER, amendmentId: id('amend'), isChanged: true }, // prettier-ignore
    })
    for (const each of [twin, storedRemark(), first]) await act((reviews) => reviews.saveRemark(each))
    await act((reviews) => reviews.saveRemark(settled))
    const inOrder = [settled, twin].toSorted((a, b) => (a.id < b.id ? -1 : 1))
    expect(await read((reviews) => reviews.remarks(REVIEW))).toEqual([first, ...inOrder])
  })

  test('meetings come by the time that they have now, and are found by their id', async () => {
    const later = storedMeeting({ id: id('meeting2'), startsAt: '2026-03-21T08:00:00.000Z' })
    for (const each of [later, storedMeeting()]) await act((reviews) => reviews.saveMeeting(each))
    expect(await read((reviews) => reviews.meetings(REVIEW))).toEqual([storedMeeting(), later])
    const moved = storedMeeting({ startsAt: '2026-04-01T08:00:00.000Z', sequence: 1, news: ['when'] })
    await act((reviews) => reviews.saveMeeting(moved))
    expect(await read((reviews) => reviews.meetings(REVIEW))).toEqual([later, moved])
    expect(await read((reviews) => reviews.findMeeting(id('meeting')))).toEqual(moved)
  })

  test('each member answers a meeting’s summons once, and can answer otherwise', async () => {
    const given = [storedAttendance(), storedAttendance({ memberId: id('seat2'), answer: null, wasPresent: true })] // prettier-ignore
    for (const each of given) await act((reviews) => reviews.saveAttendance(each))
    await act((reviews) => reviews.saveAttendance(storedAttendance({ answer: 'absent' })))
    const held = await read((reviews) => reviews.attendance(REVIEW))
    const { reviewId: _review, ...mine } = storedAttendance({ answer: 'absent' })
    const { reviewId: _same, ...others } = given[1]!
    expect(new Set(held)).toEqual(new Set([mine, others]))
  })

  test('the panel rules once of words against words, and can rule otherwise', async () => {
    const others = [storedEquivalence({ itemId: id('item2') }), storedEquivalence({ hash: WORDS })]
    const otherwise = storedEquivalence({ equivalent: false, reason: 'Mer krävs.', at: LATER })
    for (const each of [storedEquivalence(), ...others, otherwise])
      await act((reviews) => reviews.saveEquivalence(each))
    const held = await read((reviews) => reviews.equivalences(REVIEW))
    expect([held.length, new Set(held)]).toEqual([3, new Set([...others, otherwise])])
    expect(held.at(-1)).toEqual(otherwise)
  })

  test('each member rates a part once in a round, and can rate it otherwise', async () => {
    const again = storedRating({ importance: 1 })
    const others = [storedRating({ round: 2 }), storedRating({ memberId: id('seat2') }), storedRating({ partId: id('part2') })] // prettier-ignore
    for (const each of [storedRating(), ...others, again]) await act((reviews) => reviews.saveRating(each))
    const held = await read((reviews) => reviews.ratings(REVIEW))
    expect([held.length, new Set(held)]).toEqual([4, new Set([...others, again])])
  })

  describe('decisions', () => {
    test('come with the latest first, and say when they were recalled', async () => {
      const latest = storedDecision({ id: id('second'), at: LATER, outcome: 'declined' })
      for (const each of [storedDecision(), latest]) await act((reviews) => reviews.insertDecision(each))
      await act((reviews) => reviews.recallDecision(REVIEW, id('decision'), LATER))
      const decisions = await read((reviews) => reviews.decisions(REVIEW))
      expect(decisions).toEqual([latest, storedDecision({ recalledAt: LATER })])
    })

    test('are sealed once, and recalled once', async () => {
      await act((reviews) => reviews.insertDecision(storedDecision()))
      const again = act((reviews) => reviews.insertDecision(storedDecision({ outcome: 'declined' })))
      await expect(again).rejects.toBeInstanceOf(AlreadyThere)
      const recall = () => act((reviews) => reviews.recallDecision(REVIEW, id('decision'), LATER))
      await recall()
      await expect(recall()).rejects.toBeInstanceOf(AlreadyThere)
    })
  })

  test('an act is known in its review from when it has been noted, and is noted once', async () => {
    const note = () => act((reviews) => reviews.noteAct(REVIEW, id('act'), LATER))
    const isDone = (reviewId: string, actId: string) => read((reviews) => reviews.hasDone(reviewId, actId))
    expect(await isDone(REVIEW, id('act'))).toBe(false)
    await note()
    expect(await isDone(REVIEW, id('act'))).toBe(true)
    expect([await isDone(REVIEW, id('act2')), await isDone(id('else'), id('act'))]).toEqual([false, false])
    await expect(note()).rejects.toBeInstanceOf(AlreadyThere)
  })

  test('a mail keeps what it is about', async () => {
    const mail = { id: id('mail'), personId: ASTA, kind: 'summons', locale: 'sv', status: 'waiting', attempts: 0, createdAt: LATER, nextAttemptAt: LATER, claimedAt: null, sentAt: null, problem: null, about: id('meeting') } as const // prettier-ignore
    await storage.write(({ mails }) => mails.insert(mail))
    expect(await storage.read(({ mails }) => mails.find(id('mail')))).toEqual(mail)
    expect(await storage.write(({ mails }) => mails.claim(id('mail'), LATER))).toMatchObject({
      about: id('meeting'),
    })
  })
})
