import { html, nothing, type TemplateResult } from 'lit'
import type { DiffChange, Ruling } from '../../schemas/types.ts'
import { plural, t, type TextKey } from '../i18n/localize.ts'
import { wordsChanged } from './words-changed.ts'

/** The changes since the former version, by what they mean for those who have been assessed; each rewording asks for a ruling. */
export function draftChanges(
  host: HTMLElement,
  changes: readonly DiffChange[],
  rulings: readonly Ruling[],
  rule: (ruling: Ruling) => void,
): TemplateResult {
  const reworded = changes.filter(({ kind }) => kind === 'reworded')
  const others = changes.filter(({ kind }) => kind !== 'reworded')
  if (changes.length === 0) return html`<p>${t('publish.noChanges')}</p>`
  return html`
    ${
      reworded.length > 0
        ? html`<section class="sec" aria-labelledby="reworded">
            <h2 id="reworded">${plural('publish.reworded', reworded.length)}</h2>
            <p class="quiet">${t('publish.rewordedHelp')}</p>
            ${reworded.map((change) => rewording(host, change, rulings, rule))}
          </section>`
        : nothing
    }
    ${
      others.length > 0
        ? html`<section class="sec" aria-labelledby="others">
            <h2 id="others">${plural('publish.others', others.length)}</h2>
            <ul class="changes">
              ${others.map((change) => html`<li class=${change.consequence}>${other(change)}</li>`)}
            </ul>
          </section>`
        : nothing
    }
  `
}

function rewording(
  host: HTMLElement,
  change: DiffChange,
  rulings: readonly Ruling[],
  rule: (ruling: Ruling) => void,
): TemplateResult {
  const { itemId, itemKind, numberAfter, moduleTitle, before, after } = change
  const ruling = rulings.find((each) => each.itemId === itemId)
  const choose = (equivalent: boolean) => rule({ itemId, equivalent, reason: ruling?.reason ?? '' })
  const name = t(`item.${itemKind}` as TextKey, { number: numberAfter ?? '' })
  return html`<article class="rewording">
    <p class="quiet">${name}, ${moduleTitle}</p>
    <p class="wording">${wordsChanged(String(before), String(after))}</p>
    <fieldset>
      <legend>${t('publish.sameDemand')}<span class="sr"> ${name}</span></legend>
      ${[true, false].map(
        (equivalent) =>
          html`<label>
            <input
              type="radio"
              name="ruling-${itemId}"
              .checked=${ruling?.equivalent === equivalent}
              @change=${() => choose(equivalent)}
            />
            ${t(equivalent ? 'publish.same' : 'publish.notSame')}
          </label>`,
      )}
    </fieldset>
    ${
      ruling
        ? html`<label class="reason"
            ><span>${t('publish.reason')}</span
            ><input
              maxlength="1000"
              .value=${ruling.reason}
              @change=${(event: Event) => rule({ ...ruling, reason: (event.target as HTMLInputElement).value.trim() })}
          /></label>`
        : nothing
    }
  </article>`
}

function other({
  kind,
  itemKind,
  numberBefore,
  numberAfter,
  field,
  before,
  after,
  moduleTitle,
}: DiffChange): TemplateResult {
  const number = numberAfter ?? numberBefore ?? ''
  const name = t(`item.${itemKind}` as TextKey, {
    number,
    term: itemKind === 'word' ? String(after ?? before) : '',
  })
  const where = itemKind === 'outcome' || itemKind === 'criterion' ? `, ${moduleTitle}` : ''
  const sentence = html`<span class="quiet">${t(`publish.kinds.${kind}` as TextKey)}</span> ${name}${where}`
  if (kind === 'moved') return html`${sentence}`
  if (kind === 'added') return html`${sentence}: <span class="wording"><ins>${String(after)}</ins></span>`
  if (kind === 'removed') return html`${sentence}: <span class="wording"><del>${String(before)}</del></span>`
  const what = t(`change.fields.${itemKind}.${field}` as TextKey)
  if (typeof before !== 'string' || typeof after !== 'string') return html`${sentence}, ${what}`
  return html`${sentence}, ${what}: <span class="wording">${wordsChanged(before, after)}</span>`
}
