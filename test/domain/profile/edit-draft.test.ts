import fc from 'fast-check'
import type { Change, OccupationalProfile } from '../../../schemas/types.ts'
import { applyChange, invertChange } from '../../../server/domain/profile/change.ts'
import { editDraft, MAX_ITEMS, type EditCommand } from '../../../server/domain/profile/edit-draft.ts'
import { findItem, idOf, itemsOf } from '../../../server/domain/profile/items.ts'
import {
  buildVariedProfile,
  commandFor,
  editChoices,
  type EditChoice,
} from '../../support/arbitrary-edits.ts'
import {
  buildCriterion,
  buildLink,
  buildModule,
  buildOutcome,
  buildProfile,
  id,
} from '../../support/build-profile.ts'

const criterion = { itemKind: 'criterion', itemId: id('m1ka') } as const

function edited(profile: OccupationalProfile, command: EditCommand) {
  const result = editDraft(profile, command)
  if (!result.ok) throw new Error(`refused: ${result.refusal.code}`)
  return result
}

function refused(profile: OccupationalProfile, command: EditCommand) {
  const result = editDraft(profile, command)
  if (result.ok) throw new Error('was not refused')
  return result.refusal
}

const reword = (from: string, to: string): EditCommand => ({
  act: 'amend',
  ...criterion,
  fields: { text: { from, to } },
})

describe('rewording', () => {
  test('gives the new wording, and a change that names both', () => {
    const { next, changes } = edited(buildVariedProfile(), reword('Visar m1ka.', 'Visar mer.'))
    expect(findItem(next, id('m1ka'))?.item).toMatchObject({ text: 'Visar mer.' })
    expect(changes).toEqual([
      { kind: 'item-amended', ...criterion, field: 'text', from: 'Visar m1ka.', to: 'Visar mer.' },
    ])
  })

  test('refuses to overwrite a wording that its author has not read, and shows the one that stands', () => {
    const { next } = edited(buildVariedProfile(), reword('Visar m1ka.', 'Visar mer.'))
    expect(refused(next, reword('Visar m1ka.', 'Visar annat.'))).toEqual({
      code: 'wording-changed',
      itemId: id('m1ka'),
      current: { text: 'Visar mer.' },
    })
  })

  test('that has been made already is no change: a browser that never heard the answer may ask again', () => {
    const { next } = edited(buildVariedProfile(), reword('Visar m1ka.', 'Visar mer.'))
    expect(edited(next, reword('Visar m1ka.', 'Visar mer.')).changes).toEqual([])
  })

  test('gives variants to a criterion that had none, and takes them back without a trace', () => {
    const before = buildVariedProfile()
    const variants = [
      { field: 'text', language: 'sv-x-lattlast', text: 'Du visar.', madeFrom: 'a'.repeat(64) },
    ]
    const give = (from: unknown, to: unknown): EditCommand => ({
      act: 'amend',
      ...criterion,
      fields: { variants: { from, to } },
    })
    const { next } = edited(before, give([], variants))
    expect(findItem(next, id('m1ka'))?.item).toMatchObject({ variants })
    expect(edited(next, give(variants, [])).next).toEqual(before)
  })

  test('of several fields is done for all of them or for none', () => {
    const profile = buildVariedProfile()
    const fields = {
      title: { from: 'Modul m1', to: 'Ny titel' },
      purpose: { from: 'aldrig sett', to: 'nytt' },
    }
    const refusal = refused(profile, { act: 'amend', itemKind: 'module', itemId: id('m1'), fields })
    expect(refusal).toMatchObject({
      code: 'wording-changed',
      current: { purpose: profile.modules[0]!.module.purpose },
    })
  })

  test('leaves every other module as the very same object', () => {
    const profile = buildVariedProfile()
    const { next } = edited(profile, reword('Visar m1ka.', 'Visar mer.'))
    expect(next.modules.map((link, index) => link === profile.modules[index])).toEqual([false, true, true])
  })

  test('reaches the profile, its modules, their obligation, suitability and words', () => {
    const profile = buildVariedProfile()
    const amend = (
      itemKind: 'profile' | 'module' | 'suitability' | 'word',
      itemId: string,
      field: string,
      from: unknown,
      to: unknown,
    ) => edited(profile, { act: 'amend', itemKind, itemId, fields: { [field]: { from, to } } }).next
    expect(amend('profile', profile.id, 'title', 'Testare', 'Provare').title).toBe('Provare')
    expect(amend('module', id('m1'), 'seqfLevel', 3, 4).modules[0]?.module.seqfLevel).toBe(4)
    expect(amend('module', id('m1'), 'obligation', 'mandatory', 'optional').modules[0]?.obligation).toBe(
      'optional',
    )
    expect(amend('suitability', id('s1'), 'text', 'Lyssnar s1.', 'Hör.').personalSuitability[0]?.text).toBe(
      'Hör.',
    )
    expect(amend('word', id('w2'), 'term', 'w2', 'lyft').wordList[1]?.term).toBe('lyft')
  })
})

