import { buildCriterion, id } from '../support/build-profile.ts'
import { discardDraft } from '../../server/usecases/profile/discard-draft.ts'
import { asker, openWorkshop, settle } from '../support/session.ts'

const itemId = id('m1ka')
const first = 'Visar m1ka.'

let workshop: Awaited<ReturnType<typeof openWorkshop>>
beforeEach(async () => {
  workshop = await openWorkshop()
})
afterEach(() => workshop.close())
type Browser = Awaited<ReturnType<typeof workshop.browser>>

const type = ({ session, text }: Browser, to: string, item = itemId) =>
  session.type('criterion', item, 'text', String(text(item)), to)
const storedText = async (item = itemId) => {
  const { profile } = await workshop.stored()
  const criteria = profile.modules
    .flatMap(({ module }) => module.outcomes)
    .flatMap((outcome) => outcome.criteria)
  return criteria.find((criterion) => criterion.id === item)?.text
}

describe('typing', () => {
  test('shows at once, lies in the outbox at once, and is sent when it pauses', async () => {
    const anna = await workshop.browser('Anna')
    type(anna, 'Visar h')
    type(anna, 'Visar hur.')
    expect(anna.text(itemId)).toBe('Visar hur.')
    expect(anna.outbox.edits.size).toBe(1)
    expect(anna.session.state.save).toEqual({ kind: 'waiting', count: 1 })
    expect(await storedText()).toBe(first)
    await anna.pass()
    expect(await storedText()).toBe('Visar hur.')
    expect(anna.session.state.save).toEqual({ kind: 'saved', at: 0 })
    expect(anna.outbox.edits.size).toBe(0)
  })

  test('goes on while what was typed before is on its way, and nothing is lost', async () => {
    const anna = await workshop.browser('Anna')
    type(anna, 'Visar hur')
    anna.session.flush()
    type(anna, 'Visar hur man')
    await settle()
    type(anna, 'Visar hur man gör.')
    await anna.pass()
    expect(await storedText()).toBe('Visar hur man gör.')
    expect(anna.session.state.save.kind).toBe('saved')
  })

  test('in another field sends what was typed in the first', async () => {
    const anna = await workshop.browser('Anna')
    type(anna, 'Visar ett.')
    type(anna, 'Visar två.', id('m1kb'))
    await anna.pass()
    expect([await storedText(), await storedText(id('m1kb'))]).toEqual(['Visar ett.', 'Visar två.'])
  })

  test('survives a closed tab', async () => {
    const anna = await workshop.browser('Anna')
    type(anna, 'Hann inte sändas.')
    anna.session.close()
    const again = await workshop.browser('Anna igen', anna.outbox)
    expect(again.text(itemId)).toBe('Hann inte sändas.')
    await settle()
    expect(await storedText()).toBe('Hann inte sändas.')
  })
})

describe('without a network', () => {
  test('everything can be written, and the badge says since when and how much waits', async () => {
    const anna = await workshop.browser('Anna')
    anna.network.up = false
    type(anna, 'Skrivet på tåget.')
    await anna.pass()
    anna.session.edit({
      act: 'add',
      itemKind: 'criterion',
      item: buildCriterion({ id: id('new') }),
      place: { parentId: id('m1k'), before: null },
    })
    await settle()
    expect(anna.session.state.save).toEqual({ kind: 'offline', since: 0, count: 2 })
    anna.network.up = true
    await anna.pass()
    expect([await storedText(), await storedText(id('new'))]).toEqual([
      'Skrivet på tåget.',
      buildCriterion().text,
    ])
    expect(anna.session.state.save.kind).toBe('saved')
  })

  test('an edit whose answer was lost is sent again and made once', async () => {
    const anna = await workshop.browser('Anna')
    const before = await workshop.stored()
    anna.network.answers = false
    anna.session.edit({
      act: 'add',
      itemKind: 'criterion',
      item: buildCriterion({ id: id('new') }),
      place: { parentId: id('m1k'), before: null },
    })
    await settle()
    expect(anna.session.state.save.kind).toBe('offline')
    anna.network.answers = true
    await anna.pass()
    const { profile, revision } = await workshop.stored()
    expect(profile.modules[0]?.module.outcomes[0]?.criteria).toHaveLength(4)
    expect([revision, anna.session.state.save.kind]).toEqual([before.revision + 1, 'saved'])
  })
})

