import { html, type TemplateResult } from 'lit'
import type { Draft } from '../../schemas/types.ts'
import { missingFrom } from '../../server/domain/profile/completeness.ts'
import { numberItems } from '../../server/domain/profile/number-items.ts'
import { locale } from '../i18n/locale.ts'
import { t as app } from '../i18n/localize.ts'
import { plural, t } from '../i18n/review.ts'
import { nameOfItem, placeIn } from '../profile/sections.ts'
import { addressOf } from '../router.ts'

type Submission = {
  readonly slug: string
  /** Null where there is none, or none that the reader may read. */
  readonly draft: Draft | null
  readonly maySubmit: boolean
  readonly isAgain: boolean
  /** Whether the panel that sent it back goes on with it; another is put together otherwise. */
  readonly hasPanel: boolean
  readonly isBusy: boolean
  readonly submit: (draft: Draft) => void
}

/** What is missing before the draft can be laid before the panel, with links to where; else the button that does it. */
export function submitPart({
  slug,
  draft,
  maySubmit,
  isAgain,
  hasPanel,
  isBusy,
  submit,
}: Submission): TemplateResult {
  if (!draft)
    return html`<p class="lead">${t('submit.noDraft')}</p>
      <p><a href=${addressOf({ page: 'start' })}>${t('submit.start')}</a></p>`
  const { profile } = draft
  const missing = missingFrom(profile)
  const numbers = numberItems(profile)
  if (missing.length > 0) {
    return html`<p class="lead">${t('submit.incomplete')}</p>
      <ul class="missing-list">
        ${missing.map(
          (each) =>
            html`<li>
              <a href=${addressOf({ page: 'editor', slug, section: placeIn(profile, each) })}
                >${nameOfItem({ profile, numbers }, each)}</a
              >
              ${app(`missing.${each.code}`)}
            </li>`,
        )}
      </ul>`
  }
  const outcomes = profile.modules.flatMap(({ module }) => module.outcomes)
  return html`<p class="lead">${t(isAgain ? 'submit.againHelp' : 'submit.help')}</p>
    <ul class="sentences">
      <li>${t('submit.frozen')}</li>
      <li>${t('submit.stays')}</li>
      <li>${t(hasPanel ? 'submit.nextSame' : 'submit.next')}</li>
    </ul>
    <p class="counts-of quiet">
      ${new Intl.ListFormat(locale(), { type: 'conjunction' }).format([
        plural('submit.modules', profile.modules.length),
        plural('submit.outcomes', outcomes.length),
        plural('submit.criteria', outcomes.flatMap(({ criteria }) => criteria).length),
      ])}
    </p>
    ${
      maySubmit
        ? html`<p class="buttons">
            <wa-button variant="brand" ?loading=${isBusy} @click=${() => submit(draft)}
              >${t(isAgain ? 'submit.again' : 'submit.go')}</wa-button
            >
          </p>`
        : html`<p>${t('submit.notYours')}</p>`
    }`
}