describe('adding', () => {
  const place = { parentId: id('m1k'), before: id('m1kb') }
  const item = buildCriterion({ id: id('new'), text: 'Ny.' })

  test('puts the item before the sibling that it names', () => {
    const { next } = edited(buildVariedProfile(), { act: 'add', itemKind: 'criterion', item, place })
    expect(next.modules[0]?.module.outcomes[0]?.criteria.map((each) => each.id)).toEqual(
      ['m1ka', 'new', 'm1kb', 'm1kc'].map(id),
    )
  })

  test('puts it last when that sibling has gone meanwhile', () => {
    const gone = { ...place, before: id('gone') }
    const { next } = edited(buildVariedProfile(), { act: 'add', itemKind: 'criterion', item, place: gone })
    expect(next.modules[0]?.module.outcomes[0]?.criteria.at(-1)?.id).toBe(id('new'))
  })

  test('twice does no harm', () => {
    const { next } = edited(buildVariedProfile(), { act: 'add', itemKind: 'criterion', item, place })
    expect(edited(next, { act: 'add', itemKind: 'criterion', item, place }).changes).toEqual([])
  })

  test.each<[string, EditCommand, string]>([
    [
      'an id that something else has',
      { act: 'add', itemKind: 'criterion', item: { ...item, id: id('m2') }, place },
      'id-taken',
    ],
    [
      'an id that something within has',
      {
        act: 'add',
        itemKind: 'outcome',
        item: buildOutcome({ criteria: [buildCriterion({ id: id('m2ka') })] }),
        place: { parentId: id('m1'), before: null },
      },
      'id-taken',
    ],
    [
      'the same id twice within',
      {
        act: 'add',
        itemKind: 'outcome',
        item: buildOutcome({ criteria: [item, item] }),
        place: { parentId: id('m1'), before: null },
      },
      'id-taken',
    ],
    [
      'a parent that is gone',
      { act: 'add', itemKind: 'criterion', item, place: { parentId: id('gone'), before: null } },
      'item-not-found',
    ],
    [
      'a parent of the wrong kind',
      { act: 'add', itemKind: 'criterion', item, place: { parentId: id('m1'), before: null } },
      'item-not-found',
    ],
  ])('refuses %s', (_, command, code) => expect(refused(buildVariedProfile(), command).code).toBe(code))

  test('refuses to let a profile grow beyond what anyone can use', () => {
    const criteria = Array.from({ length: MAX_ITEMS }, () => buildCriterion())
    const link = {
      obligation: 'mandatory',
      module: buildModule({ outcomes: [buildOutcome({ criteria })] }),
    } as const
    const command = {
      act: 'add',
      itemKind: 'module',
      item: link,
      place: { parentId: id('profile'), before: null },
    } as const
    expect(refused(buildProfile(), command)).toEqual({ code: 'draft-too-large', limit: MAX_ITEMS })
  })
})

describe('moving', () => {
  test('takes an outcome with its criteria to another module', () => {
    const { next, changes } = edited(buildVariedProfile(), {
      act: 'move',
      itemKind: 'outcome',
      itemId: id('m1k'),
      place: { parentId: id('m2'), before: id('m2f') },
    })
    expect(next.modules[0]?.module.outcomes).toHaveLength(2)
    expect(next.modules[1]?.module.outcomes.map((outcome) => outcome.id)).toEqual(
      ['m2k', 'm1k', 'm2f', 'm2a'].map(id),
    )
    expect(changes).toMatchObject([{ from: { parentId: id('m1'), before: id('m1f') } }])
  })

  test('to where it stands is no change', () => {
    const place = { parentId: id('m1k'), before: id('m1kb') }
    const move = { act: 'move', itemKind: 'criterion', itemId: id('m1ka') } as const
    expect(edited(buildVariedProfile(), { ...move, place }).changes).toEqual([])
    expect(
      edited(buildVariedProfile(), { ...move, place: { ...place, before: id('m1ka') } }).changes,
    ).toEqual([])
  })
})

describe('removing', () => {
  test('keeps the whole of what is removed in the change, so that it can come back', () => {
    const profile = buildVariedProfile()
    const { next, changes } = edited(profile, { act: 'remove', itemKind: 'module', itemId: id('m2') })
    expect(next.modules.map((link) => link.module.id)).toEqual([id('m1'), id('m3')])
    expect(applyChange(next, invertChange(changes[0]!))).toEqual(profile)
  })

  test('what has gone already is no change', () => {
    expect(
      edited(buildVariedProfile(), { act: 'remove', itemKind: 'criterion', itemId: id('gone') }).changes,
    ).toEqual([])
  })
})

