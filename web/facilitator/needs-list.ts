import { html, type TemplateResult } from 'lit'
import { plural, t } from '../i18n/workshop.ts'
import { icon } from '../ui/icon.ts'
import { needInWords } from './in-words.ts'
import type { Need } from './needs-you.ts'

/** Longer lists are not read while a room is waiting. */
const MOST = 8

/** Who may need somebody, worst first, with a way there. */
export function needsList(needs: readonly Need[], showPerson: (seatId: string) => void): TemplateResult {
  return html`<section class="needs" aria-labelledby="needs">
    <h2 id="needs">${t('needs.heading')}</h2>
    ${
      needs.length === 0
        ? html`<p class="quiet none">${t('needs.nobody')}</p>`
        : html`<ul>
            ${needs.slice(0, MOST).map((need) => line(need, showPerson))}
          </ul>`
    }
    ${needs.length > MOST ? html`<p class="quiet">${plural('needs.more', needs.length - MOST)}</p>` : ''}
  </section>`
}

function line(need: Need, showPerson: (seatId: string) => void): TemplateResult {
  const isOfDevice = need.kind === 'away' || need.kind === 'stuck'
  return html`<li>
    ${icon(need.kind === 'away' ? 'cloud-off' : need.kind === 'stuck' ? 'cloud-upload' : 'hand')}
    <span>${needInWords(need)}</span>
    ${
      isOfDevice
        ? html`<button class="plain" aria-haspopup="dialog" @click=${() => showPerson(need.seatId)}>
            ${t('needs.show')}<span class="sr"> ${need.name}</span>
          </button>`
        : html`<a href="/tavla/titta/${need.groupId}"
            >${t('groups.lookIn')}<span class="sr">
              ${t('groups.inNamed', { number: need.groupNumber })}</span
            ></a
          >`
    }
  </li>`
}
