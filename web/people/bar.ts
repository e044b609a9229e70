import { html, nothing, type TemplateResult } from 'lit'
import type { Session } from '../../schemas/types.ts'
import { t as app } from '../i18n/localize.ts'
import { t } from '../i18n/people.ts'
import { addressOf } from '../router.ts'
import { icon } from '../ui/icon.ts'

/** The bar on top of the pages about people. */
export function bar(
  { person, abilities, settings }: Session,
  here: 'account' | 'administration',
): TemplateResult {
  const current = (page: typeof here) => (page === here ? 'page' : nothing)
  return html`<header class="bar">
    <a class="brand" href=${addressOf({ page: 'start' })} aria-label=${app('app.start')}
      >${icon('mark')}<span class="wide">${settings.name}</span></a
    >
    <div class="end">
      <a class="wide" href=${addressOf({ page: 'start' })}>${app('start.heading')}</a>
      ${
        abilities.managePeople
          ? html`<a
              href=${addressOf({ page: 'administration', part: 'people' })}
              aria-current=${current('administration')}
              >${t('administration.heading')}</a
            >`
          : nothing
      }
      <a href=${addressOf({ page: 'account' })} aria-current=${current('account')}
        ><span class="wide">${person?.name}</span><span class="narrow">${t('account.heading')}</span></a
      >
      <form method="post" action="/logga-ut">
        <button class="plain">${app('app.signOut')}</button>
      </form>
    </div>
  </header>`
}
