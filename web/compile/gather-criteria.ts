import type { CompiledRow, Statement } from '../../schemas/types.ts'
import { foldWording } from '../../server/domain/profile/wordings.ts'
import { gatherStatements } from '../../server/domain/workshop/resemblance/gather-statements.ts'
import type { MeaningReader } from '../../server/domain/workshop/resemblance/read-meaning.ts'

/** A criterion that one group has written, or several with the same words. */
export type OfferedCriterion = {
  /** Those of the statements, in the order of the groups. */
  readonly ids: readonly string[]
  readonly text: string
  readonly groups: readonly number[]
}

/** The criteria of all groups in a row: the same words once, and those that say nearly the same together. */
export function gatherCriteria({ statements }: CompiledRow, read: MeaningReader): OfferedCriterion[][] {
  const offered = new Map<string, OfferedCriterion>()
  for (const { criteria, groupNumber } of statements) {
    for (const { id, text } of criteria) {
      const words = foldWording(text)
      const { ids, groups } = offered.get(words) ?? { ids: [], groups: [] }
      offered.set(words, { ids: [...ids, id], text: words, groups: [...groups, groupNumber] })
    }
  }
  const all = [...offered.values()]
  return gatherStatements(all.map(comparable), read).map((together) =>
    together.flatMap(({ id }) => all.find(({ ids }) => ids[0] === id) ?? []),
  )
}

/** What is compared is a statement; a criterion has only its words to be compared by. */
function comparable({ ids: [id = ''], text, groups: [groupNumber = 0] }: OfferedCriterion): Statement {
  return {
    id,
    groupNumber,
    kind: 'skills',
    text,
    criteria: [],
    cards: [],
    source: null,
    differs: '',
  }
}
