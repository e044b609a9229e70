import { html, type TemplateResult } from 'lit'
import type { Phase } from '../../schemas/types.ts'
import { t } from '../i18n/workshop.ts'
import { icon } from '../ui/icon.ts'

type Rehearsal = {
  readonly phase: Phase
  readonly busy: boolean
  /** The phase up to and including which they have been let write from this page; null before. */
  readonly written: Phase | null
  readonly go: () => void
}

/** What only a rehearsal has: made-up participants, who write when they are told to. */
export function rehearsal({ phase, busy, written, go }: Rehearsal): TemplateResult {
  const named = (of: Phase) => ({ phase: t(`phase.${of}`) })
  return html`<section class="rehearsal" aria-labelledby="rehearsal">
    <h2 id="rehearsal">${t('rehearse.heading')}</h2>
    <p class="quiet" id="rehearsal-help">${t('rehearse.help', named(phase))}</p>
    <p class="buttons">
      <wa-button appearance="outlined" ?loading=${busy} aria-describedby="rehearsal-help" @click=${go}
        >${icon('users')} ${t(written ? 'rehearse.goOn' : 'rehearse.go')}</wa-button
      >
      <span role="status"
        >${written ? html`${icon('check')} ${t('rehearse.done', named(written))}` : ''}</span
      >
    </p>
    ${written === null ? '' : html`<p class="hint">${t('rehearse.again')}</p>`}
  </section>`
}
