import type {
  AssessmentCriterion,
  CardKind,
  CompiledRow,
  CompiledTheme,
  LearningOutcome,
  Module,
  OccupationalProfile,
  Provenance,
  RuleOnRow,
  Statement,
} from '../../../../schemas/types.ts'
import type { EditCommand } from '../../profile/edit-draft.ts'
import { findItem, idOf } from '../../profile/items.ts'
import { foldWording } from '../../profile/wordings.ts'

/** What a ruling does to the draft: edits like any others, and where each new item comes from. */
export type Taking = {
  readonly commands: readonly EditCommand[]
  /** The outcome or suitability item that the row has become; null when it is left out. */
  readonly itemId: string | null
  readonly moduleId: string | null
  readonly text: string
  readonly origins: readonly Provenance[]
}

type Whence = Pick<Provenance, 'workshopId' | 'workshopName' | 'date'>

/**
 * Takes a row into the draft. The theme's module is made when it is not there yet. A row that has been taken before is
 * reworded where it stands: so nothing doubles, and what editors have added under it stays. One that is left out after
 * all is taken out again. Undefined when the ruling names statements, or criteria, that the row does not have.
 */
export function takeRow(
  profile: OccupationalProfile,
  { theme, row }: { readonly theme: CompiledTheme; readonly row: CompiledRow },
  ruling: RuleOnRow,
  whence: Whence,
  newId: () => string,
): Taking | undefined {
  const chosen = ruling.statementIds.map((id) => row.statements.find((statement) => statement.id === id))
  const statements = chosen.filter((statement) => statement !== undefined)
  const [base] = statements
  const offered = statements.flatMap(({ criteria }) => criteria)
  const criteria = (ruling.criterionIds ?? base?.criteria.map(({ id }) => id) ?? []).map((id) =>
    offered.find((criterion) => criterion.id === id),
  )
  if (!base || statements.length < chosen.length || criteria.includes(undefined)) return undefined
  const there = row.ruling?.itemId == null ? undefined : findItem(profile, row.ruling.itemId)
  if (ruling.kind === 'leftOut') {
    const commands: EditCommand[] =
      there?.kind === 'outcome' || there?.kind === 'suitability'
        ? [{ act: 'remove', itemKind: there.kind, itemId: there.item.id }]
        : []
    return { commands, itemId: null, moduleId: theme.moduleId, text: foldWording(base.text), origins: [] }
  }
  const text = foldWording(ruling.text ?? base.text)
  const taken = { statements, text, whence }
  if (base.kind === 'suitability')
    return takeSuitability(profile, there, { ...taken, from: ruling.from }, newId)

  const isModuleThere = theme.moduleId !== null && findItem(profile, theme.moduleId)?.kind === 'module'
  const moduleId = isModuleThere && theme.moduleId !== null ? theme.moduleId : newId()
  const commands: EditCommand[] = isModuleThere ? [] : [addModule(profile, moduleId, theme)]
  const known = there?.kind === 'outcome' ? there.item : undefined
  const standing = new Set(known?.criteria.map((criterion) => foldWording(criterion.text)))
  const added = criteria
    .filter((criterion) => criterion !== undefined)
    .map((criterion) => ({ ...criterion, text: foldWording(criterion.text) }))
    .filter(
      (criterion, at, all) =>
        !standing.has(criterion.text) && all.findIndex((each) => each.text === criterion.text) === at,
    )
    .map((criterion) => ({ from: criterion, item: criterionOf(newId(), criterion.text) }))
  const itemId = known?.id ?? newId()
  if (known) {
    if (foldWording(known.text) !== text) commands.push(amendText('outcome', known, ruling.from, text))
    for (const { item } of added) {
      commands.push({ act: 'add', itemKind: 'criterion', item, place: { parentId: known.id, before: null } })
    }
  } else {
    const item: LearningOutcome = {
      id: itemId,
      category: categoryOf(base.kind),
      text,
      criteria: added.map(({ item: criterion }) => criterion),
    }
    commands.push({ act: 'add', itemKind: 'outcome', item, place: { parentId: moduleId, before: null } })
  }
  const origins = [
    originOf(itemId, taken),
    ...added.map(({ from, item }) => ({
      ...originOf(item.id, taken),
      wordings: statements
        .filter((statement) => statement.criteria.some(({ text: said }) => foldWording(said) === from.text))
        .map(({ groupNumber }) => ({ groupNumber, text: from.text })),
      groups: statements
        .filter((statement) => statement.criteria.some(({ text: said }) => foldWording(said) === from.text))
        .map(({ groupNumber }) => groupNumber),
      ...(from.cards.length > 0 && { cards: from.cards, perspectives: perspectivesOf(from.cards) }),
    })),
  ]
  return { commands, itemId, moduleId, text, origins }
}

type Taken = { readonly statements: readonly Statement[]; readonly text: string; readonly whence: Whence }

function takeSuitability(
  profile: OccupationalProfile,
  there: ReturnType<typeof findItem>,
  { from, ...taken }: Taken & { readonly from: string | undefined },
  newId: () => string,
): Taking {
  const known = there?.kind === 'suitability' ? there.item : undefined
  const itemId = known?.id ?? newId()
  const commands: EditCommand[] = known
    ? foldWording(known.text) === taken.text
      ? []
      : [amendText('suitability', known, from, taken.text)]
    : [
        {
          act: 'add',
          itemKind: 'suitability',
          item: { id: itemId, text: taken.text, reason: '' },
          place: { parentId: profile.id, before: null },
        },
      ]
  return { commands, itemId, moduleId: null, text: taken.text, origins: [originOf(itemId, taken)] }
}

function addModule(profile: OccupationalProfile, id: string, theme: CompiledTheme): EditCommand {
  const module: Module = {
    id,
    title: theme.titles.find(({ title }) => title !== '')?.title ?? '',
    seqfLevel: null,
    levelRationale: '',
    purpose: '',
    prerequisites: '',
    volume: null,
    outcomes: [],
  }
  const item = { obligation: 'mandatory' as const, module }
  return { act: 'add', itemKind: 'module', item, place: { parentId: idOf(profile), before: null } }
}

function amendText(
  itemKind: 'outcome' | 'suitability',
  { id, text }: { readonly id: string; readonly text: string },
  from: string | undefined,
  to: string,
): EditCommand {
  return { act: 'amend', itemKind, itemId: id, fields: { text: { from: from ?? text, to } } }
}

function criterionOf(id: string, text: string): AssessmentCriterion {
  return { id, text, assessmentMethods: [] }
}

function categoryOf(kind: Exclude<CardKind, 'suitability'>): LearningOutcome['category'] {
  return kind
}

function originOf(itemId: string, { statements, whence }: Taken): Provenance {
  const cards = [...new Map(statements.flatMap((each) => each.cards.map((card) => [card.id, card]))).values()]
  return {
    itemId,
    ...whence,
    groups: [...new Set(statements.map(({ groupNumber }) => groupNumber))],
    wordings: statements.map(({ groupNumber, text }) => ({ groupNumber, text })),
    cards,
    perspectives: perspectivesOf(cards),
    source: statements.find(({ source }) => source !== null)?.source ?? null,
    differs: statements.find(({ differs }) => differs !== '')?.differs ?? '',
  }
}

function perspectivesOf(cards: Provenance['cards']): string[] {
  return [...new Set(cards.map(({ perspective }) => perspective))].filter((each) => each !== '').sort()
}