test('an edit that comes too soon after others waits, and is saved in its turn', async () => {
  const anna = await workshop.browser('Anna')
  anna.network.isCrowded = true
  type(anna, 'Skrivet i trängseln.')
  await anna.pass()
  expect(anna.session.state.rejected.size).toBe(0)
  anna.network.isCrowded = false
  await anna.pass()
  expect(await storedText()).toBe('Skrivet i trängseln.')
})

describe('signed out in the middle of work', () => {
  test('what is typed stays, the page knows why, and it is saved when the person is back', async () => {
    const anna = await workshop.browser('Anna')
    anna.network.isSignedIn = false
    type(anna, 'Skrivet efter att tiden gick ut.')
    await anna.pass()
    expect(anna.session.state.isSignedOut).toBe(true)
    expect(anna.text(itemId)).toBe('Skrivet efter att tiden gick ut.')
    expect(anna.outbox.edits.size).toBe(1)
    anna.network.isSignedIn = true
    await anna.hearAgain()
    expect(anna.session.state).toMatchObject({ isSignedOut: false, save: { kind: 'saved' } })
    expect(await storedText()).toBe('Skrivet efter att tiden gick ut.')
  })

  test('is not forgotten when no answer comes meanwhile: somebody else may sign in here', async () => {
    const anna = await workshop.browser('Anna')
    anna.network.isSignedIn = false
    type(anna, 'Annas ord.')
    await anna.pass()
    anna.network.up = false
    anna.refuse()
    await anna.pass()
    expect(anna.session.state).toMatchObject({ isSignedOut: true, save: { kind: 'offline' } })
  })

  test('shows without anything written, and goes when the connection is back', async () => {
    const anna = await workshop.browser('Anna')
    anna.network.isSignedIn = false
    anna.refuse()
    await settle()
    expect(anna.session.state.isSignedOut).toBe(true)
    anna.network.isSignedIn = true
    await anna.hearAgain()
    expect(anna.session.state.isSignedOut).toBe(false)
  })
})

describe('another person', () => {
  test('is seen to change something, by name, without a reload', async () => {
    const [anna, bo] = [await workshop.browser('Anna'), await workshop.browser('Bo')]
    type(bo, 'Bos ord.')
    await bo.pass()
    expect(anna.text(itemId)).toBe('Bos ord.')
    const { revision } = await workshop.stored()
    expect(anna.session.state.touched.get(itemId)).toEqual({ name: 'Bo', revision })
    expect(bo.session.state.touched.size).toBe(0)
  })

  test('does not disturb what is being written elsewhere', async () => {
    const [anna, bo] = [await workshop.browser('Anna'), await workshop.browser('Bo')]
    type(anna, 'Annas ord.')
    type(bo, 'Bos ord.', id('m1kb'))
    await bo.pass()
    expect(anna.text(itemId)).toBe('Annas ord.')
    await anna.pass()
    expect([await storedText(), await storedText(id('m1kb'))]).toEqual(['Annas ord.', 'Bos ord.'])
  })

  test('is caught up with when the connection has been away', async () => {
    const [anna, bo] = [await workshop.browser('Anna'), await workshop.browser('Bo')]
    anna.network.hears = false
    type(bo, 'Missat.')
    await bo.pass()
    expect(anna.text(itemId)).toBe(first)
    await anna.hearAgain()
    expect(anna.text(itemId)).toBe('Missat.')
  })
})

