import { html, nothing, type TemplateResult } from 'lit'
import type { HistoryEntry } from '../../schemas/types.ts'
import type { Category } from '../../server/domain/profile/number-items.ts'
import { t, type TextKey } from '../i18n/localize.ts'
import { categoryName } from '../ui/category.ts'
import { workshopInWords } from '../provenance/workshop-in-words.ts'
import { wordsChanged } from './words-changed.ts'

/** What the words depend on besides the change: the numbers that apply now, and what the third category is called. */
type Told = {
  readonly numbers: ReadonlyMap<string, string>
  readonly thirdCategory: 'responsibilityAutonomy' | 'competences'
}

/** What a line of the history says: the act in words, on which item, and where words changed, which. */
export function changeInWords(
  { event, because }: Pick<HistoryEntry, 'event' | 'because'>,
  { numbers, thirdCategory }: Told,
): TemplateResult {
  const number = 'itemId' in event ? numbers.get(event.itemId) : undefined
  const which = number ? html` (<span class="num">${number}</span>)` : nothing
  const undone = because?.kind === 'undid' ? html` ${t('change.undone')}` : nothing
  const advised = because?.kind === 'took-advice' ? html` ${t('change.advised')}` : nothing
  switch (event.kind) {
    case 'item-amended': {
      const what = t(`change.fields.${event.itemKind}.${event.field}` as TextKey)
      const [from, to] = [event.from, event.to].map((value) =>
        valueInWords(event.field, value, thirdCategory),
      )
      // A variant that somebody has looked at and found right is made anew, from the wording that stands.
      if (from === to) return html`${t('change.confirmed', { what })}${which}${undone}.`
      return html`${t('change.amended', { what })}${which}${undone}${advised}:
        <span class="wording">${wordsChanged(from ?? '', to ?? '')}</span>`
    }
    case 'item-added':
      return html`${t(`change.added.${event.itemKind}`)}${which}${undone}${told(wordsOf(event.item))}`
    case 'item-removed':
      return html`${t(`change.removed.${event.itemKind}`)}${undone}${told(wordsOf(event.item), true)}`
    case 'item-moved':
      return html`${t(`change.moved.${event.itemKind}`)}${number ? html` ${t('change.nowAt', { number })}` : nothing}${undone}.`
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
      return html`${workshopInWords({ event }) ?? event.kind}`
  }
}

/** A field's value as people read it; what is chosen from a list by its name, several things one after another. */
function valueInWords(field: string, value: unknown, third: Told['thirdCategory']): string {
  if (value === null || value === undefined || value === '') return t('change.nothing')
  if (Array.isArray(value)) {
    const words = value.map((each) => partInWords(field, each)).join(', ')
    return words === '' ? t('change.nothing') : words
  }
  if (field === 'category') return categoryName(value as Category, third)
  if (field === 'obligation') return t(`module.${value as 'mandatory'}`)
  if (field === 'isExample') return t(value === true ? 'change.yes' : 'change.no')
  return typeof value === 'object' ? Object.values(value).join(' ') : `${value as string | number}`
}

function partInWords(field: string, part: unknown): string {
  if (field === 'assessmentMethods') return t(`methods.${part as 'task'}`)
  const { text, id, label } = part as { text?: string; id?: string; label?: string }
  return text ?? `${id ?? ''} ${label ?? ''}`.trim()
}

/** The words of what came or went, where it had any. */
function told(words: string, isGone = false): TemplateResult | string {
  if (words.trim() === '') return '.'
  return html`: <span class="wording">${isGone ? html`<del>${words}</del>` : words}</span>`
}

function wordsOf(item: object): string {
  const holder = ('module' in item ? item.module : item) as { title?: string; text?: string; term?: string }
  return holder.title ?? holder.text ?? holder.term ?? ''
}
