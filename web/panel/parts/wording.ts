import { html, type TemplateResult } from 'lit'
import { diffWords } from '../../../server/domain/publishing/word-diff.ts'
import { locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/panel.ts'

/** Words with what has changed in them since they were read: struck or new. */
export function changedWording(before: string, after: string): TemplateResult {
  return html`<p class="text" lang="sv">${changedWords(before, after)}</p>`
}

/** Screen readers say little of struck and new words by themselves: the words say it too, unseen. */
export function changedWords(before: string, after: string): TemplateResult[] {
  return diffWords(before, after).map(({ kind, text }) => {
    if (kind === 'del') return struckWords(text)
    if (kind === 'ins') return newWords(text)
    return html`${text}`
  })
}

export function struckWords(text: string): TemplateResult {
  return html`<del
    ><span class="sr" lang=${locale()}>[${t('wording.struck')}: </span>${text}<span class="sr">]</span></del
  >`
}

export function newWords(text: string): TemplateResult {
  return html`<ins
    ><span class="sr" lang=${locale()}>[${t('wording.new')}: </span>${text}<span class="sr">]</span></ins
  >`
}

/** How changed words are to be read. */
export function wordingKey(): TemplateResult {
  return html`<del>${t('wording.struck')}</del> <ins>${t('wording.new')}</ins>`
}
