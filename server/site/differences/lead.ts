import type { DiffChange } from '../../../schemas/types.ts'
import { inGroups, type ChangeEntry, type Group } from '../../domain/publishing/group-changes.ts'
import { capitalized, type Say, type WordKey } from '../say.ts'

type Demand = 'newModule' | 'newOutcome' | 'newCriterion' | 'harder' | 'nowMandatory' | 'movedIn'
const DEMANDS: readonly Demand[] = [
  'newModule',
  'newOutcome',
  'newCriterion',
  'harder',
  'nowMandatory',
  'movedIn',
]

/** The differences in a few sentences: what is new, whom it touches, and what nobody needs to do anything about. */
export function leadSentences(say: Say, former: string, entries: readonly ChangeEntry[]): string {
  const groups = new Map(inGroups(entries))
  const inGroup = (group: Group) => groups.get(group) ?? []
  const demands = inGroup('demands')
  const unruled = inGroup('unruled').length > 0
  if (entries.length === 0) return say.text('differences.lead.nothing')
  if (demands.length > 0) {
    return [
      demandSentence(say, demands),
      say.text('differences.lead.mayLack', { former }),
      unruled && say.text('differences.lead.unruledToo'),
      !unruled && entries.length > demands.length && say.text('differences.lead.rest'),
    ]
      .filter(Boolean)
      .join(' ')
  }
  if (unruled) return say.text('differences.lead.unruled', { former })
  const touched = inGroup('sameDemand').length + inGroup('optional').length + inGroup('removed').length > 0
  return say.text(touched ? 'differences.lead.noDemand' : 'differences.lead.onlyOther', { former })
}

function demandSentence(say: Say, demands: readonly ChangeEntry[]): string {
  const clauses = DEMANDS.flatMap((demand) => {
    const count = demands.filter(({ change }) => demandOf(change) === demand).length
    return count > 0 ? [say.inWords(`differences.lead.${demand}` satisfies WordKey, count)] : []
  })
  return `${capitalized(say.list(clauses))}.`
}

function demandOf({ kind, itemKind }: DiffChange): Demand {
  if (kind === 'reworded') return 'harder'
  if (kind === 'moved') return 'movedIn'
  if (kind === 'amended') return 'nowMandatory'
  return itemKind === 'module' ? 'newModule' : itemKind === 'outcome' ? 'newOutcome' : 'newCriterion'
}
