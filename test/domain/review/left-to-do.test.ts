import { leftToDo, minutesFor } from '../../../server/domain/review/left-to-do.ts'
import { CRITERION, MODULE, OTHER_MODULE, partIn, tell } from './panel-story.ts'

/** What is left of the module, for the one member of a story. */
function leftAfter(story: string) {
  const { text, positions } = tell(story)
  const said = positions.map((position) => ({
    ...position,
    at: `2026-03-0${position.seq}`,
    round: position.seq,
  }))
  return leftToDo(text, [partIn(text, MODULE)], said)
}

describe('what is left of a module, when its member', () => {
  test.each<[story: string, unanswered: number, changes: string[]]>([
    ['nothing', 1, []],
    ['agrees on the module', 0, []],
    ['disagrees on the module', 0, []],
    ['agrees on the module; takes it back on the module', 1, []],
    // Who has answered on one criterion has the rest before them.
    ['agrees on the criterion', 1, []],
    ['agrees on the module; its sibling is reworded', 0, ['Berättar vad som ska hända. > Berättar allt.']],
    [
      'agrees on the module; the criterion is reworded',
      0,
      ['Kontrollerar selen. > Kontrollerar sele och lyft.'],
    ],
    ['agrees on the module; the criterion is respelled', 0, []],
    ['agrees on the module; the criterion is reworded; the criterion gets its first words back', 0, []],
    ['agrees on the module; the criterion is reworded; agrees on the criterion', 0, []],
    ['agrees on the module; the other module gets another title', 0, []],
  ])('%s: %p unanswered, changed %p', (story, unanswered, changes) => {
    const left = leftAfter(story)
    expect(left.unanswered).toHaveLength(unanswered)
    expect(left.changes.map(({ seen, wording }) => `${seen} > ${wording}`)).toEqual(changes)
  })
})

test('of changed words it is told what the member said of the former ones, and when', () => {
  const [change] = leftAfter(
    'agrees on the module; disagrees on the criterion; the criterion is reworded',
  ).changes
  expect(change).toMatchObject({
    itemId: CRITERION,
    partId: MODULE,
    kind: 'criterion',
    seen: 'Kontrollerar selen.',
    former: 'disagree',
    formerAt: '2026-03-02',
    formerRound: 2,
  })
})

test('parts on which a member takes no position are not theirs to do', () => {
  const { text, positions } = tell('agrees on the module')
  const said = positions.map((position) => ({ ...position, at: '', round: 1 }))
  expect(leftToDo(text, [], said)).toEqual({ changes: [], unanswered: [], words: 0 })
  expect(leftToDo(text, text.parts, said).unanswered).toContain(OTHER_MODULE)
})

describe('the estimate', () => {
  test.each<[words: number, changes: number, unanswered: number, minutes: number]>([
    [0, 0, 0, 0],
    [10, 1, 0, 1],
    [130, 0, 1, 2],
    [1300, 0, 9, 14],
  ])(
    'of %d words, %d changes and %d parts to answer is %d minutes',
    (words, changes, unanswered, minutes) => {
      const left = {
        words,
        changes: Array.from({ length: changes }),
        unanswered: Array.from({ length: unanswered }),
      }
      expect(minutesFor(left as never)).toBe(minutes)
    },
  )

  test('grows with what is left, and is nothing when nothing is', () => {
    const [little, more] = [
      leftAfter('agrees on the module; the criterion is reworded'),
      leftAfter('nothing'),
    ]
    expect(minutesFor(leftAfter('agrees on the module'))).toBe(0)
    expect(minutesFor(little)).toBeGreaterThan(0)
    expect(minutesFor(more)).toBeGreaterThanOrEqual(minutesFor(little))
  })
})

test('of a changed frame it is told which fields are others, and of these words it takes time to read', () => {
  const { text, positions } = tell('agrees on the module; the other module gets another title')
  const said = partIn(tell('nothing').text, OTHER_MODULE)
  const taken = { memberId: 'm', scope: 'part', itemId: OTHER_MODULE, hash: said.hash, seq: 9 } as const
  const { changes, words } = leftToDo(
    text,
    [partIn(text, OTHER_MODULE)],
    [...positions, { ...taken, position: 'agree' as const }].map((each) => ({ ...each, at: '', round: 1 })),
  )
  expect(changes).toMatchObject([
    {
      kind: 'frame',
      fields: [{ number: '2', field: 'title', from: 'Dokumentation', to: 'Journal' }],
      seenHash: said.items[0]?.hash,
    },
  ])
  expect(words).toBe(2)
})
