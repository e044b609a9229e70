import type { MailOutcome, MailStatus, StoredMail } from '../../server/storage/people-port.ts'
import type { Storage, Writers } from '../../server/storage/storage.ts'
import { id } from '../support/build-profile.ts'
import { onEachDatabase } from '../support/databases.ts'

const at = '2026-03-01T09:00:00.000Z'
const soon = '2026-03-01T10:00:00.000Z'
const later = '2026-03-02T09:00:00.000Z'
const [ANNA, BO] = [id('anna'), id('bo')]
const mail = (name: string, given: Partial<StoredMail> = {}): StoredMail => ({
  id: id(name),
  personId: ANNA,
  kind: 'invitation',
  locale: 'sv',
  status: 'waiting',
  attempts: 0,
  createdAt: at,
  nextAttemptAt: at,
  claimedAt: null,
  sentAt: null,
  problem: null,
  about: null,
  ...given,
})
const sent: MailOutcome = { status: 'sent', attempts: 1, nextAttemptAt: null, sentAt: soon, problem: null }

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
  const act = <T>(work: (mails: Writers['mails']) => Promise<T>) => storage.write(({ mails }) => work(mails))
  const put = async (...mails: StoredMail[]) => {
    for (const one of mails) await act((store) => store.insert(one))
  }
  const ids = (mails: readonly StoredMail[]) => mails.map((each) => each.id)

  test('a mail comes back as it was put in', async () => {
    const whole = mail('a', {
      status: 'failed',
      attempts: 5,
      claimedAt: at,
      sentAt: soon,
      problem: 'refused',
    })
    await put(whole)
    expect(await act((mails) => mails.find(id('a')))).toEqual(whole)
    expect(await act((mails) => mails.find(id('b')))).toBeUndefined()
  })

  test('mails are read latest first, in pages that together hold each once', async () => {
    await put(mail('a'), mail('b', { createdAt: later }), mail('c'))
    const pages = await act((mails) => Promise.all([1, 2, 3].map((page) => mails.page({ limit: 2, page }))))
    expect(pages.map(({ mails }) => ids(mails))).toEqual([[id('b'), id('c')], [id('a')], []])
    expect(pages.map(({ total }) => total)).toEqual([3, 3, 3])
  })

  test('mails to a person are theirs alone', async () => {
    await put(mail('a'), mail('b', { personId: BO }), mail('c'))
    expect(ids(await act((mails) => mails.ofPerson(ANNA)))).toEqual([id('a'), id('c')])
  })

  test('those are due that wait and whose time has come, the longest waiting first', async () => {
    await put(
      mail('third', { nextAttemptAt: soon }),
      mail('second'),
      mail('first', { nextAttemptAt: '2026-03-01T08:00:00.000Z' }),
      mail('not-yet', { nextAttemptAt: later }),
      mail('taken', { status: 'sending' }),
      mail('gone', { status: 'sent', nextAttemptAt: null }),
    )
    const due = (limit: number) => act((mails) => mails.due(soon, limit))
    expect(ids(await due(9))).toEqual(['first', 'second', 'third'].map(id))
    expect(ids(await due(2))).toEqual(['first', 'second'].map(id))
  })

  test('it is known when the next one that waits is due, and that none is', async () => {
    expect(await act((mails) => mails.nextDueAt())).toBeUndefined()
    await put(mail('a', { nextAttemptAt: later }), mail('b', { nextAttemptAt: soon }))
    await put(mail('c', { status: 'sending' }))
    expect(await act((mails) => mails.nextDueAt())).toBe(soon)
  })

  describe('a mail that is to be sent', () => {
    const claim = (now = at) => act((mails) => mails.claim(id('a'), now))

    test('is taken by one of many who come at once', async () => {
      await put(mail('a'))
      const taken = await Promise.all(Array.from({ length: 8 }, () => claim()))
      expect(taken.filter(Boolean)).toEqual([mail('a', { status: 'sending', claimedAt: at })])
    })

    test.each<[string, Partial<StoredMail>]>([
      ['whose time has not come', { nextAttemptAt: soon }],
      ['that is being sent', { status: 'sending' }],
      ['that has gone', { status: 'sent' }],
      ['that has been given up', { status: 'failed' }],
      ['of which nobody knows whether it went', { status: 'uncertain' }],
    ])('is not taken when it is one %s', async (_, given) => {
      const before = mail('a', given)
      await put(before)
      expect(await claim()).toBeUndefined()
      expect(await act((mails) => mails.find(id('a')))).toEqual(before)
    })

    test.each<[string, MailOutcome]>([
      ['has gone', sent],
      ['waits for another attempt', { status: 'waiting', attempts: 2, nextAttemptAt: later, sentAt: null, problem: 'ECONNREFUSED' }], // prettier-ignore
      ['has been given up', { status: 'failed', attempts: 9, nextAttemptAt: null, sentAt: null, problem: 'EENVELOPE' }], // prettier-ignore
    ])('%s, and nobody has it any more', async (_, outcome) => {
      await put(mail('a'))
      await claim()
      await act((mails) => mails.settle(id('a'), outcome))
      expect(await act((mails) => mails.find(id('a')))).toEqual(mail('a', outcome))
    })
  })

  test('those that somebody took long ago and never came back about are uncertain, and never sent again', async () => {
    await put(mail('old'), mail('new'))
    await act((mails) => mails.claim(id('old'), at))
    await act((mails) => mails.claim(id('new'), soon))
    expect(await act((mails) => mails.settleAbandoned(soon))).toBe(1)
    expect(await act((mails) => mails.settleAbandoned(soon))).toBe(0)
    const statuses = await act((mails) => Promise.all(['old', 'new'].map((name) => mails.find(id(name)))))
    expect(statuses).toEqual([
      mail('old', { status: 'uncertain', nextAttemptAt: null, problem: 'abandoned' }),
      mail('new', { status: 'sending', claimedAt: soon }),
    ])
    expect(await act((mails) => mails.due(later, 9))).toEqual([])
  })

  test('those that have gone or been given up are counted as what then goes, and the rest stays', async () => {
    const statuses: MailStatus[] = ['waiting', 'sending', 'sent', 'failed', 'uncertain']
    await put(...statuses.map((status) => mail(status, { status })))
    await put(mail('young', { status: 'sent', createdAt: soon }))
    for (const status of statuses) {
      expect(await act((mails) => mails.countBy(status))).toBe(status === 'sent' ? 2 : 1)
    }
    expect(await act((mails) => mails.countSettled(soon))).toBe(3)
    expect(await act((mails) => mails.removeSettled(soon))).toBe(3)
    expect(await act((mails) => mails.removeSettled(soon))).toBe(0)
    const { mails } = await act((store) => store.page({ limit: 9, page: 1 }))
    expect(new Set(ids(mails))).toEqual(new Set(['waiting', 'sending', 'young'].map(id)))
  })
})
