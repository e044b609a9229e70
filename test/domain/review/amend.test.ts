import type { PanelDecision, ReviewStatus } from '../../../schemas/types.ts'
import { editDraft } from '../../../server/domain/profile/edit-draft.ts'
import { findItem, textOf } from '../../../server/domain/profile/items.ts'
import { canBeSpelling, commandFor, mayAmend, type Amending } from '../../../server/domain/review/amend.ts'
import { sha256 } from '../../../server/seal.ts'
import { id } from '../../support/build-profile.ts'
import {
  CRITERION,
  itemIn,
  MODULE,
  OUTCOME,
  PROFILE,
  SUITABILITY,
  TEXT,
  textAfter,
  WORD,
} from './panel-story.ts'

type Rewriting = Extract<Amending, { act: 'rewrite' }>

const REVIEWED = textAfter([])
const seen = (itemId: string) => itemIn(REVIEWED, itemId).hash
const amend = (change: Amending, profile = TEXT) => commandFor(profile, change, sha256)
const reworded = (itemId: string, hash = seen(itemId)): Amending => ({
  act: 'reword',
  itemId,
  hash,
  to: 'Andra ord.',
})

describe('is carried out as an edit that an editor could make', () => {
  test.each<[what: string, itemId: string, field: string]>([
    ['the words of a criterion', CRITERION, 'text'],
    ['the words of an outcome', OUTCOME, 'text'],
    ['the words of a suitability item', SUITABILITY, 'text'],
  ])('%s', (_, itemId, field) => {
    const found = amend(reworded(itemId))
    const edited = found.ok && editDraft(TEXT, found.command)
    const item = edited && edited.ok ? findItem(edited.next, itemId)?.item : undefined
    expect(item && textOf(item, field)).toBe('Andra ord.')
  })

  test.each<[what: string, itemId: string, field: Rewriting['field']]>([
    ['the purpose of the profile', PROFILE, 'purpose'],
    ['the title of the profile', PROFILE, 'title'],
    ['the title of a module', MODULE, 'title'],
    ['the purpose of a module', MODULE, 'purpose'],
    ['the explanation of a word', WORD, 'explanation'],
  ])('%s', (_, itemId, field) => {
    const from = textOf(findItem(TEXT, itemId)!.item, field)
    const found = amend({ act: 'rewrite', itemId, field, from, to: 'Andra ord.' })
    const edited = found.ok && editDraft(TEXT, found.command)
    const item = edited && edited.ok ? findItem(edited.next, itemId)?.item : undefined
    expect(item && textOf(item, field)).toBe('Andra ord.')
  })

  test('an outcome or a criterion that is taken away', () => {
    for (const itemId of [OUTCOME, CRITERION]) {
      const found = amend({ act: 'remove', itemId, hash: seen(itemId) })
      const edited = found.ok && editDraft(TEXT, found.command)
      expect(edited && edited.ok && findItem(edited.next, itemId)).toBeUndefined()
    }
  })

  test('a criterion that is added, last in its outcome', () => {
    const change = {
      act: 'add-criterion',
      itemId: id('fresh'),
      outcomeId: OUTCOME,
      to: 'Frågar.',
    } as Amending
    const found = amend(change)
    const edited = found.ok && editDraft(TEXT, found.command)
    expect(edited && edited.ok && findItem(edited.next, id('fresh'))?.siblings.at(-1)).toMatchObject({
      text: 'Frågar.',
    })
  })
})

describe('is refused', () => {
  type Row = [why: string, change: Amending, code: string]
  test.each<Row>([
    [
      'when the words have changed since they were seen',
      reworded(CRITERION, '0'.repeat(64)),
      'wording-changed',
    ],
    [
      'when they are to go and have changed since',
      { act: 'remove', itemId: OUTCOME, hash: '0'.repeat(64) },
      'wording-changed',
    ],
    ['for what is not there', reworded(id('gone'), '0'.repeat(64)), 'item-not-found'],
    ['for a module, of which it says not what', reworded(MODULE), 'item-not-found'],
    ['for the profile, of which it says not what', reworded(PROFILE), 'item-not-found'],
    ['for a word, of which it says not what', reworded(WORD), 'item-not-found'],
    [
      'for what a module has not',
      { act: 'rewrite', itemId: MODULE, field: 'targetGroup', from: '', to: 'Alla.' },
      'item-not-found',
    ],
    [
      'for a criterion, which is reworded',
      { act: 'rewrite', itemId: CRITERION, field: 'title', from: '', to: 'Alla.' },
      'item-not-found',
    ],
    ['for a module that is to go', { act: 'remove', itemId: MODULE, hash: seen(MODULE) }, 'item-not-found'],
    [
      'for a criterion in what is no outcome',
      { act: 'add-criterion', itemId: id('x'), outcomeId: MODULE, to: 'Frågar.' },
      'item-not-found',
    ],
  ])('%s', (_, change, code) => {
    expect(amend(change)).toMatchObject({ ok: false, refusal: { code } })
  })

  test('with the words that stand there now', () => {
    expect(amend(reworded(CRITERION, '0'.repeat(64)))).toMatchObject({
      refusal: { itemId: CRITERION, current: { text: 'Kontrollerar selen.' } },
    })
  })
})

test('prose that has changed since it was seen is not written over', () => {
  const found = amend({ act: 'rewrite', itemId: MODULE, field: 'purpose', from: 'Förr.', to: 'Nu.' })
  const edited = found.ok && editDraft(TEXT, found.command)
  expect(edited).toMatchObject({ ok: false, refusal: { code: 'wording-changed', itemId: MODULE } })
})

test.each<
  [
    status: ReviewStatus,
    outcome: PanelDecision['outcome'] | undefined,
    anyChange: boolean,
    saidToBeSpelling: boolean,
  ]
>([
  ['open', undefined, true, true],
  // A decision that was recalled binds nobody, and one of a former round is of that round.
  ['open', 'approved', true, true],
  ['approved', 'approvedEditorial', false, true],
  ['approved', 'approved', false, false],
  ['approved', undefined, false, false],
  ['returned', 'changesRequested', false, false],
  ['preparing', undefined, false, false],
  ['published', 'approvedEditorial', false, false],
])(
  'while a review is %s, decided as %s, any change may be made: %s, and spelling: %s',
  (status, outcome, ...may) => {
    expect([false, true].map((claims) => mayAmend(status, outcome, claims))).toEqual(may)
  },
)

test.each<[change: Amending, can: boolean]>([
  [{ act: 'reword', itemId: CRITERION, hash: '', to: 'Andra ord.' }, true],
  [{ act: 'rewrite', itemId: MODULE, field: 'purpose', from: '', to: 'Andra ord.' }, true],
  [{ act: 'remove', itemId: CRITERION, hash: '' }, false],
  [{ act: 'add-criterion', outcomeId: OUTCOME, itemId: id('new'), to: 'Nya ord.' }, false],
])('%j can be one of spelling: %s', (change, can) => {
  expect(canBeSpelling(change)).toBe(can)
})
