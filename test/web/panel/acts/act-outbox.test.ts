import { ANNA, BO, calm, inShort, PanelWorld, Refused } from '../world.ts'

let world: PanelWorld
beforeEach(() => {
  world = new PanelWorld()
})
afterEach(() => world.close())

const doneBy = () => world.server.done.map(({ id, by }) => `${id} by ${by}`)

describe('with a network', () => {
  test('an act is on the device before it is told so, arrives, and lies there until it can be seen', async () => {
    const outbox = world.tab()
    await outbox.keep(world.act('one'))
    expect((await world.store.of(ANNA)).map(({ id }) => id)).toEqual(['one'])
    await calm()
    expect([inShort(outbox.state), doneBy(), outbox.state.takenAt]).toEqual([
      'one arrived',
      ['one by anna'],
      world.time.now(),
    ])
    await outbox.settle(['one'])
    expect([inShort(outbox.state), await world.store.of(ANNA)]).toEqual(['', []])
  })

  test('acts are sent in their order, one at a time', async () => {
    const outbox = world.tab()
    await Promise.all(['one', 'two', 'three'].map((id) => outbox.keep(world.act(id))))
    await calm()
    expect([doneBy(), world.server.mostAtOnce]).toEqual([['one by anna', 'two by anna', 'three by anna'], 1])
  })

  test('a button that is pressed twice makes one act, also when the first press is settled by then', async () => {
    const outbox = world.tab()
    await Promise.all([outbox.keep(world.act('one')), outbox.keep(world.act('one'))])
    await calm()
    await outbox.settle(['one'])
    await outbox.keep(world.act('one'))
    await calm()
    expect([world.server.came, inShort(outbox.state)]).toEqual([['one'], ''])
  })
})

describe('without a network', () => {
  test('acts wait, and are sent when it is back', async () => {
    const outbox = world.tab()
    world.server.state = 'is away'
    await outbox.keep(world.act('one'))
    await outbox.keep(world.act('two'))
    await calm()
    expect([inShort(outbox.state), outbox.state.hindrance]).toEqual(['one waits, two waits', 'no-answer'])
    expect(outbox.state.apartSince).toBe(world.time.now())
    world.server.state = 'answers'
    outbox.look()
    await calm()
    expect([inShort(outbox.state), outbox.state.hindrance, outbox.state.apartSince]).toEqual([
      'one arrived, two arrived',
      null,
      null,
    ])
  })

  test('it is tried again by itself, after longer and longer pauses, up to a minute', async () => {
    const outbox = world.tab()
    world.server.state = 'is away'
    await outbox.keep(world.act('one'))
    await calm()
    const pauses: number[] = []
    for (let since = 0, asked = world.server.asked; pauses.length < 8; since++) {
      if (world.server.asked > asked) {
        pauses.push(since)
        ;[since, asked] = [0, world.server.asked]
      }
      world.time.pass(1_000)
      await calm()
    }
    expect(pauses).toEqual([1, 2, 5, 10, 30, 60, 60, 60])
    world.server.state = 'answers'
    world.time.pass(60_000)
    await calm()
    expect(inShort(outbox.state)).toBe('one arrived')
  })

  test('an act whose answer was lost is sent again, and done once', async () => {
    const outbox = world.tab()
    world.server.state = 'does it, and the answer is lost'
    await outbox.keep(world.act('one'))
    await calm()
    world.server.state = 'answers'
    outbox.look()
    await calm()
    expect([world.server.came, doneBy(), inShort(outbox.state)]).toEqual([
      ['one', 'one'],
      ['one by anna'],
      'one arrived',
    ])
  })

  test('what waits is there when the page is opened anew, and is sent', async () => {
    const outbox = world.tab()
    world.server.state = 'is away'
    await outbox.keep(world.act('one'))
    await calm()
    outbox.close()
    world.server.state = 'answers'
    const again = world.tab()
    again.look()
    await calm()
    expect([inShort(again.state), doneBy()]).toEqual(['one arrived', ['one by anna']])
  })

  test('a change of mind that the server has not seen takes the place of what was said before', async () => {
    const outbox = world.tab()
    world.server.state = 'is away'
    outbox.heard(false)
    await outbox.keep(world.act('agree'))
    await calm()
    await outbox.keep(world.act('disagree'), ['agree'])
    await calm()
    expect(inShort(outbox.state)).toBe('disagree waits')
  })

  test('a change of mind comes after what the server may have seen', async () => {
    const outbox = world.tab()
    world.server.state = 'does it, and the answer is lost'
    await outbox.keep(world.act('agree'))
    await calm()
    world.server.state = 'is away'
    await outbox.keep(world.act('disagree'), ['agree'])
    await calm()
    expect(inShort(outbox.state)).toBe('agree waits, disagree waits')
  })
})

