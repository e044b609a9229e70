import { html, nothing, type TemplateResult } from 'lit'
import type { HistoryEntry } from '../../schemas/types.ts'
import { diffWords } from '../../server/domain/publishing/word-diff.ts'
import { t, type TextKey } from '../i18n/localize.ts'

/** What a line of the history says: the act in words, and where words changed, which. */
export function changeInWords({ event, because }: Pick<HistoryEntry, 'event' | 'because'>): TemplateResult {
  const undone = because?.kind === 'undid' ? html` ${t('change.undone')}` : nothing
  const advised = because?.kind === 'took-advice' ? html` ${t('change.advised')}` : nothing
  switch (event.kind) {
    case 'item-amended': {
      const what = t(`change.fields.${event.itemKind}.${event.field}` as TextKey)
      return html`${t('change.amended', { what })}${undone}${advised}:
        <span class="wording">${wordsChanged(event.from, event.to)}</span>`
    }
    case 'item-added':
      return html`${t(`change.added.${event.itemKind}`)}${undone}:
        <span class="wording">${wordsOf(event.item)}</span>`
    case 'item-removed':
      return html`${t(`change.removed.${event.itemKind}`)}${undone}:
        <span class="wording"><del>${wordsOf(event.item)}</del></span>`
    case 'item-moved':
      return html`${t(`change.moved.${event.itemKind}`)}${undone}.`
    case 'edition-published':
      return html`${t('change.published', { version: event.version })}`
    case 'draft-started':
      return html`${t('change.started', { version: event.basedOn })}`
    case 'draft-discarded':
      return html`${t('change.discarded')}`
    case 'profile-imported':
      return html`${t('change.imported')}`
    case 'profile-created':
      return html`${t('change.created')}`
    default:
      return html`${event.kind}`
  }
}

function wordsChanged(from: unknown, to: unknown): (TemplateResult | string)[] | string {
  if (typeof from !== 'string' || typeof to !== 'string') return `${inShort(from)} → ${inShort(to)}`
  return diffWords(from, to).map(({ kind, text }) =>
    kind === 'same' ? text : kind === 'del' ? html`<del>${text}</del>` : html`<ins>${text}</ins>`,
  )
}

function inShort(value: unknown): string {
  if (value === null || value === undefined) return '–'
  if (Array.isArray(value)) return String(value.length)
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function wordsOf(item: object): string {
  const holder = ('module' in item ? item.module : item) as { title?: string; text?: string; term?: string }
  return holder.title ?? holder.text ?? holder.term ?? ''
}
