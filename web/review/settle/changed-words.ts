import { html, type TemplateResult } from 'lit'
import { guard } from 'lit/directives/guard.js'
import { diffWords } from '../../../server/domain/publishing/word-diff.ts'
import { t } from '../../i18n/review.ts'

/**
 * A wording as it was and as it is, in one: what has gone is struck, what is new is marked. Screen readers say little of that
 * by themselves, so the words say it too, unseen.
 */
export function changedWords(before: string, after: string): unknown {
  return guard([before, after], () =>
    diffWords(before, after).map(({ kind, text }): TemplateResult | string => {
      if (kind === 'same') return text
      const what = t(kind === 'del' ? 'settle.words.struck' : 'settle.words.new')
      const said = html`<span class="sr">[${what}: </span>${text}`
      // The bracket stands outside: within, it could draw a stub of colour at the beginning of the next line.
      const end = html`<span class="sr">]</span>`
      return kind === 'del' ? html`<del>${said}</del>${end}` : html`<ins>${said}</ins>${end}`
    }),
  )
}

/** How changed words are to be read. */
export function changedWordsKey(): TemplateResult {
  return html`<del>${t('settle.words.struck')}</del> <ins>${t('settle.words.new')}</ins>`
}
