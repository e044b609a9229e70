import type { DiffChange, Ruling } from '../../../schemas/types.ts'
import type { Found } from '../profile/items.ts'

export type Consequence = DiffChange['consequence']

type ChangedItem = {
  readonly kind: DiffChange['kind']
  readonly field: string | null
  readonly former: Found | undefined
  readonly found: Found | undefined
  readonly ruling: Ruling | null
}

/**
 * What a change means for a person who was assessed against the former version:
 *
 * | change                                             | mandatory module | optional module |
 * |----------------------------------------------------|------------------|-----------------|
 * | module, outcome or criterion added                 | major            | minor           |
 * | outcome or criterion reworded, not the same demand | major            | minor           |
 * | … and nobody has ruled yet                         | major            | minor           |
 * | … ruled equivalent                                 | minor            | minor           |
 * | moved into it from an optional module              | major            | patch           |
 * | otherwise moved                                    | patch            | patch           |
 * | module, outcome or criterion removed               | minor            | minor           |
 * | module made mandatory / optional                   | major            | minor           |
 * | anything else                                      | patch            | patch           |
 */
export function consequenceOf({ kind, field, former, found, ruling }: ChangedItem): Consequence {
  const demanded = isMandatory(found)
  if (!concernsAssessment(found ?? former)) return 'patch'
  switch (kind) {
    case 'added':
      return demanded ? 'major' : 'minor'
    case 'removed':
      return 'minor'
    case 'reworded':
      return demanded && !ruling?.equivalent ? 'major' : 'minor'
    case 'moved':
      return demanded && !isMandatory(former) ? 'major' : 'patch'
    case 'amended':
      if (field !== 'obligation') return 'patch'
      return demanded ? 'major' : 'minor'
  }
}

function isMandatory(found: Found | undefined): boolean {
  return found?.within?.obligation === 'mandatory'
}

function concernsAssessment(found: Found | undefined): boolean {
  return found?.kind === 'module' || found?.kind === 'outcome' || found?.kind === 'criterion'
}
