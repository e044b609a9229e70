import type { Module, ModuleLink, ModuleSource } from '../../../schemas/types.ts'

type Taken = {
  readonly source: ModuleSource
  readonly module: Module
  readonly obligation: ModuleLink['obligation']
}

/** Another profile's published module, pinned to its version: the same module, with the same ids, changed only there. */
export function linkModule({ source, module, obligation }: Taken): ModuleLink {
  return { obligation, linkedFrom: source, module }
}

/**
 * An own module that begins with the same words. It keeps its origin, and everything in it gets an id of its own,
 * from `newId`, in the order module, outcome, its criteria, next outcome: it may go its own way from here.
 */
export function copyModule({ source, module, obligation }: Taken, newId: () => string): ModuleLink {
  const id = newId()
  const outcomes = module.outcomes.map((outcome) => ({
    ...outcome,
    id: newId(),
    criteria: outcome.criteria.map((criterion) => ({ ...criterion, id: newId() })),
  }))
  return { obligation, module: { ...module, id, outcomes, origin: source } }
}
