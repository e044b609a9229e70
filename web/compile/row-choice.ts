import type { CompiledRow, RuleOnRow, Statement } from '../../schemas/types.ts'

/** What somebody is about to decide on a row. Nothing of it is known to anybody else before it is sent. */
export type Choice = {
  /** The statement that is started from. */
  readonly baseId: string
  /** Those that are merged with it. */
  readonly mergedIds: readonly string[]
  /** The wording that is to stand in the draft. */
  readonly text: string
  readonly criterionIds: readonly string[]
  /** What stood in the draft when a decided row was taken up anew; null for one that has not been taken. */
  readonly from: string | null
  /** Why the row is to be left out, as far as it is written; null when it is not about to be. */
  readonly reason: string | null
  /** What was written here before another group's wording took its place; null when nothing of one's own was lost. */
  readonly putAway: string | null
}

/** The statement with most behind it: cards, then perspectives, then the group that comes first. */
export function strongest({ statements }: CompiledRow): Statement | undefined {
  const weight = ({ cards, criteria }: Statement) =>
    cards.length * 100 + new Set(cards.map(({ perspective }) => perspective)).size * 10 + criteria.length
  return statements.toSorted((one, other) => weight(other) - weight(one))[0]
}

/** What lies nearest: all that say the same put together, in the words and with the criteria of the strongest. */
export function firstChoice(row: CompiledRow): Choice {
  const base = strongest(row)
  return {
    baseId: base?.id ?? '',
    mergedIds: row.statements.filter(({ id }) => id !== base?.id).map(({ id }) => id),
    text: base?.text ?? '',
    criterionIds: base?.criteria.map(({ id }) => id) ?? [],
    from: null,
    reason: null,
    putAway: null,
  }
}

/** One statement as it stands, and nothing of the others. */
export function asItStands(row: CompiledRow, statementId: string): Choice {
  const base = row.statements.find(({ id }) => id === statementId)
  return {
    ...firstChoice(row),
    baseId: statementId,
    mergedIds: [],
    text: base?.text ?? '',
    criterionIds: base?.criteria.map(({ id }) => id) ?? [],
  }
}

/**
 * A decided row as it stands, to be decided anew. Which groups were merged is not kept with a ruling: all are taken to
 * have been.
 *
 * @param text what stands in the draft by now, which an editor may have changed since
 * @param taken the criteria that stand there already
 */
export function choiceAgain(row: CompiledRow, text: string | undefined, taken: readonly string[]): Choice {
  const { ruling } = row
  const first = firstChoice(row)
  if (!ruling || ruling.kind === 'leftOut') return first
  const base = row.statements.find(({ id }) => id === ruling.baseId) ?? strongest(row)
  const merged = ruling.kind === 'taken' ? [] : row.statements.filter((each) => each !== base)
  // The same words may stand in a group that has not gone into the wording: it is not said to have.
  const offered = new Set(
    [...(base ? [base] : []), ...merged].flatMap((each) => each.criteria.map(({ id }) => id)),
  )
  return {
    ...first,
    baseId: base?.id ?? '',
    mergedIds: merged.map(({ id }) => id),
    text: text ?? ruling.text,
    from: text ?? ruling.text,
    criterionIds: taken.filter((id) => offered.has(id)),
  }
}

/** Starts from another statement: its words, and its criteria. Words of one's own are put away, not lost. */
export function startFrom(row: CompiledRow, choice: Choice, statementId: string): Choice {
  const base = row.statements.find(({ id }) => id === statementId)
  if (!base || statementId === choice.baseId) return choice
  const former = row.statements.find(({ id }) => id === choice.baseId)
  const isOwn = choice.text.trim() !== '' && row.statements.every(({ text }) => text !== choice.text)
  const formerCriteria = new Set(former?.criteria.map(({ id }) => id))
  const chosen = choice.criterionIds.filter((id) => !formerCriteria.has(id))
  return {
    ...choice,
    baseId: base.id,
    // Who was merged stays merged; the one that was started from is merged with the others if any were.
    mergedIds:
      choice.mergedIds.length > 0
        ? [...choice.mergedIds.filter((id) => id !== base.id), ...(former ? [former.id] : [])]
        : [],
    text: base.text,
    criterionIds: [...new Set([...base.criteria.map(({ id }) => id), ...chosen])],
    putAway: isOwn ? choice.text : choice.putAway,
  }
}

