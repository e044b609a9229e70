import type { Compilation, OriginList, ProvenanceList, RuleOnRow } from '../../schemas/types.ts'
import { ask } from './http-client.ts'

export function readCompilation(workshopId: string): Promise<Compilation> {
  return ask('GET', `/workshops/${workshopId}/compilation`)
}

/** Decides about a row; gives the compilation as it stands then. The same once more changes nothing. */
export function ruleOnRow(workshopId: string, rowId: string, ruling: RuleOnRow): Promise<Compilation> {
  return ask('PUT', `/workshops/${workshopId}/compilation/rows/${rowId}`, { body: ruling })
}

/** The items of a draft that come out of workshops. */
export function listOrigins(slug: string): Promise<OriginList> {
  return ask('GET', `/profiles/${slug}/draft/origins`)
}

export function readOrigins(slug: string, itemId: string): Promise<ProvenanceList> {
  return ask('GET', `/profiles/${slug}/draft/origins/${itemId}`)
}