describe('a no', () => {
  test('sets the act aside with its words, and those after it go on', async () => {
    const outbox = world.tab()
    world.server.refusals.set('one', new Refused(409))
    await outbox.keep(world.act('one'))
    await outbox.keep(world.act('two'))
    await calm()
    expect([inShort(outbox.state), doneBy()]).toEqual(['one refused, two arrived', ['two by anna']])
    expect(outbox.state.acts[0]?.refusal?.title).toBe('said 409')
    world.time.pass(600_000)
    await calm()
    expect(world.server.came).toEqual(['one', 'two'])
    const again = world.tab()
    again.look()
    await calm()
    expect(inShort(again.state)).toContain('one refused')
  })

  test('is taken back by sending anew, and forgotten by throwing away', async () => {
    const outbox = world.tab()
    for (const id of ['one', 'two']) {
      world.server.refusals.set(id, new Refused(403))
      await outbox.keep(world.act(id))
    }
    await calm()
    world.server.refusals.clear()
    await outbox.throwAway('two')
    await outbox.sendAnew('one')
    await calm()
    expect([inShort(outbox.state), doneBy()]).toEqual(['one arrived', ['one by anna']])
  })

  test('other words take the place of those that were refused', async () => {
    const outbox = world.tab()
    world.server.refusals.set('one', new Refused(422))
    await outbox.keep(world.act('one'))
    await calm()
    await outbox.keep(world.act('better'), ['one'])
    await calm()
    expect([inShort(outbox.state), doneBy()]).toEqual(['better arrived', ['better by anna']])
  })

  test('what has not been refused cannot be thrown away', async () => {
    const outbox = world.tab()
    world.server.state = 'is away'
    await outbox.keep(world.act('one'))
    await calm()
    await outbox.throwAway('one')
    expect(inShort(outbox.state)).toBe('one waits')
  })

  test.each([
    ['a server that is ill', 503, {}],
    ['a proxy that has waited too long', 408, {}],
    ['too many at once', 429, { retryAfter: 90 }],
  ])('by %s is none: it is tried again', async (_who, status, more) => {
    const outbox = world.tab()
    world.server.refusals.set('one', new Refused(status, more))
    await outbox.keep(world.act('one'))
    await calm()
    expect([inShort(outbox.state), outbox.state.hindrance, outbox.state.apartSince]).toEqual([
      'one waits',
      'not-now',
      null,
    ])
    world.server.refusals.clear()
    world.time.pass(89_000)
    await calm()
    expect(inShort(outbox.state)).toBe(status === 429 ? 'one waits' : 'one arrived')
    world.time.pass(1_000)
    await calm()
    expect(inShort(outbox.state)).toBe('one arrived')
  })
})

