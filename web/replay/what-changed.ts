import type { ReplayedBoard } from '../../schemas/types.ts'

/** What is other about something on a board than at the step before; the first of these that holds. */
export type Mark = 'new' | 'reworded' | 'moved' | 'judged'

type Kind = 'cards' | 'themes' | 'outcomes' | 'criteria'
/** Only cards and outcomes lie in themes, and only cards are judged. */
type What = `${'new' | 'reworded'}.${Kind}` | 'moved.cards' | 'moved.outcomes' | 'judged.cards' | 'gone'
/** What has happened, and how often: by kind of thing, `gone` of all of them. */
export type Happened = { readonly what: What; readonly count: number }

/** What one step of a replay is about. */
export type Step = {
  /** By the id of the thing. */
  readonly marks: ReadonlyMap<string, Mark>
  readonly happened: readonly Happened[]
}

type Thing = {
  readonly id: string
  readonly text?: string
  readonly title?: string
  readonly themeId?: string | null
  readonly need?: string | null
}

const KINDS: readonly Kind[] = ['cards', 'themes', 'outcomes', 'criteria']
const MARKS: readonly Mark[] = ['new', 'reworded', 'moved', 'judged']

/** What differs between a step and the one before; before the first there was nothing. */
export function whatChanged(before: ReplayedBoard | undefined, after: ReplayedBoard): Step {
  const marks = new Map<string, Mark>()
  const happened: Happened[] = []
  let gone = 0
  for (const kind of KINDS) {
    const old = new Map<string, Thing>(before?.[kind].map((thing) => [thing.id, thing]))
    const counts = new Map<Mark, number>()
    for (const thing of after[kind]) {
      const mark = markOf(old.get(thing.id), thing)
      old.delete(thing.id)
      if (!mark) continue
      // On an empty board everything is new, and marks would tell nothing.
      if (before) marks.set(thing.id, mark)
      counts.set(mark, (counts.get(mark) ?? 0) + 1)
    }
    gone += old.size
    for (const mark of MARKS) {
      const count = counts.get(mark)
      if (count !== undefined) happened.push({ what: `${mark}.${kind}` as What, count })
    }
  }
  return { marks, happened: gone > 0 ? [...happened, { what: 'gone', count: gone }] : happened }
}

function markOf(before: Thing | undefined, after: Thing): Mark | undefined {
  if (!before) return 'new'
  if (before.text !== after.text || before.title !== after.title) return 'reworded'
  if (before.themeId !== after.themeId) return 'moved'
  return before.need === after.need ? undefined : 'judged'
}
