import { html, nothing, type TemplateResult } from 'lit'
import type { Workshop } from '../../schemas/types.ts'
import { t } from '../i18n/workshop.ts'
import { addressOf } from '../router.ts'
import { icon } from '../ui/icon.ts'

type More = {
  readonly workshop: Workshop
  readonly slug: string
  /** What has been done last, in words. */
  readonly said: string
  readonly showKeys: () => void
  readonly askToEnd: () => void
}

/** What is seldom done while the groups work, below everything else. */
export function moreActs({ workshop, slug, said, showKeys, askToEnd }: More): TemplateResult {
  const isOver = workshop.status === 'ended'
  const link = (page: 'planning' | 'compile' | 'projector', words: string, target?: string) =>
    html`<li>
      <a href=${addressOf({ page, slug, workshopId: workshop.id })} target=${target ?? nothing}>${words}</a>
    </li>`
  const act = (run: () => void, words: string) =>
    html`<li><button class="plain" @click=${run}>${words}</button></li>`
  return html`<section class="more" aria-labelledby="more">
    <h2 id="more">${t('more.heading')}</h2>
    <p class="said" role="status">${said ? html`${icon('check')} ${said}` : ''}</p>
    <ul>
      ${isOver ? nothing : link('projector', t('more.projector'), 'projektor')}
      ${
        isOver
          ? nothing
          : html`<li>
              <a href="/api/v1/workshops/${workshop.id}/sheets" target="_blank">${t('more.sheets')}</a>
            </li>`
      }
      ${isOver ? nothing : link('planning', t('more.plan'))} ${link('compile', t('more.compile'))}
      <li><a href=${minutesOf(workshop)} target="_blank">${t('more.minutes')}</a></li>
      ${act(showKeys, t('more.keys'))} ${isOver ? nothing : act(askToEnd, t('more.end'))}
    </ul>
  </section>`
}

/** What was asked, who took part and what it came to, on paper. */
function minutesOf({ id }: Pick<Workshop, 'id'>): string {
  return `/api/v1/workshops/${id}/minutes`
}

/** Over, by the facilitator's word or by the calendar: another day lets people in again only after the latter. */
export function endedNotice({ id: workshopId, endedAt, groups }: Workshop, slug: string): TemplateResult {
  const [first] = groups
  const planning = addressOf({ page: 'planning', slug, workshopId })
  return html`<section class="notice">
    <h2>${t(endedAt ? 'ended.heading' : 'ended.codesRanOut')}</h2>
    <p>${t('ended.help')}</p>
    <p class="buttons">
      <wa-button variant="brand" href=${addressOf({ page: 'compile', slug, workshopId })}
        >${t('overview.compile')}</wa-button
      >
      <wa-button appearance="outlined" href=${minutesOf({ id: workshopId })} target="_blank"
        >${t('more.minutes')}</wa-button
      >
      ${
        first
          ? html`<wa-button
              appearance="outlined"
              href=${addressOf({ page: 'replay', slug, workshopId, groupNumber: first.number })}
              >${t('ended.replay')}</wa-button
            >`
          : nothing
      }
      ${
        endedAt
          ? nothing
          : html`<wa-button appearance="outlined" href=${planning}>${t('ended.otherDate')}</wa-button>`
      }
    </p>
  </section>`
}
