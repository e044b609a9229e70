import { html, nothing, type TemplateResult } from 'lit'
import { findItem, idOf, type Found } from '../../server/domain/profile/items.ts'
import type { Conflict } from '../controllers/derive-view.ts'
import { fire } from '../events.ts'
import { t, type TextKey } from '../i18n/localize.ts'
import { addressOf, type Section } from '../router.ts'
import type { EditorContext } from './editor-context.ts'
import { isSameSection, sectionOf } from './sections.ts'

/**
 * What two have changed at once, where it does not stand beside the field: in another part of the draft, or in
 * something that is chosen and not written.
 */
export function conflictNotices(context: EditorContext, here: Section): (TemplateResult | typeof nothing)[] {
  return context.conflicts.map((conflict) => {
    const found = findItem(context.profile, conflict.itemId)
    if (!found) return nothing
    const section = sectionOf(found, conflict.field)
    if (typeof conflict.mine !== 'string') return choice(context, conflict, found)
    return isSameSection(section, here) ? nothing : wayThere(context, conflict, found, section)
  })
}

function choice(context: EditorContext, conflict: Conflict, found: Found): TemplateResult {
  const settle = (keep: 'mine' | 'theirs') => (event: Event) => {
    if (event.currentTarget) fire(event.currentTarget, 'conflict-settled', { conflict, choice: { keep } })
  }
  return html`<section class="notice" role="alert">
    <p>${bothChanged(context, conflict, found)} ${t('conflict.which')}</p>
    <p class="buttons">
      <wa-button size="s" appearance="outlined" @click=${settle('mine')}>${t('conflict.keepMine')}</wa-button>
      <wa-button size="s" appearance="outlined" @click=${settle('theirs')}
        >${t('conflict.keepTheirs')}</wa-button
      >
    </p>
  </section>`
}

function wayThere(
  context: EditorContext,
  conflict: Conflict,
  found: Found,
  section: Section,
): TemplateResult {
  return html`<section class="notice" role="alert">
    <p>
      ${bothChanged(context, conflict, found)}
      <a href=${addressIn(context, section)}>${t('conflict.goThere')}</a>
    </p>
  </section>`
}

function bothChanged(
  { touched, numbers }: EditorContext,
  { field, mine }: Conflict,
  { kind, item }: Found,
): string {
  const id = idOf(item)
  const place = t(`item.${kind}` as TextKey, {
    number: numbers.get(id) ?? '',
    term: kind === 'word' ? item.term : '',
  })
  const name = touched.get(id)?.name || t('conflict.someone')
  // The place names a wording well enough; what is chosen there has to be said.
  if (typeof mine === 'string') return t('conflict.bothWrote', { place, name })
  const what = t(`change.fields.${kind}.${field}` as TextKey)
  return t('conflict.bothChose', { place, what, name })
}

function addressIn({ profile }: EditorContext, section: Section): string {
  return addressOf({ page: 'editor', slug: profile.slug, section })
}
