import type { HalfWritten, PanelDatabase } from './panel-database.ts'

/** Words that have been begun: a phone throws a page away while its reader is elsewhere. Refused where it cannot keep. */
export type HalfWrittenStore = {
  readonly of: (personId: string) => Promise<HalfWritten[]>
  readonly keep: (half: HalfWritten) => Promise<void>
  readonly forget: (personId: string, about: string) => Promise<void>
}

export function halfWrittenStore({ opened }: PanelDatabase): HalfWrittenStore {
  return {
    of: async (personId) => (await opened()).getAll('drafts', IDBKeyRange.bound([personId], [personId, []])),
    keep: async (half) => void (await (await opened()).put('drafts', half)),
    forget: async (personId, about) => (await opened()).delete('drafts', [personId, about]),
  }
}
