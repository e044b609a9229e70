import type { Board, CardFate } from '../../../schemas/types.ts'
import { cardFates, type Aftermath } from '../../../server/domain/workshop/card-fates.ts'
import { buildCriterion, buildLink, buildOutcome, buildProfile, id } from '../../support/build-profile.ts'
import { buildBoard, buildCard, buildTheme, buildWordedCriterion, buildWording, HAND } from './build-board.ts'

const theme = buildTheme()
const card = buildCard({ themeId: theme.id })
const calm = buildCard({ kind: 'suitability', text: 'lugn' })
const wording = buildWording({ themeId: theme.id, cardIds: [card.id] })
const criterion = buildWordedCriterion({ outcomeId: wording.id, cardIds: [card.id] })

const OUTCOME = buildOutcome({ id: id('o'), text: 'förflytta', criteria: [buildCriterion({ id: id('c'), text: 'Visar.' })] }) // prettier-ignore
const PROFILE = buildProfile({
  modules: [buildLink(), buildLink({ outcomes: [buildOutcome(), OUTCOME] })],
  personalSuitability: [{ id: id('s'), text: 'Lugn', reason: '' }],
})
const NOTHING: Aftermath = { origins: [], rulings: [], profile: PROFILE }
const from = (itemId: string, cardId = card.id) => ({
  itemId,
  cards: [{ id: cardId, kind: 'skills' as const, text: '', perspective: '' }],
})
const ruled = (kind: 'taken' | 'leftOut', reason = '', itemId: string | null = null) => [
  { kind, reason, itemId, statementIds: [wording.id] },
]
const WORDED = { themes: [theme], cards: [card], outcomes: [wording] }
const decided = (need: 'onTheJob' | 'notNeeded' | 'dayOne') => [{ cardId: card.id, need }]

test.each<[string, Partial<Board>, Partial<Aftermath>, CardFate['fate'], string]>([
  ['nobody has done anything with', { cards: [card] }, {}, 'open', ''],
  ['the group needs on day one, and has not worded', { cards: [card], decisions: decided('dayOne') }, {}, 'open', ''],
  ['was put aside', { cards: [{ ...card, isAside: true }] }, {}, 'aside', ''],
  ['the group wants learnt on the job', { cards: [card], decisions: decided('onTheJob') }, {}, 'onTheJob', ''],
  ['most think is not needed', { cards: [card], marks: [{ cardId: card.id, hand: HAND, need: 'notNeeded' }] }, {}, 'notNeeded', ''],
  ['is behind an outcome', WORDED, {}, 'worded', ''],
  ['is behind a criterion', { ...WORDED, outcomes: [{ ...wording, cardIds: [] }], criteria: [criterion] }, {}, 'worded', ''],
  ['is behind an outcome that was put aside', { ...WORDED, outcomes: [{ ...wording, isAside: true }] }, {}, 'open', ''],
  ['is behind an outcome without words', { ...WORDED, outcomes: [{ ...wording, text: ' ' }] }, {}, 'open', ''],
  ['is behind what was left out', WORDED, { rulings: ruled('leftOut', 'Hör till en annan profil.') }, 'leftOut', 'Hör till en annan profil.'],
  ['is behind what stood beside what was taken', WORDED, { rulings: ruled('taken', '', id('o')) }, 'inPlace', ''],
  ['is behind what stood beside what was taken, and has gone from the draft since', WORDED, { rulings: ruled('taken', '', id('gone')) }, 'leftOut', ''],
  ['is behind an outcome that was taken', WORDED, { rulings: ruled('taken'), origins: [from(id('o'))] }, 'inDraft', ''],
  ['is behind what was taken, and was put aside since', { cards: [{ ...card, isAside: true }] }, { origins: [from(id('o'))] }, 'inDraft', ''],
  ['is behind what was taken, and has gone from the draft since', WORDED, { rulings: ruled('taken'), origins: [from(id('gone'))] }, 'leftOut', ''],
  ['is behind what was taken into a profile that is no more', WORDED, { origins: [from(id('o'))], profile: null }, 'worded', ''],
])('a card that %s', (_, board, aftermath, fate, reason) => {
  const fates = cardFates(HAND, buildBoard(board), { ...NOTHING, ...aftermath })
  expect(fates).toMatchObject([{ id: card.id, kind: 'skills', text: 'Lyfta rätt', fate, reason }])
}) // prettier-ignore

test('what a card is behind in the draft is named by number and as it reads now', () => {
  const origins = [from(id('c')), from(id('o'))]
  const [fate] = cardFates(HAND, buildBoard(WORDED), { ...NOTHING, origins })
  expect(fate?.items).toEqual([
    { itemId: id('o'), number: '2.2', text: 'förflytta' },
    { itemId: id('c'), number: '2.2 a', text: 'Visar.' },
  ])
})

test('a card whose row was taken in another group’s words is told what stands in its place, once', () => {
  const other = buildWording({ themeId: theme.id, cardIds: [card.id] })
  const board = buildBoard({ ...WORDED, outcomes: [wording, other] })
  const rulings = [
    ...ruled('taken', '', id('o')),
    { ...ruled('taken', '', id('o'))[0]!, statementIds: [other.id] },
  ]
  expect(cardFates(HAND, board, { ...NOTHING, rulings })).toMatchObject([
    { fate: 'inPlace', items: [{ itemId: id('o'), number: '2.2', text: 'förflytta' }] },
  ])
})

test('a card on suitability goes to the compilation as it stands, and has no number', () => {
  const board = buildBoard({ cards: [calm] })
  expect(cardFates(HAND, board, NOTHING)).toMatchObject([{ fate: 'worded' }])
  const leftOut = [{ kind: 'leftOut' as const, itemId: null, reason: 'Redan med.', statementIds: [calm.id] }]
  expect(cardFates(HAND, board, { ...NOTHING, rulings: leftOut })).toMatchObject([
    { fate: 'leftOut', reason: 'Redan med.' },
  ])
  const origins = [from(id('s'), calm.id)]
  expect(cardFates(HAND, board, { ...NOTHING, origins })).toMatchObject([
    { fate: 'inDraft', items: [{ itemId: id('s'), number: '', text: 'Lugn' }] },
  ])
})

test('everybody is told of their own cards only, in the order of the board, and of none without words', () => {
  const mine = [buildCard({ text: 'ett' }), buildCard({ text: 'två' })]
  const board = buildBoard({
    cards: [mine[0]!, buildCard({ by: id('other') }), buildCard({ text: '  ' }), mine[1]!],
  })
  expect(cardFates(HAND, board, NOTHING).map(({ text }) => text)).toEqual(['ett', 'två'])
})
