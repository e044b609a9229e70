import type { KeptAnswer, PanelDatabase } from './panel-database.ts'

/** The last answers that the server has given a person, on the device. Refused where the browser cannot keep things. */
export type AnswerStore = {
  readonly read: (personId: string, path: string) => Promise<KeptAnswer | undefined>
  readonly keep: (answer: KeptAnswer) => Promise<void>
  readonly forget: (personId: string, path: string) => Promise<void>
  /** Forgets what was answered to anybody else; to everybody, where nobody is signed in. */
  readonly keepOnlyOf: (personId: string | null) => Promise<void>
}

export function answerStore({ opened }: PanelDatabase): AnswerStore {
  return {
    read: async (personId, path) => (await opened()).get('answers', [personId, path]),
    keep: async (answer) => void (await (await opened()).put('answers', answer)),
    forget: async (personId, path) => (await opened()).delete('answers', [personId, path]),
    async keepOnlyOf(personId) {
      const transaction = (await opened()).transaction('answers', 'readwrite')
      for (const key of await transaction.store.getAllKeys())
        if (key[0] !== personId) await transaction.store.delete(key)
      await transaction.done
    },
  }
}