describe('a linked module', () => {
  const linkedFrom = { profileSlug: 'annan', version: '1.0.0', moduleId: id('linked') }
  const outcome = buildOutcome({
    id: id('lo'),
    criteria: [buildCriterion({ id: id('lc'), text: 'Som där.' })],
  })
  const profile = buildProfile({
    modules: [buildLink({ id: id('linked'), outcomes: [outcome] }, { linkedFrom }), buildLink()],
  })

  test.each<[string, EditCommand]>([
    [
      'its title',
      {
        act: 'amend',
        itemKind: 'module',
        itemId: id('linked'),
        fields: { title: { from: 'Förflyttning', to: 'X' } },
      },
    ],
    [
      'a criterion in it',
      {
        act: 'amend',
        itemKind: 'criterion',
        itemId: id('lc'),
        fields: { text: { from: 'Som där.', to: 'X' } },
      },
    ],
    [
      'what is added to it',
      {
        act: 'add',
        itemKind: 'outcome',
        item: buildOutcome(),
        place: { parentId: id('linked'), before: null },
      },
    ],
    ['what is taken out of it', { act: 'remove', itemKind: 'outcome', itemId: id('lo') }],
    [
      'what is moved out of it',
      {
        act: 'move',
        itemKind: 'outcome',
        itemId: id('lo'),
        place: { parentId: profile.modules[1]!.module.id, before: null },
      },
    ],
  ])('is changed where it is at home, not here: %s', (_, command) => {
    expect(refused(profile, command)).toMatchObject({ code: 'module-linked', ownedBy: 'annan' })
  })

  test('can be made optional, moved and taken out', () => {
    const fields = { obligation: { from: 'mandatory', to: 'optional' } }
    expect(
      edited(profile, { act: 'amend', itemKind: 'module', itemId: id('linked'), fields }).changes,
    ).toHaveLength(1)
    expect(
      edited(profile, {
        act: 'move',
        itemKind: 'module',
        itemId: id('linked'),
        place: { parentId: profile.id, before: null },
      }).next.modules[1]?.linkedFrom,
    ).toEqual(linkedFrom)
    expect(
      edited(profile, { act: 'remove', itemKind: 'module', itemId: id('linked') }).next.modules,
    ).toHaveLength(1)
  })
})

describe('laws of any sequence of edits', () => {
  function replay(
    choices: readonly EditChoice[],
    each: (before: OccupationalProfile, changes: readonly Change[], after: OccupationalProfile) => void,
  ) {
    let profile = buildVariedProfile()
    for (const choice of choices) {
      const result = editDraft(profile, commandFor(profile, choice))
      if (!result.ok) continue
      each(profile, result.changes, result.next)
      profile = result.next
    }
    return profile
  }
  const sequences = fc.array(editChoices, { maxLength: 25 })
  const applyAll = (profile: OccupationalProfile, changes: readonly Change[]) =>
    changes.reduce<OccupationalProfile | undefined>((at, change) => at && applyChange(at, change), profile)

  test('another browser that applies the changes sees the same draft', () => {
    fc.assert(
      fc.property(sequences, (choices) => {
        let other: OccupationalProfile | undefined = buildVariedProfile()
        const edited = replay(choices, (_, changes) => (other = other && applyAll(other, changes)))
        expect(other).toEqual(edited)
      }),
    )
  })

  test('each edit can be taken back', () => {
    fc.assert(
      fc.property(sequences, (choices) => {
        replay(choices, (before, changes, after) => {
          expect(applyAll(after, changes.toReversed().map(invertChange))).toEqual(before)
        })
      }),
    )
  })

  test('no id ever stands twice', () => {
    fc.assert(
      fc.property(sequences, (choices) => {
        const ids = [...itemsOf(replay(choices, () => undefined))].map(({ item }) => idOf(item))
        expect(new Set(ids).size).toBe(ids.length)
      }),
    )
  })

  test('nothing goes but what an edit removes', () => {
    fc.assert(
      fc.property(sequences, (choices) => {
        replay(choices, (before, changes, after) => {
          if (changes.some(({ kind }) => kind === 'item-removed')) return
          const ids = new Set([...itemsOf(after)].map(({ item }) => idOf(item)))
          expect([...itemsOf(before)].every(({ item }) => ids.has(idOf(item)))).toBe(true)
        })
      }),
    )
  })
})