export function takeBackText(choice: Choice): Choice {
  return choice.putAway === null ? choice : { ...choice, text: choice.putAway, putAway: null }
}

/** Merges a statement with the one that is started from, or no longer. */
export function toggleMerged(row: CompiledRow, choice: Choice, statementId: string): Choice {
  if (!choice.mergedIds.includes(statementId))
    return { ...choice, mergedIds: [...choice.mergedIds, statementId] }
  const own = new Set(row.statements.find(({ id }) => id === statementId)?.criteria.map(({ id }) => id))
  return {
    ...choice,
    mergedIds: choice.mergedIds.filter((id) => id !== statementId),
    criterionIds: choice.criterionIds.filter((id) => !own.has(id)),
  }
}

/**
 * Takes a criterion along, or no longer. Where several groups have the same words, that of a group that goes into the
 * wording is taken before any other's.
 */
export function toggleCriterion(row: CompiledRow, choice: Choice, ids: readonly string[]): Choice {
  const others = choice.criterionIds.filter((id) => !ids.includes(id))
  if (others.length < choice.criterionIds.length) return { ...choice, criterionIds: others }
  const worded = sourcesOf(row, choice).worded.flatMap(({ criteria }) => criteria.map(({ id }) => id))
  const taken = worded.find((id) => ids.includes(id)) ?? ids[0]
  return { ...choice, criterionIds: taken === undefined ? others : [...others, taken] }
}

/** The statements that go into the wording, the one that is started from first, and those that only lend a criterion. */
export function sourcesOf(row: CompiledRow, choice: Choice): { worded: Statement[]; lending: Statement[] } {
  const base = row.statements.filter(({ id }) => id === choice.baseId)
  const merged = row.statements.filter(({ id }) => id !== choice.baseId && choice.mergedIds.includes(id))
  const worded = [...base, ...merged]
  const lending = row.statements.filter(
    (each) => !worded.includes(each) && each.criteria.some(({ id }) => choice.criterionIds.includes(id)),
  )
  return { worded, lending }
}

/** What is asked of the server. */
export function rulingFrom(row: CompiledRow, choice: Choice): RuleOnRow {
  if (choice.reason !== null) {
    const [first = choice.baseId, ...others] = row.statements.map(({ id }) => id)
    return { kind: 'leftOut', statementIds: [first, ...others], reason: choice.reason.trim() }
  }
  const { worded, lending } = sourcesOf(row, choice)
  const others = [...worded, ...lending].map(({ id }) => id).filter((id) => id !== choice.baseId)
  return {
    kind: worded.length > 1 ? 'merged' : 'taken',
    statementIds: [choice.baseId, ...others],
    text: choice.text.trim(),
    criterionIds: [...choice.criterionIds],
    // What an editor has written since is not written over unseen.
    ...(choice.from !== null && { from: choice.from }),
  }
}

/** What stands in the draft by now has been shown: it may be written over. */
export function afterReading(choice: Choice, text: string | undefined): Choice {
  return choice.from === null ? choice : { ...choice, from: text ?? null }
}

/** A choice made on a row that has changed since: what is gone goes out of it, what was written stays. */
export function fitChoice(row: CompiledRow, choice: Choice): Choice {
  const statements = new Set(row.statements.map(({ id }) => id))
  const criteria = new Set(row.statements.flatMap((each) => each.criteria.map(({ id }) => id)))
  const baseId = statements.has(choice.baseId) ? choice.baseId : (strongest(row)?.id ?? '')
  return {
    ...choice,
    baseId,
    mergedIds: choice.mergedIds.filter((id) => statements.has(id) && id !== baseId),
    criterionIds: choice.criterionIds.filter((id) => criteria.has(id)),
  }
}