describe('signing in and out', () => {
  test('what waits for somebody who is signed out waits until they have signed in', async () => {
    const outbox = world.tab()
    world.server.person = null
    await outbox.keep(world.act('one'))
    await calm()
    expect([inShort(outbox.state), outbox.state.hindrance]).toEqual(['one waits', 'signed-out'])
    world.time.pass(600_000)
    await calm()
    expect(world.server.came).toEqual(['one'])
    world.server.person = ANNA
    outbox.look()
    await calm()
    expect([inShort(outbox.state), outbox.state.hindrance]).toEqual(['one arrived', null])
  })

  test('nothing is sent in the name of somebody else who has signed in', async () => {
    const outbox = world.tab()
    world.server.person = BO
    await outbox.keep(world.act('one'))
    await calm()
    expect([inShort(outbox.state), outbox.state.hindrance, doneBy()]).toEqual([
      'one waits',
      'somebody-else',
      [],
    ])
  })

  test('nor when they sign in while acts are being sent', async () => {
    const outbox = world.tab()
    outbox.subscribe(() => {
      if (world.server.done.length === 1) world.server.person = BO
    })
    await outbox.keep(world.act('one'))
    await outbox.keep(world.act('two'))
    await calm()
    expect([doneBy(), inShort(outbox.state)]).toEqual([['one by anna'], 'one arrived, two waits'])
  })

  test('the next person sees nothing of the acts of the one before, and those wait for their own', async () => {
    const anna = world.tab()
    world.server.state = 'is away'
    await anna.keep(world.act('of-anna'))
    await calm()
    anna.close()
    world.server.state = 'answers'
    world.server.person = BO
    const bo = world.tab(BO)
    await bo.keep(world.act('of-bo', { personId: BO }))
    await calm()
    expect([inShort(bo.state), doneBy()]).toEqual(['of-bo arrived', ['of-bo by bo']])
    expect((await world.store.of(ANNA)).map(({ id }) => id)).toEqual(['of-anna'])
  })
})

describe('two tabs', () => {
  test('send one at a time, and each knows what the other has done', async () => {
    const [left, right] = [world.tab(), world.tab()]
    const ids = ['one', 'two', 'three', 'four', 'five', 'six']
    await Promise.all(ids.map((id, at) => (at % 2 === 0 ? left : right).keep(world.act(id))))
    await calm()
    world.time.pass(3_000)
    await calm()
    expect([world.server.came.toSorted(), world.server.mostAtOnce]).toEqual([ids.toSorted(), 1])
    expect(inShort(left.state)).toBe(inShort(right.state))
    expect(left.state.acts.every(({ hasArrived }) => hasArrived)).toBe(true)
  })

  test('one that is closed while it sends is followed by the other', async () => {
    const [left, right] = [world.tab(), world.tab()]
    world.server.state = 'is away'
    await left.keep(world.act('one'))
    await calm()
    left.close()
    world.server.state = 'answers'
    right.look()
    await calm()
    expect(inShort(right.state)).toBe('one arrived')
  })

  test('one that has slept in the middle of an act asks anew before it sends the next', async () => {
    const left = world.tab()
    world.server.state = 'is away'
    for (const id of ['one', 'two', 'three']) await left.keep(world.act(id))
    await world.calm()
    world.server.state = 'answers'
    const [asleep, atTwo] = [world.server.holdAt('one'), world.server.holdAt('two')]
    left.look()
    await asleep.reached
    world.time.pass(61_000)
    const right = world.tab()
    right.look()
    await atTwo.reached
    asleep.wake()
    await world.calm()
    expect(world.server.came).toEqual(['one', 'one'])
    atTwo.wake()
    await world.calm()
    expect(world.server.came).toEqual(['one', 'one', 'two', 'three'])
    world.time.pass(3_000)
    await world.calm()
    expect(inShort(left.state)).toBe('one arrived, two arrived, three arrived')
  })
})

describe('a device that cannot keep anything', () => {
  test('sends all the same, and says that it lies in the page alone until it has', async () => {
    const outbox = world.tab()
    world.canKeep = false
    world.server.state = 'is away'
    await outbox.keep(world.act('one'))
    await calm()
    expect([inShort(outbox.state), [...outbox.state.unkept]]).toEqual(['one waits', ['one']])
    world.server.state = 'answers'
    outbox.look()
    await calm()
    expect([inShort(outbox.state), world.server.came]).toEqual(['one arrived', ['one']])
  })

  test('keeps what it could not as soon as it can', async () => {
    const outbox = world.tab()
    world.canKeep = false
    world.server.state = 'is away'
    await outbox.keep(world.act('one'))
    await calm()
    world.canKeep = true
    outbox.look()
    await calm()
    expect([[...outbox.state.unkept], (await world.store.of(ANNA)).map(({ id }) => id)]).toEqual([
      [],
      ['one'],
    ])
  })

  test('does not send for ever what it cannot note to have arrived', async () => {
    const outbox = world.tab()
    await outbox.keep(world.act('one'))
    world.canKeep = false
    await calm()
    expect([world.server.came, inShort(outbox.state)]).toEqual([['one'], 'one arrived'])
  })
})
