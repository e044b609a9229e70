import { html, type TemplateResult } from 'lit'
import { guard } from 'lit/directives/guard.js'
import { diffWords } from '../../server/domain/publishing/word-diff.ts'

/*
 * Pages are drawn anew at each key; long texts take a while to compare. The guard compares them again only when one
 * of them has changed.
 */

/** A wording as it was and as it is, in one: what has gone is struck, what is new is marked. */
export function wordsChanged(before: string, after: string): unknown {
  return guard([before, after], () =>
    diffWords(before, after).map(({ kind, text }) =>
      kind === 'same' ? text : kind === 'del' ? html`<del>${text}</del>` : html`<ins>${text}</ins>`,
    ),
  )
}

/** A wording with the words marked that another one lacks. */
export function wordsLackedBy(other: string, wording: string): unknown {
  return guard([other, wording], () =>
    diffWords(other, wording)
      .filter(({ kind }) => kind !== 'del')
      .map(({ kind, text }): TemplateResult | string => (kind === 'ins' ? html`<ins>${text}</ins>` : text)),
  )
}
