import type { PanelDatabase } from '../kept/panel-database.ts'
import { isReplaceable, type Act, type KeptAct } from './act.ts'

type News = Partial<Pick<KeptAct, 'isTried' | 'hasArrived' | 'refusal'>>

/** Where acts lie until it is known what came of them. Every promise is refused where the browser cannot keep things. */
export type ActStore = {
  /**
   * Keeps an act last, in the place of those that it makes needless, as far as they can be taken out; one that is there
   * already stays as it is. When it is answered, the device has it.
   */
  readonly keep: (act: Act, instead?: readonly string[]) => Promise<void>
  /** A person's acts, in the order in which they were made. */
  readonly of: (personId: string) => Promise<KeptAct[]>
  /** Notes what has become of an act; one that is not there any more is passed over. */
  readonly note: (id: string, news: News) => Promise<void>
  readonly remove: (ids: readonly string[]) => Promise<void>
}

export function actStore({ opened }: PanelDatabase): ActStore {
  return {
    async keep(act, instead = []) {
      // On the disk itself: the person is told that it is kept.
      const transaction = (await opened()).transaction('acts', 'readwrite', { durability: 'strict' })
      const ids = transaction.store.index('id')
      for (const id of instead) {
        const [key, former] = await Promise.all([ids.getKey(id), ids.get(id)])
        if (key !== undefined && former && isReplaceable(former)) await transaction.store.delete(key)
      }
      if ((await ids.getKey(act.id)) === undefined)
        await transaction.store.add({ ...act, isTried: false, hasArrived: false, refusal: null })
      await transaction.done
    },
    of: async (personId) => (await opened()).getAllFromIndex('acts', 'person', personId),
    async note(id, news) {
      const transaction = (await opened()).transaction('acts', 'readwrite')
      const cursor = await transaction.store.index('id').openCursor(id)
      await cursor?.update({ ...cursor.value, ...news })
      await transaction.done
    },
    async remove(ids) {
      const transaction = (await opened()).transaction('acts', 'readwrite')
      for (const id of ids) {
        const key = await transaction.store.index('id').getKey(id)
        if (key !== undefined) await transaction.store.delete(key)
      }
      await transaction.done
    },
  }
}
