import fc from 'fast-check'
import type { OccupationalProfile } from '../../schemas/types.ts'
import type { EditCommand } from '../../server/domain/profile/edit-draft.ts'
import {
  fieldOf,
  idOf,
  itemsOf,
  PARENT_KIND,
  type ChildKind,
  type Item,
} from '../../server/domain/profile/items.ts'
import { buildCriterion, buildLink, buildModule, buildOutcome, buildProfile, id } from './build-profile.ts'

/** A profile with a little of everything, to make edits in. */
export function buildVariedProfile(): OccupationalProfile {
  const outcome = (name: string, category: 'knowledge' | 'skills' | 'responsibilityAutonomy') =>
    buildOutcome({
      id: id(name),
      category,
      text: `${name} text`,
      criteria: ['a', 'b', 'c'].map((letter) =>
        buildCriterion({ id: id(name + letter), text: `Visar ${name}${letter}.` }),
      ),
    })
  return buildProfile({
    modules: ['m1', 'm2', 'm3'].map((name, index) =>
      buildLink(
        {
          id: id(name),
          title: `Modul ${name}`,
          outcomes: [
            outcome(`${name}k`, 'knowledge'),
            outcome(`${name}f`, 'skills'),
            outcome(`${name}a`, 'responsibilityAutonomy'),
          ],
        },
        { obligation: index === 2 ? 'optional' : 'mandatory' },
      ),
    ),
    personalSuitability: ['s1', 's2'].map((name) => ({
      id: id(name),
      text: `Lyssnar ${name}.`,
      reason: 'Det behövs.',
    })),
    wordList: ['w1', 'w2'].map((name) => ({
      id: id(name),
      term: name,
      explanation: 'ett ord',
      translations: [],
    })),
  })
}

const TEXT_FIELD: Record<ChildKind, string> = {
  module: 'title',
  outcome: 'text',
  criterion: 'text',
  suitability: 'reason',
  word: 'explanation',
}

/** Edits that a person could make to that very profile: choices are numbers, so that they fit whatever the profile has become. */
export const editChoices = fc.record({
  act: fc.constantFrom('amend', 'add', 'move', 'remove'),
  which: fc.nat(1000),
  where: fc.nat(1000),
  text: fc.string({ minLength: 1, maxLength: 12 }),
})
export type EditChoice = { act: string; which: number; where: number; text: string }

export function commandFor(profile: OccupationalProfile, choice: EditChoice): EditCommand {
  const all = [...itemsOf(profile)].filter((found) => found.kind !== 'profile')
  const found = all[choice.which % all.length]
  if (!found)
    return {
      act: 'add',
      itemKind: 'module',
      item: buildLink(),
      place: { parentId: profile.id, before: null },
    }
  const parents = [...itemsOf(profile)].filter(({ kind }) => kind === PARENT_KIND[found.kind])
  const parentId = idOf(parents[choice.where % parents.length]!.item)
  const siblings = [...itemsOf(profile)].filter(
    ({ kind, parentId: at }) => kind === found.kind && at === parentId,
  )
  const before =
    [...siblings.map(({ item }) => idOf(item)), null][choice.where % (siblings.length + 1)] ?? null
  const [itemKind, itemId, place] = [found.kind, idOf(found.item), { parentId, before }]
  switch (choice.act) {
    case 'amend': {
      const field = TEXT_FIELD[itemKind]
      return {
        act: 'amend',
        itemKind,
        itemId,
        fields: { [field]: { from: fieldOf(found.item, field), to: choice.text } },
      }
    }
    case 'add':
      return { act: 'add', itemKind, item: freshItem(itemKind, choice.text), place }
    case 'move':
      return { act: 'move', itemKind, itemId, place }
    default:
      return { act: 'remove', itemKind, itemId }
  }
}

function freshItem(kind: ChildKind, text: string): Item {
  switch (kind) {
    case 'module':
      return { obligation: 'optional', module: buildModule({ title: text }) }
    case 'outcome':
      return buildOutcome({ text })
    case 'criterion':
      return buildCriterion({ text })
    case 'suitability':
      return { id: id(), text, reason: '' }
    case 'word':
      return { id: id(), term: text, explanation: '', translations: [] }
  }
}
