import type { Perspective } from '../../../schemas/types.ts'
import { perspectiveTitle } from '../../domain/review/in-words/name-perspective.ts'
import { html, type Html } from '../html.ts'
import type { Say } from '../say.ts'

/** What pages say of perspectives: in the reader's language; as the installation calls them where it has named them itself. */
export type Named = { readonly say: Say; readonly perspectives: readonly Perspective[] }

/** The name of a perspective; of none, those who run the panel. One that the installation has done away with keeps its id. */
export function perspectiveName({ say, perspectives }: Named, id: string | null): Html {
  if (id === null) return html`${say.text('panel.leads')}`
  const name = perspectives.find((each) => each.id === id)?.name ?? id
  const title = perspectiveTitle(say.locale, id, perspectives)
  return say.locale === 'sv' || title !== name ? html`${title}` : html`<span ${say.swedish}>${name}</span>`
}

/** Its two letters. */
export function perspectiveCode({ perspectives }: Pick<Named, 'perspectives'>, id: string): string {
  return perspectives.find((each) => each.id === id)?.code ?? id.slice(0, 2).toUpperCase()
}

/** Those that occur, in the installation's order, any others after them. */
export function inOrder({ perspectives }: Pick<Named, 'perspectives'>, ids: readonly string[]): string[] {
  const there = new Set(ids)
  return [...perspectives.map(({ id }) => id).filter((id) => there.delete(id)), ...there]
}