describe('two who write in the same field', () => {
  const [mine, theirs] = ['Annas ord.', 'Bos ord.']
  async function collide() {
    const [anna, bo] = [await workshop.browser('Anna'), await workshop.browser('Bo')]
    type(anna, mine)
    type(bo, theirs)
    await bo.pass()
    await anna.pass()
    return { anna, bo, conflict: anna.session.state.view.conflicts[0]! }
  }

  test('lose nothing: the second sees both wordings, keeps their own in the field, and nothing is overwritten', async () => {
    const { anna, conflict } = await collide()
    expect(conflict).toMatchObject({ itemId, field: 'text', mine, theirs })
    expect(anna.text(itemId)).toBe(mine)
    expect(await storedText()).toBe(theirs)
    expect(anna.session.state.save).toEqual({ kind: 'waiting', count: 1 })
  })

  test('the same when the news has not come through', async () => {
    const [anna, bo] = [await workshop.browser('Anna'), await workshop.browser('Bo')]
    anna.network.hears = false
    type(anna, mine)
    type(bo, theirs)
    await bo.pass()
    await anna.pass()
    expect(anna.session.state.view.conflicts).toMatchObject([{ mine, theirs }])
    expect(await storedText()).toBe(theirs)
  })

  test.each([
    ['one’s own', { keep: 'mine' as const }, mine],
    ['the other’s', { keep: 'theirs' as const }, theirs],
    ['both, written together', { write: 'Annas och Bos ord.' }, 'Annas och Bos ord.'],
  ])('choose %s', async (_, choice, expected) => {
    const { anna, bo, conflict } = await collide()
    anna.session.settle(conflict, choice)
    await settle()
    expect([await storedText(), anna.text(itemId), bo.text(itemId)]).toEqual([expected, expected, expected])
    expect(anna.session.state.view.conflicts).toEqual([])
    expect(anna.session.state.save.kind).toBe('saved')
  })

  test('may go on typing before they choose', async () => {
    const { anna, conflict } = await collide()
    type(anna, `${mine} Och mer.`)
    await anna.pass()
    expect(anna.session.state.view.conflicts).toMatchObject([{ mine: `${mine} Och mer.`, theirs }])
    anna.session.settle(conflict, { keep: 'mine' })
    await settle()
    expect(await storedText()).toBe(`${mine} Och mer.`)
  })

  test('do not keep each other from saving elsewhere', async () => {
    const { anna } = await collide()
    type(anna, 'Fritt fram.', id('m2ka'))
    await anna.pass()
    expect(await storedText(id('m2ka'))).toBe('Fritt fram.')
  })
})

test('words typed in a criterion that somebody removes are kept until one lets go of them', async () => {
  const [anna, bo] = [await workshop.browser('Anna'), await workshop.browser('Bo')]
  type(anna, 'Nästan klart.')
  bo.session.edit({ act: 'remove', itemKind: 'criterion', itemId })
  await settle()
  await anna.pass()
  const [stranded] = anna.session.state.view.stranded
  expect(stranded).toMatchObject({
    reason: 'item-not-found',
    command: { fields: { text: { to: 'Nästan klart.' } } },
  })
  expect(anna.outbox.edits.size).toBe(1)
  anna.session.letGo(stranded!)
  expect(anna.session.state.save.kind).toBe('saved')
})

describe('undo', () => {
  test('brings back what was removed, where it stood', async () => {
    const anna = await workshop.browser('Anna')
    anna.session.edit({ act: 'remove', itemKind: 'module', itemId: id('m2') })
    await settle()
    const before = await workshop.stored()
    expect(before.profile.modules).toHaveLength(2)
    expect(anna.session.undo()).toBe(true)
    await settle()
    expect((await workshop.stored()).profile.modules.map(({ module }) => module.id)).toEqual(
      ['m1', 'm2', 'm3'].map(id),
    )
  })

  test('takes back one’s own edits only, and never what somebody has changed since', async () => {
    const [anna, bo] = [await workshop.browser('Anna'), await workshop.browser('Bo')]
    type(anna, 'Annas ord.')
    await anna.pass()
    type(bo, 'Bos ord.')
    await bo.pass()
    expect(anna.session.undo()).toBe(false)
    expect(await storedText()).toBe('Bos ord.')
  })
})

test('a draft that is published under one’s hands says so, and keeps what was not sent', async () => {
  const anna = await workshop.browser('Anna')
  anna.network.up = false
  type(anna, 'För sent.')
  await anna.pass()
  anna.network.up = true
  workshop.deps.announce({ kind: 'draft-published', slug: workshop.slug, version: '1.0.0', by: null })
  expect(anna.session.state.ended).toMatchObject({ kind: 'draft-published', version: '1.0.0' })
  expect(anna.session.state.unsent).toHaveLength(1)
})

test('a draft that went while nothing was heard is seen to be gone at the next edit, which is kept', async () => {
  const anna = await workshop.browser('Anna')
  anna.network.hears = false
  const { revision } = await workshop.stored()
  await discardDraft(workshop.deps, asker('Bo'), { slug: workshop.slug, revision })
  type(anna, 'För sent.')
  await anna.pass()
  expect(anna.session.state.ended).toEqual({ kind: 'gone' })
  expect(anna.session.state.unsent).toHaveLength(1)
})
