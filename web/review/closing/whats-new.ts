import type { Closing } from '../../../schemas/types.ts'

/** Something that has come, gone or turned since a closing was read. */
export type News =
  | {
      readonly kind: 'part'
      readonly number: string
      readonly title: string
      readonly state: 'ready' | 'waiting' | 'stopped'
    }
  | {
      readonly kind:
        'remark-open' | 'ruling-missing' | 'editorial-unconfirmed' | 'remark-settled' | 'dissents'
      readonly count: number
    }
  | { readonly kind: 'version'; readonly version: string }

/**
 * What is new in a closing against the one that was read, in the order in which it matters to whoever decides. Empty when the
 * same words, positions and answers would be read again; something may have come all the same, such as another answer
 * that carries no less than the former.
 */
export function whatsNew(read: Closing, fresh: Closing): News[] {
  const parts = fresh.parts.flatMap(({ partId, number, title, tally }): News[] => {
    const former = read.parts.find((part) => part.partId === partId)
    return former?.tally.state === tally.state ? [] : [{ kind: 'part', number, title, state: tally.state }]
  })
  const came = (['remark-open', 'ruling-missing', 'editorial-unconfirmed'] as const).flatMap(
    (kind): News[] => {
      const count = obstaclesOnlyIn(fresh, read, kind)
      return count === 0 ? [] : [{ kind, count }]
    },
  )
  const settled = obstaclesOnlyIn(read, fresh, 'remark-open')
  const dissents = fresh.dissents.filter(
    (dissent) => !read.dissents.some((each) => isSame(each, dissent)),
  ).length
  return [
    ...parts,
    ...came,
    ...(settled > 0 ? [{ kind: 'remark-settled', count: settled } as const] : []),
    ...(dissents > 0 ? [{ kind: 'dissents', count: dissents } as const] : []),
    ...(fresh.version === read.version ? [] : [{ kind: 'version', version: fresh.version } as const]),
  ]
}

type Code = Closing['obstacles'][number]['code']

function obstaclesOnlyIn(one: Closing, other: Closing, kind: Code): number {
  return one.obstacles.filter(
    ({ code, id }) => code === kind && !other.obstacles.some((each) => each.code === kind && each.id === id),
  ).length
}

function isSame(one: Closing['dissents'][number], other: Closing['dissents'][number]): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
